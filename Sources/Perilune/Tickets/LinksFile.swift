public import SpecPlugins
internal import Yaml

/// Which ticket of which tracker stands for what in the specs, as it stands in a repository, sorted by
/// uid and tracker:
/// `{"uid": "docs/checkout.md#FR-1", "tracker": "jira", "key": "PAY-12", "hash": "…", "kind": "story",
/// "title": "FR-1: …"}`.
public struct LinksFile: Sendable {
    /// Below the workspace's root.
    public static let path = ".perilune/links.json"

    private static let keys = ["uid", "tracker", "key", "hash", "kind", "title"]

    private let file: EntryFile

    public init(of workspace: Workspace) {
        file = EntryFile(
            Self.path, list: "links", advice: "mend the line, or take the file from git",
            of: workspace)
    }

    /// The file, as seen from the current folder, if there is one.
    public var files: [String] { Files.status(file.shown) == nil ? [] : [file.shown] }

    /// The links, sorted; none where there is no file.
    public func read() throws(Problem) -> [TicketLink] {
        var seen: Set<[String]> = []
        return try file.read { node throws(YamlError) in
            for pair in try node.mapping("a link") where !Self.keys.contains(pair.key) {
                throw pair.unknown(among: Self.keys)
            }
            let link = try Self.link(node)
            guard seen.insert([link.tracker, "uid", link.uid]).inserted,
                seen.insert([link.tracker, "key", link.key]).inserted
            else {
                throw YamlError.atStart(
                    "\(link.tracker) has \(link.key) or \"\(link.uid)\" in a line above already")
            }
            return link
        } ?? []
    }

    /// Writes links, whole or not at all.
    public func write(_ links: [TicketLink]) throws(Problem) {
        let sorted = links.sorted {
            $0.uid == $1.uid
                ? Path.precedes($0.tracker, $1.tracker) : Path.precedes($0.uid, $1.uid)
        }
        try file.write(sorted.map(Self.line))
    }

    /// Joins what a tracker answered: lines of a plan whose `key` says how it calls the ticket. A ticket
    /// that was known under another uid has the new one.
    /// - Parameter path: of JSON Lines, as seen from the current folder.
    /// - Returns: how many links there are that were not, and how many were there.
    public func record(_ path: String) throws(Problem) -> (new: Int, known: Int) {
        let bytes = try Files.read(path, limit: 256 << 20)
        var links = try read()
        var places: [[String]: Int] = [:]
        for (place, link) in links.enumerated() {
            places[[link.tracker, "uid", link.uid]] = place
            places[[link.tracker, "key", link.key]] = place
        }
        var counts = (new: 0, known: 0)
        var dropped: Set<Int> = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
            let link: TicketLink
            do throws(YamlError) {
                link = try Self.link(try EntryFile.node(Array(line)))
            } catch {
                throw Problem(
                    "\(error.message); expected a line of a plan, with the tracker's key",
                    path: path,
                    line: index + 1, column: error.mark.column)
            }
            let byKey = places[[link.tracker, "key", link.key]]
            let byUid = places[[link.tracker, "uid", link.uid]]
            if let place = byKey ?? byUid {
                // The ticket that had this uid is another one now; a uid has one ticket.
                if let byUid, byUid != place { dropped.insert(byUid) }
                links[place] = link
                dropped.remove(place)
                counts.known += 1
            } else {
                links.append(link)
                counts.new += 1
            }
            let place = byKey ?? byUid ?? links.count - 1
            places[[link.tracker, "key", link.key]] = place
            places[[link.tracker, "uid", link.uid]] = place
        }
        try write(links.indices.filter { !dropped.contains($0) }.map { links[$0] })
        return counts
    }

    private static func link(_ node: YamlNode) throws(YamlError) -> TicketLink {
        var values: [String: String] = [:]
        for key in keys {
            let value = try node.required(key)
            let text = try value.string(key)
            if text.isEmpty, key != "title" {
                throw value.expected("a text that is not empty", key)
            }
            values[key] = text
        }
        return TicketLink(
            tracker: values["tracker"] ?? "", uid: values["uid"] ?? "", key: values["key"] ?? "",
            hash: values["hash"] ?? "", kind: values["kind"] ?? "", title: values["title"] ?? "")
    }

    private static func line(_ link: TicketLink) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            for (key, value) in [
                ("uid", link.uid), ("tracker", link.tracker), ("key", link.key),
                ("hash", link.hash),
                ("kind", link.kind), ("title", link.title),
            ] {
                writer.key(key)
                writer.string(value)
            }
        }
        return writer.bytes
    }
}
