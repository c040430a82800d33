internal import Printable
internal import SpecModel
internal import SpecPlugins
internal import SpecReading
internal import Yaml

/// What the names in comments mean in a workspace.
struct SuppressionNames {
    enum Meaning {
        /// A rule or a plugin, or what may be one of a plugin that is not there.
        case known
        /// What is wrong with it.
        case wrong(String)
    }

    /// Bytes of a name that are looked at, and shown.
    private static let longest = 80

    private let rules: [String]
    private let ruleSet: Set<String>
    private let plugins: Set<String>
    /// Plugins whose rules nobody knows here: they did not load, or are bundled and not on.
    private let absent: Set<String>
    /// A slip is seldom alone.
    private var wrong: [String: String] = [:]

    init(of workspace: Workspace) {
        rules = workspace.rules.map(\.name)
        ruleSet = Set(rules)
        plugins = Set(workspace.rules.map(\.plugin) + workspace.plugins.map(\.name))
        absent = Set(workspace.failures.map(\.plugin) + PluginFiles.bundledNames)
            .subtracting(plugins)
    }

    mutating func meaning(of name: String) -> Meaning {
        let owner = Path.parent(name)
        if ruleSet.contains(name) || plugins.contains(name) || absent.contains(name)
            || absent.contains(owner)
        {
            return .known
        }
        if let known = wrong[name] { return .wrong(known) }
        let message = message(for: name, owner)
        if name.utf8.count <= Self.longest { wrong[name] = message }
        return .wrong(message)
    }

    private func message(for name: String, _ owner: String) -> String {
        if owner == ReadingRule.plugin || name == ReadingRule.plugin {
            return
                "\"\(Self.shown(name))\" cannot be suppressed: what cannot be read is not checked"
        }
        guard name.utf8.count <= Self.longest else {
            return "unknown check \"\(Self.shown(name))\""
        }
        if !name.utf8.contains(UInt8(ascii: "/")),
            !rules.contains(where: { Path.name($0) == name }),
            let near = nearestName(to: name, among: plugins.union(absent).sorted(by: Path.precedes))
        {
            return "unknown check or plugin \"\(name.printable)\"; did you mean \"\(near)\"?"
        }
        switch Names(rules, kind: "check", allowsShort: false).find(name) {
        case .failure(let problem): return problem.message.printable
        case .success: return ""
        }
    }

    /// A text of a document in a message: one line of bounded length.
    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars
        if scalars.count <= longest { return text.printable }
        return String(String.UnicodeScalarView(scalars.prefix(longest))).printable + "…"
    }
}
