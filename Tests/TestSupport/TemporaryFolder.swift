public import Foundation

/// A fresh folder that is gone when its last owner is.
public final class TemporaryFolder: Sendable {
    /// Where it is; symbolic links on the way to it are resolved.
    public let url: URL

    /// - Parameter inMemory: where the system has files that are on no disk, among these: they are
    ///   written at once.
    public init(inMemory: Bool = false) throws {
        let memory = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
        let isThere = FileManager.default.isWritableFile(atPath: memory.path)
        let parent =
            inMemory && isThere
            ? memory : FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        url = parent.appending(path: "perilune-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// A file or folder in it, by its path from the folder.
    public func path(_ path: String) -> URL { url.appending(path: path) }

    /// Writes a file, and the folders on the way to it.
    @discardableResult
    public func write(_ path: String, _ bytes: some Sequence<UInt8>) throws -> URL {
        let file = self.path(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }

    /// Writes a file of text, and the folders on the way to it.
    @discardableResult
    public func write(_ path: String, _ text: String) throws -> URL {
        try write(path, text.utf8)
    }

    /// Copies a file or a whole folder into it.
    @discardableResult
    public func copy(_ source: URL, to path: String) throws -> URL {
        let target = self.path(path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: target)
        return target
    }

    /// Makes a symbolic link to a path, which is taken as it is.
    public func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: self.path(path).path, withDestinationPath: target)
    }
}
