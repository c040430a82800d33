internal import Globs
internal import SpecPlugins

/// Reads the files that a plugin asks for and a workspace grants. No symbolic link is followed, what is
/// no regular file is passed over, and nobody sees `.git` or what Perilune keeps for itself.
struct GrantedFiles {
    /// Files and folders that are looked at, of all that stand below the workspace's folder.
    private static let mostLookedAt = 100_000
    private static let deepest = 64

    private(set) var files: [PluginFiles.File] = []
    private let requested: [Glob]
    private let granted: [Glob]
    private let mostBytes: Int
    private var bytes = 0
    private var lookedAt = 0

    /// - Parameters:
    ///   - root: the workspace's folder, absolute.
    ///   - mostBytes: of all files together.
    init(of grant: PluginGrant, below root: String, mostBytes: Int) throws(Problem) {
        requested = grant.requested.read.map { Glob($0, hidesDots: true) }
        granted = grant.granted.read.map { Glob($0, hidesDots: true) }
        self.mostBytes = mostBytes
        guard !requested.isEmpty, !granted.isEmpty, let folder = Folder(root) else { return }
        try enter(folder, [])
        files.sort { Path.precedes($0.path, $1.path) }
    }

    private mutating func enter(
        _ folder: borrowing Folder, _ parts: [String]
    ) throws(Problem) {
        let path = parts.isEmpty ? "." : parts.joined(separator: "/")
        guard let entries = try folder.entries(most: Self.mostLookedAt - lookedAt, path) else {
            throw Problem(
                "its patterns lead to more than \(Self.mostLookedAt) files and folders to be looked at; "
                    + "name the folder that it is about, as \"data/**\"")
        }
        lookedAt += entries.count
        for entry in entries {
            let inner = parts + [entry.name]
            if Self.isHidden(inner) { continue }
            switch entry.kind {
            case .file where matches(inner): try add(folder, entry.name, inner)
            case .folder where canMatch(below: inner):
                guard inner.count <= Self.deepest else {
                    throw Problem(
                        "its patterns lead more than \(Self.deepest) folders deep", path: path)
                }
                // One that went away in the meantime holds nothing.
                guard let next = folder.inner(entry.name) else { continue }
                try enter(next, inner)
            default: continue
            }
        }
    }

    private mutating func add(
        _ folder: borrowing Folder, _ name: String, _ parts: [String]
    ) throws(Problem) {
        let path = parts.joined(separator: "/")
        guard files.count < PluginGrant.mostFiles else {
            throw Problem(
                "its patterns match more than \(PluginGrant.mostFiles) files; grant it fewer")
        }
        let left = mostBytes - bytes
        // A byte more than is left tells that it is too much.
        let content: [UInt8]?
        do throws(Problem) {
            content = try folder.bytes(of: name, limit: left, path)
        } catch  where folder.size(of: name) > left {
            throw Self.tooLarge
        }
        guard let content else { return }
        bytes += content.count
        files.append(PluginFiles.File(path: path, bytes: content))
    }

    static let tooLarge = Problem(
        "the files and variables that it may read are more than \(PluginGrant.mostBytes >> 20) MiB; "
            + "grant it fewer")

    private func matches(_ parts: [String]) -> Bool {
        requested.contains { $0.matches(parts[...]) } && granted.contains { $0.matches(parts[...]) }
    }

    private func canMatch(below parts: [String]) -> Bool {
        requested.contains { $0.canMatch(below: parts[...]) }
            && granted.contains { $0.canMatch(below: parts[...]) }
    }

    /// What no pattern leads to, whatever the letter case of the file system.
    private static func isHidden(_ parts: [String]) -> Bool {
        let last = parts.suffix(2).map { $0.lowercased() }
        return last.last == ".git" || last == [".perilune", "cache"]
    }
}
