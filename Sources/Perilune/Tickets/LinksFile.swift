public import SpecPlugins

/// Which ticket of which tracker stands for what in the specs, as it stands in a repository, sorted by
/// uid and tracker:
/// `{"uid": "docs/checkout.md#FR-1", "tracker": "jira", "key": "PAY-12", "hash": "…", "kind": "story",
/// "title": "FR-1: …"}`.
public struct LinksFile: Sendable {
    /// Below the workspace's root.
    public static let path = ".perilune/links.json"

    private static let members:
        [(name: String, value: any WritableKeyPath<TicketLink, String> & Sendable)] = [
            ("uid", \.uid), ("tracker", \.tracker), ("key", \.key), ("hash", \.hash),
            ("kind", \.kind),
            ("title", \.title),
        ]

    private let file: EntryFile

    public init(of workspace: Workspace) {
        file = EntryFile(
            Self.path, list: "links", advice: "mend the line, or take the file from git",
            of: workspace)
    }

    /// The file, as seen from the current folder, if there is one.
    public var files: [String] { Files.status(file.shown) == nil ? [] : [file.shown] }

    /// The links, sorted; none where there is no file.
    public func read() throws(Problem) -> [TicketLink] { try table().links }

    /// Joins what a tracker answered: of each ticket what a plan says of it, with the `key` by which the
    /// tracker knows it. A ticket that was known under another uid has the new one.
    /// - Parameter path: of JSON, one value behind the other in any layout, as seen from the current
    ///   folder.
    /// - Returns: how many links there are that were not, and how many were there.
    public func record(_ path: String) throws(Problem) -> (new: Int, known: Int) {
        var table = try table()
        var counts = (new: 0, known: 0)
        let answer = try Files.read(path, limit: 256 << 20)
        do throws(Problem) {
            let reader = try JSONReader(answer, name: path)
            while reader.peekValue() != nil {
                let link = try Self.link(reader, passesOver: true)
                if table.take(link) { counts.known += 1 } else { counts.new += 1 }
            }
        } catch {
            var problem = error
            problem.message += "; expected what a plan says of a ticket, with the tracker's key"
            throw problem
        }
        try file.write(table.links.sorted(by: Self.precedes)) { link, writer in
            for (name, value) in Self.members { writer.member(name, link[keyPath: value]) }
        }
        return counts
    }

    private func table() throws(Problem) -> TicketLinkTable {
        var table = TicketLinkTable()
        _ = try file.read { reader throws(Problem) in
            let link = try Self.link(reader, passesOver: false)
            if table.take(link) {
                throw reader.problem(
                    "\(link.tracker) has \(link.key) or \"\(link.uid)\" in a line above already")
            }
        }
        return table
    }

    private static func precedes(_ one: TicketLink, _ other: TicketLink) -> Bool {
        one.uid.utf8.elementsEqual(other.uid.utf8)
            ? Path.precedes(one.tracker, other.tracker) : Path.precedes(one.uid, other.uid)
    }

    /// - Parameter passesOver: members that nobody knows here? Else they are wrong.
    private static func link(
        _ reader: JSONReader, passesOver: Bool
    ) throws(Problem) -> TicketLink {
        var link = TicketLink(tracker: "", uid: "", key: "", hash: "", kind: "", title: "")
        let names = members.map(\.name)
        try reader.object(required: names) { name throws(Problem) in
            guard let member = members.first(where: { $0.name == name }) else {
                if passesOver { return false }
                throw reader.unknown(name, among: names)
            }
            let text = try reader.string()
            if text.isEmpty, name != "title" {
                throw reader.problem("expected a text that is not empty")
            }
            link[keyPath: member.value] = text
            return true
        }
        return link
    }
}
