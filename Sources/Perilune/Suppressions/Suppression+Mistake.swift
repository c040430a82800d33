internal import SpecModel
internal import Yaml

extension Suppression {
    /// What keeps the comment from being understood, and where; nil where nothing does.
    var mistake: (message: String, range: SourceRange)? {
        guard let kind else {
            let known = Kind.allCases.map { "perilune-\($0.rawValue)" }
            let found = "perilune-\(word.text)"
            let near = found.utf8.count <= 64 ? nearestName(to: found, among: known) : nil
            return (
                "unknown comment \"\(SuppressionNames.shown(found))\""
                    + (near.map { "; did you mean \"\($0)\"?" }
                        ?? "; expected \(known.joined(separator: ", "))"),
                word.range
            )
        }
        if !isClosed { return ("the comment never ends; expected \"-->\"", range) }
        if isTooLong { return ("the comment names more than \(Self.ruleLimit) rules", range) }
        if let setting = rules.first(where: { $0.text.utf8.contains(UInt8(ascii: "=")) }) {
            let found = SuppressionNames.shown(setting.text)
            return (
                "unknown setting \"\(found)\"; expected until=2026-03-01, once, and rules",
                setting.range
            )
        }
        if let until {
            if kind == .enable { return ("\"perilune-enable\" has no \"until=\"", until.range) }
            guard Day.isDay(until.text) else {
                let found = SuppressionNames.shown(until.text)
                return ("\"\(found)\" is no day; expected one as 2026-03-01", until.range)
            }
        }
        if scope == nil, kind == .nextLine { return ("no line follows the comment", range) }
        if scope == nil, kind == .item {
            return ("no item is around the comment, and none begins below it", range)
        }
        return nil
    }
}

/// What is disabled at a place of a document.
struct OpenSuppressions {
    private var rules: [String: Set<String>] = [:]
    private var isAll = false

    /// No name stands for all.
    mutating func open(_ names: [String]) {
        if names.isEmpty { isAll = true }
        for name in names { rules[Path.parts(name).first ?? "", default: []].insert(name) }
    }

    /// Is something enabled by some names, each of which may have to be disabled?
    mutating func close(_ names: [String]) -> Bool {
        if names.isEmpty {
            defer { (rules, isAll) = ([:], false) }
            return isAll || !rules.isEmpty
        }
        var isAny = isAll
        for name in names {
            let plugin = Path.parts(name).first ?? ""
            guard let open = rules[plugin] else { continue }
            if name == plugin {
                rules[plugin] = nil
                isAny = true
            } else if open.contains(name) || open.contains(plugin) {
                rules[plugin]?.remove(name)
                if rules[plugin]?.isEmpty == true { rules[plugin] = nil }
                isAny = true
            }
        }
        return isAny
    }
}
