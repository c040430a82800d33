import Glibc
import SpecModel
import SpecReading

// Reads every file that is named, one after the other on one thread, and prints what came out, so
// that two builds can be seen to have done the same work.

/// The bytes of a file; nil where it cannot be read.
func contents(of path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size, let start = buffer.baseAddress {
            let got = unsafe read(file, start + count, size - count)
            guard got > 0 else { return }
            count += got
        }
    }
}

let reader = SpecReader()
var totals = (files: 0, bytes: 0, sections: 0, items: 0)
for path in CommandLine.arguments.dropFirst() {
    guard let bytes = contents(of: path) else {
        print("cannot read \(path)")
        exit(1)
    }
    let spec = reader.read(bytes, path: path)
    totals.files += 1
    totals.bytes += bytes.count
    totals.sections += spec.sections.count
    totals.items += spec.items.count
}
print(
    "files=\(totals.files) bytes=\(totals.bytes) sections=\(totals.sections) items=\(totals.items)")
