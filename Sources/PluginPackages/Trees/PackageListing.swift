internal import Printable

/// The names and sizes of a package's files as they come, one by one; the first that is not taken is an
/// error, so that a list without an end is not read to its end.
struct PackageListing {
    private(set) var files: [(path: String, size: Int)] = []
    private var bytes = 0
    /// By the folded path of each file and folder: how it was written, and which of them it is.
    private var seen: [String: Entry] = [:]

    private struct Entry {
        var path: [UInt8]
        var isFile: Bool
    }

    /// Takes a regular file.
    /// - Parameter path: below the package's folder, with `/`, as the bytes that it was listed with.
    mutating func add(_ path: [UInt8], size: Int) throws(PackageError) {
        let name = try Self.text(path)
        let parts = name.unicodeScalars.split(
            separator: "/", omittingEmptySubsequences: false
        ).map { String($0) }
        for part in parts {
            if let problem = Self.problem(withPart: part) {
                throw Self.refusal(name, problem)
            }
        }
        if parts.count > PackageLimits.depth {
            throw Self.refusal(name, "is more than \(PackageLimits.depth) folders deep")
        }
        if let problem = PackageFileKind.problem(with: parts[parts.count - 1]) {
            throw Self.refusal(name, problem)
        }
        try note(name, parts)
        files.append((name, size))
        if files.count > PackageLimits.files {
            throw PackageError(.refused, "it holds more than \(PackageLimits.files) files")
        }
        // Each was held against the limit before: there is no sum that overflows.
        guard size >= 0, size <= PackageLimits.bytes else { throw Self.tooLarge }
        bytes += size
        if bytes > PackageLimits.bytes { throw Self.tooLarge }
    }

    static var tooLarge: PackageError {
        PackageError(.refused, "it holds more than \(PackageLimits.bytes >> 20) MiB")
    }

    static func refusal(_ path: String, _ problem: String) -> PackageError {
        PackageError(.refused, "the file \"\(path)\" \(problem)")
    }

    /// A path as text: short enough, and UTF-8 without what ends a line.
    static func text(_ path: [UInt8]) throws(PackageError) -> String {
        let shown = String(decoding: path.prefix(PackageLimits.path), as: UTF8.self)
        if path.count > PackageLimits.path {
            throw refusal("\(shown)…", "has a path of more than \(PackageLimits.path) bytes")
        }
        guard let name = String(validating: path, as: UTF8.self) else {
            throw refusal(shown, "has a name that is not UTF-8")
        }
        return name
    }

    private static func problem(withPart part: String) -> String? {
        if part.isEmpty { return "is not below the package's folder" }
        if part == "." || part == ".." { return "has \"\(part)\" in its path" }
        let folded = PortableName.folded(part)
        // The second is what Windows calls the first, too; the other ways to write it hold characters
        // that no name may have.
        if folded == ".git" || folded == "git~1" {
            return "is inside of a git repository's own folder"
        }
        return PortableName.problem(with: part)
    }

    /// Notes a file and the folders that it stands in.
    private mutating func note(_ name: String, _ parts: [String]) throws(PackageError) {
        var path = ""
        for (index, part) in parts.enumerated() {
            path += index == 0 ? part : "/" + part
            let entry = Entry(path: Array(path.utf8), isFile: index == parts.count - 1)
            let key = PortableName.folded(path)
            guard let other = seen[key] else {
                seen[key] = entry
                continue
            }
            if other.path == entry.path, !other.isFile, !entry.isFile { continue }
            let shown = String(decoding: other.path, as: UTF8.self)
            if other.path != entry.path {
                throw Self.refusal(
                    name,
                    "clashes with \"\(shown)\": they are one where letter case or accents are folded"
                )
            }
            throw Self.refusal(
                shown, other.isFile && entry.isFile ? "is there twice" : "is a folder, too")
        }
    }
}

/// What a package may be at most.
package enum PackageLimits {
    package static let files = 2_000
    /// Of all files together.
    package static let bytes = 16 << 20
    /// Folders within each other, and the file in the last.
    package static let depth = 32
    /// Bytes of a path below the package's folder.
    package static let path = 240
}
