#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// A new file that has no name yet that anybody looks for. Where it gets none it goes away with this
/// value. Unlike what `Folder.replace` writes it is not awaited on the disk: for what may be lost.
final class StagedFile {
    private let descriptor: Int32
    private let temporary: String
    private let folder: Folder
    private var buffer: [UInt8] = []
    private var isTaken = false
    /// Bytes that were written so far.
    private(set) var count = 0

    private static let room = 1 << 16

    /// Nil where nothing can be written there.
    init?(in folder: borrowing Folder) {
        guard let own = folder.again, let file = try? own.create(0, "") else { return nil }
        self.folder = own
        (descriptor, temporary) = file
    }

    deinit {
        close(descriptor)
        if !isTaken { folder.remove(temporary) }
    }

    /// Writes behind what was written; false where that fails, as on a full disk.
    func write(_ bytes: [UInt8]) -> Bool {
        count += bytes.count
        buffer += bytes
        return buffer.count < Self.room || flush()
    }

    /// Has the file take a name that another may have, which then is gone.
    func take(_ name: String) -> Bool {
        guard flush(), !isTaken, (try? folder.rename(temporary, to: name, name)) != nil else {
            return false
        }
        isTaken = true
        return true
    }

    private func flush() -> Bool {
        defer { buffer.removeAll(keepingCapacity: true) }
        return Files.write(buffer, descriptor: descriptor)
    }
}
