internal import SpecPlugins

/// Which sets of plugins somebody trusts on this machine: a folder with a file for each, whose name is
/// the set's digest. What a file says is for people.
public struct TrustStore: Sendable {
    private static let limit = 1 << 20
    /// Entries that are shown.
    private static let most = 10_000

    /// `$XDG_STATE_HOME/perilune/trust`, absolute; nil where there is none.
    private let folder: String?

    /// - Parameters:
    ///   - state: `$XDG_STATE_HOME`; what is not absolute does not count (XDG Base Directory 0.8).
    ///   - home: `$HOME`, which has the usual place.
    public init(state: String?, home: String?) {
        let state = state.flatMap { Path.isAbsolute($0) ? $0 : nil }
        let home = home.flatMap { Path.isAbsolute($0) ? Path.join($0, ".local/state") : nil }
        folder = (state ?? home).map { Path.join($0, "perilune/trust") }
    }

    /// A set that is trusted.
    public struct Entry: Sendable, Equatable {
        public var digest: String
        /// The workspace's folder when it was trusted; nil where the file does not say.
        public var folder: String?
        public var plugins: [String] = []
    }

    /// Is a set trusted? Not by what another user of the machine could have written.
    func holds(_ set: GrantedSet) -> Bool {
        guard let folder, Files.isOwn(folder) else { return false }
        return Files.isThere(set.digest, below: folder)
    }

    /// Trusts a set; the file is whole or not there.
    public func trust(_ set: GrantedSet) throws(Problem) {
        let folder = try place()
        try Files.makeOwnFolder(folder)
        guard Files.isOwn(folder) else {
            throw Problem(
                "is not yours alone: others may write to it, so what it says does not count; give it "
                    + "back with chmod 700, or remove it", path: folder)
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema_version", 1)
            writer.member("folder", set.folder)
            writer.array("plugins") { writer in
                for member in set.members {
                    writer.object { writer in
                        writer.member("name", member.name)
                        writer.member("requested", member.grant.requested.json)
                        writer.member("granted", member.grant.granted.json)
                    }
                }
            }
        }
        try Files.write(writer.finish(), to: set.digest, below: folder)
    }

    /// Trusts a set no more, nor any other of its folder.
    /// - Returns: how many that were.
    public func revoke(_ set: GrantedSet) throws(Problem) -> Int {
        guard let folder else { return 0 }
        let revoked = try entries().filter { entry in
            entry.digest == set.digest
                || entry.folder?.utf8.elementsEqual(set.folder.utf8) == true
        }
        for entry in revoked { Files.remove(entry.digest, below: folder) }
        return revoked.count
    }

    /// All sets, by their folders.
    public func entries() throws(Problem) -> [Entry] {
        guard let folder, Files.status(folder)?.kind == .folder, let open = Folder(folder) else {
            return []
        }
        let files = try open.entries(most: Self.most, folder) ?? []
        var entries: [Entry] = []
        for file in files where file.kind == .file && Self.isDigest(file.name) {
            let bytes = try? open.bytes(of: file.name, limit: Self.limit, file.name)
            let entry = bytes.flatMap { $0 }.flatMap { try? Self.read($0, file.name) }
            entries.append(entry ?? Entry(digest: file.name, folder: nil))
        }
        return entries.sorted {
            let (left, right) = ($0.folder ?? "", $1.folder ?? "")
            if !left.utf8.elementsEqual(right.utf8) { return Path.precedes(left, right) }
            return $0.digest < $1.digest
        }
    }

    private func place() throws(Problem) -> String {
        guard let folder else {
            throw Problem(
                "there is no place to note it: set HOME, or XDG_STATE_HOME, to an absolute path")
        }
        return folder
    }

    private static func isDigest(_ name: String) -> Bool {
        name.utf8.count == 64
            && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private static func read(_ bytes: [UInt8], _ digest: String) throws(Problem) -> Entry {
        let reader = try JSONReader(bytes, name: digest)
        var entry = Entry(digest: digest)
        try reader.object { key throws(Problem) in
            switch key {
            case "folder": entry.folder = try reader.string()
            case "plugins":
                try reader.array { () throws(Problem) in
                    try reader.object { key throws(Problem) in
                        guard key == "name" else { return false }
                        entry.plugins.append(try reader.string())
                        return true
                    }
                }
            default: return false
            }
            return true
        }
        return entry
    }
}
