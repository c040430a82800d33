internal import SpecPlugins
internal import Yaml

/// Changes what a `perilune.yml` says of its plugins, and no byte that says something else: comments,
/// order, indentation, ends of lines stay.
///
/// Bytes in, bytes out. No plan of a change is believed: the result is read again, and must say what
/// the file said before but for the entry. Where no plan holds, the file stays as it is and the error
/// says what to write by hand.
package struct ConfigurationEditor: Sendable {
    /// The file as it is now.
    package private(set) var bytes: [UInt8]
    private let path: String
    private var root: YamlNode?

    /// - Parameter path: for messages.
    /// - Throws: where the bytes are no YAML that a configuration may be.
    package init(_ bytes: [UInt8], path: String) throws(Problem) {
        self.bytes = bytes
        self.path = path
        do throws(YamlError) {
            root = try YamlNode.parse(bytes)
        } catch {
            throw Problem(error, path: path)
        }
    }

    /// Has `plugins:` an entry of this name?
    package func hasPlugin(_ name: String) -> Bool { plugins?.value[name] != nil }

    /// Adds an entry to `plugins:`, behind the others.
    ///
    /// Without a word of plugins the bundled ones are on, and naming one turns off all that are not
    /// named. So a file without `plugins:` gets an entry for each of those, too.
    /// - Parameter bundled: those that are on without a word; none where a file that this one extends
    ///   has `plugins:`.
    /// - Returns: what a user should be told beside what was asked for.
    @discardableResult
    package mutating func addPlugin(
        _ name: String, _ value: YamlValue, keeping bundled: [String] = PluginFiles.bundledNames
    ) throws(Problem) -> String? {
        if let refusal = ConfigurationReader.refusal(ofPluginName: name) {
            throw Problem(refusal, path: path)
        }
        guard let plugins else { return try addSection(name, value, keeping: bundled) }
        if let there = plugins.value.pair(name) {
            throw problem("the plugin \"\(name)\" stands here already", there.keyStart)
        }
        let entry = YamlEntry(name: name, value: value)
        let before = root?.without("plugins", name)
        try make(
            source.insertions(of: entry, into: place(of: plugins)), at: plugins.value.start,
            byHand: "add \(entry.flow) to \"plugins\" by hand"
        ) { after in
            after["plugins"]?[name]?.isSame(as: value.node) == true
                && after.without("plugins", name).isSame(as: before)
        }
        return nil
    }

    /// Changes a member of an entry, such as `version`, or adds it.
    package mutating func setPlugin(
        _ name: String, _ member: String, _ value: String
    ) throws(Problem) {
        let (plugins, entry) = try entry(name)
        let pair = YamlEntry(name: member, value: .text(value))
        let plans: [[YamlSource.Change]]
        if let old = entry.value.pair(member) {
            plans = [source.replacement(of: old, with: value)].compactMap { $0 }
        } else if case .mapping = entry.value.value {
            var place = place(of: entry)
            place.isInFlow = source.isFlow(plugins.value)
            plans = source.insertions(of: pair, into: place)
        } else {
            throw problem(
                "the plugin \"\(name)\" is \(entry.value.found), which has no \"\(member)\"",
                entry.value.start)
        }
        let before = root?.without("plugins", name, member)
        try make(
            plans, at: entry.keyStart,
            byHand: "write \(pair.flow) for the plugin \"\(name)\" by hand"
        ) { after in
            guard case .scalar(let text, let isQuoted) = after["plugins"]?[name]?[member]?.value
            else { return false }
            return text.utf8.elementsEqual(value.utf8) && (isQuoted || YamlText.isPlain(value))
                && after.without("plugins", name, member).isSame(as: before)
        }
    }

    /// Takes an entry out, with its comment; the last one leaves `plugins: {}`, so that none is on.
    package mutating func removePlugin(_ name: String) throws(Problem) {
        let (plugins, entry) = try entry(name)
        let plan = source.removal(of: entry, from: place(of: plugins))
        let before = root?.without("plugins", name)
        try make(
            [plan].compactMap { $0 }, at: entry.keyStart,
            byHand: "take \"\(name)\" out of \"plugins\" by hand"
        ) { after in
            after.isSame(as: before)
        }
    }

    // MARK: places

    private var source: YamlSource { YamlSource(bytes: bytes) }

    private var plugins: YamlPair? { root?.pair("plugins") }

    private func entry(_ name: String) throws(Problem) -> (plugins: YamlPair, entry: YamlPair) {
        if let plugins, let entry = plugins.value.pair(name) { return (plugins, entry) }
        var names: [String] = []
        if case .mapping(let pairs) = plugins?.value.value { names = pairs.map(\.key) }
        throw Problem(
            "\"plugins\" has no \"\(name)\"" + suggestion(for: name, among: names), path: path)
    }

    private func place(of pair: YamlPair) -> YamlSource.Place {
        YamlSource.Place(
            node: pair.value, owner: pair, isInFlow: root.map(source.isFlow) ?? false, step: step)
    }

    /// What a level is indented by: as in `plugins:`, else as in the first section.
    private var step: String {
        let width = plugins.flatMap { $0.value.step } ?? root?.step ?? 2
        return String(repeating: " ", count: min(width, 8))
    }

    // MARK: changes

    private mutating func addSection(
        _ name: String, _ value: YamlValue, keeping bundled: [String]
    ) throws(Problem) -> String? {
        let kept = bundled.filter { $0 != name }
        let all =
            kept.map { (name: $0, value: YamlValue.text("bundled")) } + [(name: name, value: value)]
        let section = YamlEntry(name: "plugins", value: .members(all))
        let lines =
            ["plugins:"]
            + all.flatMap { entry in
                var isShort = true
                if case .members(let members) = entry.value { isShort = members.count < 2 }
                let entry = YamlEntry(name: entry.name, value: entry.value)
                return isShort ? [step + entry.flow] : entry.block(step, step)
            }
        let before = root ?? YamlValue.members([]).node
        try make(
            source.insertions(ofSection: section, lines, into: root),
            at: root?.start ?? YamlMark(line: 1, column: 1, offset: 0),
            byHand: "add \(section.flow) by hand"
        ) { after in
            after["plugins"]?.isSame(as: section.value.node) == true
                && after.without("plugins").isSame(as: before.without("plugins"))
        }
        return kept.isEmpty
            ? nil
            : "\(path) did not say which plugins are on, so the bundled ones were; it names them "
                + "now, and they stay on"
    }

    /// Makes the first of some plans that comes to what is meant.
    private mutating func make(
        _ plans: [[YamlSource.Change]], at mark: YamlMark, byHand: String,
        _ isMeant: (YamlNode) -> Bool
    ) throws(Problem) {
        for plan in plans {
            let changed = source.applying(plan)
            guard let after = try? YamlNode.parse(changed), isMeant(after) else { continue }
            bytes = changed
            root = after
            return
        }
        throw problem("cannot be changed safely as it is written; \(byHand)", mark)
    }

    private func problem(_ message: String, _ mark: YamlMark) -> Problem {
        Problem(message, path: path, line: mark.line, column: mark.column)
    }
}
