import Foundation
import TestSupport

/// A text file of the checkout, read as the invariants ask about it.
struct CheckoutFile: Sendable {
    /// Its path from the root, with `/`.
    let path: String

    /// Its text; what is not UTF-8 is replaced.
    var text: String {
        get throws {
            String(decoding: try Data(contentsOf: Repository.path(path)), as: UTF8.self)
        }
    }

    /// The modules that it imports, for a Swift file.
    var imports: [String] {
        get throws {
            let line =
                /(?m)^\s*(?:@\w+\s+|(?:public|package|internal|fileprivate|private)\s+)*import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(?<module>\w+)/
            return try text.matches(of: line).map { String($0.output.module) }
        }
    }

    /// The headers that it includes, for a C file.
    var includes: [String] {
        get throws {
            let line = /(?m)^\s*#\s*include\s+[<"](?<header>[^>"]+)[>"]/
            return try text.matches(of: line).map { String($0.output.header) }
        }
    }
}

/// The files of the checkout, without what builds and versioning leave in it.
enum Checkout {
    /// All files below a folder, sorted by path.
    static func files(in folder: String = "", ending: String = "") throws -> [CheckoutFile] {
        let root = folder.isEmpty ? Repository.root : Repository.path(folder)
        let prefix = folder.isEmpty ? "" : folder + "/"
        var files: [CheckoutFile] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
            if ignored.contains(name) { continue }
            let path = prefix + name
            let values = try Repository.path(path).resourceValues(forKeys: [.isDirectoryKey])
            if values.isDirectory == true {
                files += try self.files(in: path, ending: ending)
            } else if name.hasSuffix(ending) {
                files.append(CheckoutFile(path: path))
            }
        }
        return files
    }

    /// The names at the top level.
    static func topLevel() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
            .filter { !ignored.contains($0) }.sorted()
    }

    /// The targets: the folders of Sources.
    static func targets() throws -> [String] {
        let paths = try files(in: "Sources").map { $0.path.split(separator: "/") }
        return Set(paths.filter { $0.count > 2 }.map { String($0[1]) }).sorted()
    }

    private static let ignored: Set = [
        ".git", ".build", ".swiftpm", "build", "Package.resolved", "__pycache__",
    ]
}
