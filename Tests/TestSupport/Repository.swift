public import FoundationEssentials

/// The checkout that the tests run in.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The material beside the checkout, or nil where it is absent.
    public static var shared: URL? {
        let folder = root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
}
