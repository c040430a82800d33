internal import CZlib

/// What a gzip file (RFC 1952) holds, its checksums held.
///
/// The one file that knows zlib.
@safe final class Gunzip {
    /// It has a place of its own: zlib holds the one that it was begun at against the one that it is
    /// given.
    private let stream: UnsafeMutablePointer<z_stream>
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    private init() throws(PackageError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        if unsafe zlib_begin_gzip(stream) != Z_OK { throw Self.noMemory }
    }

    deinit {
        // Of one that did not begin, too: then there is nothing in it.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// At most so many bytes come out, whatever goes in.
    /// - Throws: that it is no such file, is cut off, or unfolds to more.
    static func bytes(of file: [UInt8], limit: Int) throws(PackageError) -> [UInt8] {
        guard isBegin(file[...]) else {
            throw PackageError(.refused, "it is not compressed by gzip; expected a .tar.gz")
        }
        return try Gunzip().unfold(file, limit: limit)
    }

    private static func isBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B])
    }

    private func unfold(_ file: [UInt8], limit: Int) throws(PackageError) -> [UInt8] {
        var output: [UInt8] = []
        var taken = 0
        while true {
            let step = step(file, from: taken)
            taken += step.taken
            output += buffer[..<step.made]
            if output.count > limit {
                throw PackageError(.refused, "it unfolds to more than \(limit >> 20) MiB")
            }
            switch step.code {
            case Z_STREAM_END:
                // Several in a row are one (§2.2); zeros pad the last.
                let rest = file[taken...]
                if rest.first == 0 || rest.isEmpty, rest.allSatisfy({ $0 == 0 }) { return output }
                guard Self.isBegin(rest), unsafe inflateReset(stream) == Z_OK else {
                    throw PackageError(.refused, "something that is not gzip's follows its end")
                }
            case Z_OK where step.taken > 0 || step.made > 0: continue
            case Z_MEM_ERROR: throw Self.noMemory
            case Z_OK, Z_BUF_ERROR: throw PackageError(.refused, "it is cut off")
            default: throw PackageError(.refused, "it is damaged: gzip's checks do not hold")
            }
        }
    }

    private static var noMemory: PackageError {
        PackageError(.refused, "there is no memory to unfold it")
    }

    private func step(
        _ file: [UInt8], from start: Int
    ) -> (code: Int32, taken: Int, made: Int) {
        let room = buffer.count
        // What is taken at once has a length that zlib can count.
        let given = min(file.count - start, 1 << 30)
        let code = unsafe file.withUnsafeBufferPointer { input in
            unsafe buffer.withUnsafeMutableBufferPointer { output in
                // zlib does not write there.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(
                    mutating: input.baseAddress.map { unsafe $0 + start })
                unsafe stream.pointee.avail_in = UInt32(given)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        return unsafe (
            code, given - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out)
        )
    }
}
