internal import Printable
internal import SpecPlugins

/// The plugins that are on in a workspace.
public struct PluginList: Sendable {
    struct Entry: Sendable {
        var name: String
        var version: String
        var source: String
        var grant: PluginGrant
    }

    var entries: [Entry]

    /// - Parameter packages: what the lock file has.
    public init(_ workspace: Workspace, _ packages: [PackageManager.Package]) {
        let shared = Dictionary(packages.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        entries = workspace.plugins.map { plugin in
            let folder = workspace.pluginFolders[plugin.name] ?? ""
            let isBundled = folder.hasPrefix("bundled:")
            let package = isBundled ? nil : shared[plugin.name]
            return Entry(
                name: plugin.name, version: plugin.version,
                source: isBundled
                    ? "bundled" : package.map { "\($0.source) \($0.tag ?? "")" } ?? folder,
                grant: plugin.grant)
        }
    }
}

/// Plugins and shared plugins, as `perilune plugin` prints them.
public enum PackagesReport {
    /// A line each: name, version, place.
    /// - Parameter permissions: are these shown, too, a line each?
    public static func text(
        _ list: PluginList, permissions: Bool = false, style: Style = .plain
    ) -> String {
        let name = list.entries.map(\.name.count).max() ?? 0
        let version = list.entries.map(\.version.count).max() ?? 0
        return list.entries.map { entry in
            var text = style.bold(entry.name) + pad(entry.name, name + 2) + entry.version.printable
            text += pad(entry.version, version + 2) + trimmed(entry.source.printable) + "\n"
            guard permissions else { return text }
            for kind in Permissions.Kind.allCases {
                for asked in entry.grant.requested[kind] {
                    let had = entry.grant.effective[kind]
                    let isHad = had.contains { $0.utf8.elementsEqual(asked.utf8) }
                    text += "  \(kind.rawValue) \(asked.printable): "
                    text += isHad ? "granted\n" : part(of: asked, kind, entry.grant)
                }
            }
            if entry.grant.requested.isEmpty { text += "  asks for nothing beside specs\n" }
            return text
        }.joined()
    }

    private static func part(
        of asked: String, _ kind: Permissions.Kind, _ grant: PluginGrant
    ) -> String {
        let granted = grant.granted[kind]
        if granted.isEmpty { return "not granted\n" }
        return "granted as far as \(granted.map(\.printable).joined(separator: ", ")) goes\n"
    }

    /// One object, additive changes only.
    public static func json(_ list: PluginList) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("plugins", .block) { writer in
                for entry in list.entries {
                    writer.object { writer in
                        writer.member("name", entry.name)
                        writer.member("version", entry.version)
                        writer.member("source", trimmed(entry.source))
                        writer.permissions("requested", entry.grant.requested)
                        writer.permissions("granted", entry.grant.granted)
                        writer.permissions("effective", entry.grant.effective)
                    }
                }
            }
        }
        return writer.finish()
    }

    /// A line each, under a header; nothing where there is none.
    public static func text(
        _ outdated: [PackageManager.Outdated], style: Style = .plain
    ) -> String {
        if outdated.isEmpty { return "" }
        let rows =
            [["name", "locked", "wanted", "latest"]]
            + outdated.map { [$0.name, $0.version, $0.wanted ?? "-", $0.latest ?? "-"] }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.enumerated().map { number, row in
            let cells = zip(row, widths).map { $0 + pad($0, $1) }
            let line = trimmed(cells.joined(separator: "  ")) + "\n"
            return number == 0 ? style.bold(line) : line
        }.joined()
    }

    /// One object, additive changes only.
    public static func json(_ outdated: [PackageManager.Outdated]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("plugins", .block) { writer in
                for one in outdated {
                    writer.object { writer in
                        writer.member("name", one.name)
                        writer.member("version", one.version)
                        writer.member("wanted", one.wanted)
                        writer.member("latest", one.latest)
                    }
                }
            }
        }
        return writer.finish()
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count))
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}

extension JSONWriter {
    fileprivate mutating func permissions(_ name: String, _ permissions: Permissions) {
        object(name) { writer in
            for kind in Permissions.Kind.allCases {
                writer.array(kind.rawValue) { writer in
                    for entry in permissions[kind] { writer.string(entry) }
                }
            }
        }
    }
}
