public import Foundation

/// The material that may lie in `../shared`, beside the checkout: seeds, a corpus, schemas.
///
/// A test that needs it says so, and is listed as skipped with the reason where it is absent:
/// `@Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))`.
public enum Shared {
    /// The folder, or nil where it is absent.
    public static let folder: URL? = {
        let folder = Repository.root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// Whether the folder is there.
    public static var isPresent: Bool { folder != nil }

    /// Why a test is skipped where the folder is absent.
    public static let absence = "there is no ../shared beside the checkout"

    /// A file or folder of it; throws where the folder is absent.
    public static func path(_ path: String) throws -> URL {
        guard let folder else { throw Absent() }
        return folder.appending(path: path)
    }

    private struct Absent: Error, CustomStringConvertible {
        var description: String { Shared.absence }
    }
}
