#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// A file that is read here and there. It is not mapped: what another process cuts off of a mapped file
/// ends whoever looks at it.
final class OpenFile: Sendable {
    private let descriptor: Int32
    /// Bytes when it was opened.
    let size: Int

    /// A regular file in a folder; nil where there is none, or a link.
    init?(_ name: String, in folder: borrowing Folder) {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        descriptor = unsafe openat(folder.descriptor, name, flags)
        var info = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &info) == 0,
            info.st_mode & S_IFMT == S_IFREG
        else {
            size = 0
            return nil
        }
        size = Int(clamping: info.st_size)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Some bytes; nil where they are not all there.
    func bytes(at place: Int, count: Int) -> [UInt8]? {
        guard place >= 0, count >= 0, place <= size, count <= size - place else { return nil }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let got = unsafe pread(
                    descriptor, rest.baseAddress, rest.count, off_t(place + filled))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                filled += got
            }
        }
        return bytes.count == count ? bytes : nil
    }
}
