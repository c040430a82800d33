public import Foundation

/// A git repository that a test makes: with an identity of its own, without anybody's configuration.
public struct GitSource: Sendable {
    /// Its work tree, or the repository itself where it is bare.
    public let folder: URL
    public let isBare: Bool

    /// Variables with which git reads no configuration but the repository's own, and which name a
    /// committer and a time.
    public static let environment = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ines Duarte", "GIT_AUTHOR_EMAIL": "ines@example.com",
        "GIT_AUTHOR_DATE": "2026-01-05T10:00:00Z", "GIT_COMMITTER_NAME": "Ines Duarte",
        "GIT_COMMITTER_EMAIL": "ines@example.com", "GIT_COMMITTER_DATE": "2026-01-05T10:00:00Z",
    ]

    /// Makes one in a folder that is not there yet.
    public init(_ folder: URL, isBare: Bool = true) throws {
        self.folder = folder
        self.isBare = isBare
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git("init", "--quiet", "--initial-branch=main", isBare ? "--bare" : "--quiet")
    }

    /// Runs git in it, and gives its output without the last line feed.
    @discardableResult
    public func git(_ arguments: String..., stdin: [UInt8] = []) throws -> String {
        try git(arguments, stdin: stdin)
    }

    @discardableResult
    public func git(_ arguments: [String], stdin: [UInt8] = []) throws -> String {
        let run = try Console.run(
            "/usr/bin/env", ["git"] + arguments, in: folder, stdin: stdin,
            environment: Self.environment)
        guard run.status == 0 else {
            throw Failure(arguments: arguments, ending: run.ending, errors: run.errors)
        }
        return run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
    }

    /// What a commit holds at a path.
    public struct File: Sendable {
        public var path: String
        public var mode: String
        public var bytes: [UInt8]

        public init(_ path: String, _ text: String, mode: String = "100644") {
            self.init(path, Array(text.utf8), mode: mode)
        }

        public init(_ path: String, _ bytes: [UInt8], mode: String = "100644") {
            self.path = path
            self.mode = mode
            self.bytes = bytes
        }
    }

    /// Commits files, and nothing else, on top of a branch; its name.
    /// - Parameter tag: one that is to lead to it.
    @discardableResult
    public func commit(
        _ files: [File], branch: String = "main", message: String = "Change rules",
        tag: String? = nil
    ) throws -> String {
        var stream = Array("commit refs/heads/\(branch)\n".utf8)
        stream += Array("committer Ines Duarte <ines@example.com> 1767607200 +0000\n".utf8)
        stream += Array("data \(message.utf8.count)\n\(message)\n".utf8)
        let isThere = (try? git("rev-parse", "--verify", "--quiet", "refs/heads/\(branch)")) != nil
        if isThere { stream += Array("from refs/heads/\(branch)^0\n".utf8) }
        stream += Array("deleteall\n".utf8)
        for file in files {
            stream += Array("M \(file.mode) inline \(file.path)\ndata \(file.bytes.count)\n".utf8)
            stream += file.bytes + Array("\n".utf8)
        }
        try git("fast-import", "--quiet", "--force", stdin: stream)
        let commit = try git("rev-parse", "refs/heads/\(branch)")
        if let tag { try git("tag", "--force", tag, commit) }
        return commit
    }

    /// Stores bytes; the name of their object.
    public func blob(_ text: String) throws -> String {
        try git("hash-object", "-w", "--stdin", stdin: Array(text.utf8))
    }

    /// Stores a tree of entries as they are, whatever they are called; its name.
    public func tree(_ entries: [(mode: String, name: [UInt8], id: String)]) throws -> String {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += Array("\(entry.mode) ".utf8) + entry.name + [0]
            let digits = Array(entry.id.utf8)
            for index in stride(from: 0, to: digits.count, by: 2) {
                let pair = String(decoding: digits[index...index + 1], as: UTF8.self)
                bytes.append(UInt8(pair, radix: 16) ?? 0)
            }
        }
        return try git(
            "hash-object", "-w", "--literally", "-t", "tree", "--stdin", stdin: bytes)
    }

    /// Commits a tree on a branch that it gives a new start; its name.
    @discardableResult
    public func commit(tree: String, branch: String = "main") throws -> String {
        let commit = try git("commit-tree", tree, "-m", "Change rules")
        try git("update-ref", "refs/heads/\(branch)", commit)
        return commit
    }

    /// What git said when it failed.
    public struct Failure: Error, CustomStringConvertible {
        let arguments: [String]
        let ending: Console.Ending
        let errors: String

        public var description: String {
            "git \(arguments.joined(separator: " ")): \(ending): \(errors)"
        }
    }
}
