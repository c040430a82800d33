public import Foundation

/// A file or folder that a parameterised test takes as its argument and is named after.
///
/// `@Test(arguments: Fixture.files("Fixtures", extension: "md")) func tree(_ fixture: Fixture)`
public struct Fixture: Sendable, CustomStringConvertible {
    /// Where it is.
    public let url: URL
    /// Its path from the folder that was listed, which names the test's case.
    public let name: String

    public var description: String { name }

    /// The files below a folder beside the calling file that bear an extension, sorted by path.
    ///
    /// Where there is none, the list holds one fixture that cannot be read, so that a test does
    /// not pass because its fixtures went elsewhere.
    public static func files(
        _ folder: String, extension: String, beside file: String = #filePath
    ) -> [Fixture] {
        let root = sibling(folder, of: file)
        let paths = FileManager.default.subpaths(atPath: root.path) ?? []
        return list(paths.filter { $0.hasSuffix(".\(`extension`)") }, in: root)
    }

    /// The folders directly in a folder beside the calling file, sorted by name; as with files,
    /// never an empty list.
    public static func folders(_ folder: String, beside file: String = #filePath) -> [Fixture] {
        let root = sibling(folder, of: file)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        let folders = names.filter { name in
            let values = try? root.appending(path: name).resourceValues(forKeys: [.isDirectoryKey])
            return values?.isDirectory == true
        }
        return list(folders, in: root)
    }

    /// Its bytes.
    public func bytes() throws -> [UInt8] { try [UInt8](Data(contentsOf: url)) }

    /// Its text; what is not UTF-8 is replaced.
    public func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

    /// The file beside it whose name differs in the extension: `risk.md` → `risk.tree`.
    public func sibling(_ pathExtension: String) -> URL {
        url.deletingPathExtension().appendingPathExtension(pathExtension)
    }

    private static func sibling(_ folder: String, of file: String) -> URL {
        URL(filePath: file).deletingLastPathComponent().appending(path: folder)
    }

    private static func list(_ names: [String], in root: URL) -> [Fixture] {
        let names = names.isEmpty ? ["no fixture here"] : names.sorted()
        return names.map { Fixture(url: root.appending(path: $0), name: $0) }
    }
}
