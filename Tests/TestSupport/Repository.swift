public import Foundation

/// The checkout that the tests run in.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder of the checkout, by its path from the root.
    public static func path(_ path: String) -> URL { root.appending(path: path) }

    /// The material beside the checkout, or nil where it is absent.
    public static var shared: URL? { Shared.folder }
}
