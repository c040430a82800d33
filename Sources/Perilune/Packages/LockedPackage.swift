internal import PluginPackages
internal import SpecPlugins

/// What `perilune.lock` holds of a shared plugin.
struct LockedPackage: Sendable, Equatable {
    /// As `perilune.yml` calls it, or a plugin that requires it.
    var name: String
    /// The repository, without a password; nil for an archive.
    var git: String?
    /// The archive, as it is written; nil for a repository.
    var archive: String?
    /// Of the repository; empty for its root.
    var subdir = ""
    /// As its `plugin.yml` says.
    var version: String
    /// The tag that the commit had when it was locked.
    var tag: String?
    /// The commit or branch that was asked for instead of a version or a tag.
    var rev: String?
    /// In hexadecimal digits, as is `tree`.
    var commit: String?
    /// The object of its folder in git.
    var tree: String?
    /// Of its files: see `TreeDigest`.
    var digest: String
    /// The engines that it wants, as it says; empty for any.
    var engine = ""
    /// What it asks for beside specs.
    var permissions = Permissions()
    /// The names of the packages that it requires, sorted.
    var requires: [String] = []
}

extension LockedPackage {
    /// Reads an entry.
    init(_ reader: JSONReader) throws(Problem) {
        self.init(name: "", version: "", digest: "")
        let start = reader
        try reader.object(required: ["name", "version", "digest"]) { member throws(Problem) in
            switch member {
            case "name": name = try Self.name(reader)
            case "git": git = try reader.string()
            case "archive": archive = try reader.string()
            case "subdir": subdir = try reader.string()
            case "version":
                version = try reader.string()
                if Version(version) == nil {
                    throw reader.problem("expected a version like 1.2.0, found \"\(version)\"")
                }
            case "tag": tag = try reader.string()
            case "rev": rev = try reader.string()
            case "commit": commit = try Self.object(reader)
            case "tree": tree = try Self.object(reader)
            case "digest":
                digest = try reader.string()
                if !TreeDigest.isDigest(digest) {
                    throw reader.problem("expected a digest, \"h1:…\", found \"\(digest)\"")
                }
            case "engine": engine = try reader.string()
            case "permissions": permissions = try Self.permissions(reader)
            case "requires":
                try reader.array { () throws(Problem) in requires.append(try Self.name(reader)) }
            default: throw reader.unknown(member, among: Self.members)
            }
            return true
        }
        guard (git == nil) != (archive == nil) else {
            throw start.problem("expected either \"git\" or \"archive\"")
        }
        if git != nil, commit == nil { throw start.problem("\"commit\" is missing") }
    }

    private static let members = [
        "name", "git", "archive", "subdir", "version", "tag", "rev", "commit", "tree", "digest",
        "engine", "permissions", "requires",
    ]

    /// Writes the members of its entry; what is nothing is left out.
    func write(to writer: inout JSONWriter) {
        writer.member("name", name)
        for (member, value) in [
            ("git", git), ("archive", archive), ("subdir", subdir.isEmpty ? nil : subdir),
            ("version", version), ("tag", tag), ("rev", rev), ("commit", commit), ("tree", tree),
            ("digest", digest), ("engine", engine.isEmpty ? nil : engine),
        ] where value != nil {
            writer.member(member, value)
        }
        if !permissions.isEmpty {
            writer.object("permissions") { writer in
                for kind in Permissions.Kind.allCases where !permissions[kind].isEmpty {
                    writer.array(kind.rawValue) { writer in
                        for entry in permissions[kind] { writer.string(entry) }
                    }
                }
            }
        }
        if !requires.isEmpty {
            writer.array("requires") { writer in for name in requires { writer.string(name) } }
        }
    }

    /// A name is a folder of `.perilune/vendor`, whoever wrote the file.
    private static func name(_ reader: JSONReader) throws(Problem) -> String {
        let name = try reader.string()
        let isPlain = name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, (1...64).contains(name.utf8.count) else {
            throw reader.problem(
                "no plugin is called \"\(String(name.unicodeScalars.prefix(80)))\"; expected at most 64 "
                    + "lower-case letters, digits and \"-\"")
        }
        return name
    }

    private static func object(_ reader: JSONReader) throws(Problem) -> String {
        let text = try reader.string()
        guard let id = ObjectID(text) else {
            throw reader.problem("expected 40 or 64 hexadecimal digits, found \"\(text)\"")
        }
        return id.text
    }

    private static func permissions(_ reader: JSONReader) throws(Problem) -> Permissions {
        var permissions = Permissions()
        try reader.object { member throws(Problem) in
            guard let kind = Permissions.Kind(rawValue: member) else {
                throw reader.unknown(member, among: Permissions.Kind.allCases.map(\.rawValue))
            }
            var entries: [String] = []
            try reader.array { () throws(Problem) in entries.append(try reader.string()) }
            permissions[kind] = entries
            return true
        }
        return permissions
    }
}
