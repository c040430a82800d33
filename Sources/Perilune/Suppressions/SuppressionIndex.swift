internal import SpecModel
internal import SpecReading

/// Which comment of a document suppresses a finding: that of its line, else of its item, else of the
/// part of the document that is between a `disable` and an `enable`, else of the document.
///
/// Names are `plugin/rule`, `plugin`, and empty for all rules of plugins. A question costs the
/// logarithm of the number of comments.
struct SuppressionIndex {
    /// A name that a comment says: which comment, and which of its names.
    struct Entry: Hashable {
        var suppression: Int
        var name: Int
    }

    private struct Line: Hashable {
        var name: String
        var line: Int
    }

    private struct ItemKey: Hashable {
        var name: String
        var key: String
    }

    private struct Event {
        var place: Int
        /// Nil where it is suppressed no longer.
        var entry: Entry?
    }

    private let source: SourceText
    private var lines: [Line: Entry] = [:]
    private var items: [ItemKey: Entry] = [:]
    private var scopes: [String: NestedScopes] = [:]
    private var events: [String: [Event]] = [:]
    private var files: [String: Entry] = [:]

    init(_ source: SourceText) { self.source = source }

    /// Takes in what a comment says of a name. Comments come in the order of the document.
    mutating func add(_ suppression: Suppression, _ name: String, _ entry: Entry) {
        switch suppression.kind {
        case .line, .nextLine:
            guard let scope = suppression.scope else { return }
            // Lines in between are the comment's own, however many: nothing is found in them.
            for line in Set([scope.start, scope.end].map(source.lineIndex)) {
                let key = Line(name: name, line: line)
                lines[key] = lines[key] ?? entry
            }
        case .item:
            guard let scope = suppression.scope else { return }
            scopes[name, default: NestedScopes()].add(scope, entry)
            for item in suppression.items {
                let key = ItemKey(name: name, key: item)
                items[key] = items[key] ?? entry
            }
        case .file: files[name] = files[name] ?? entry
        case .disable, .enable:
            events[name, default: []].append(
                Event(
                    place: suppression.range.start,
                    entry: suppression.kind == .enable ? nil : entry))
        case nil: return
        }
    }

    /// To be called once, when all were added.
    mutating func finish() {
        for name in scopes.keys { scopes[name]?.finish() }
    }

    /// The comment that suppresses a finding.
    func entry(for finding: Finding) -> Entry? {
        let plugin = Path.parent(finding.rule)
        var names = [finding.rule, plugin]
        // Who means what is said of comments has to say so.
        if plugin != SuppressionRule.plugin { names.append("") }
        let place = finding.location.start.offset
        let line = source.lineIndex(of: place)
        for name in names {
            if let entry = lines[Line(name: name, line: line)] { return entry }
        }
        for name in names {
            if let entry = scopes[name]?.innermost(around: place) { return entry }
            if let item = finding.item, let entry = items[ItemKey(name: name, key: item)] {
                return entry
            }
        }
        if let entry = disabling(names, place) { return entry }
        for name in names {
            if let entry = files[name] { return entry }
        }
        return nil
    }

    /// The `disable` of some names that is the last in front of a place, unless an `enable` is.
    private func disabling(_ names: [String], _ place: Int) -> Entry? {
        if events.isEmpty { return nil }
        var last: Event?
        for name in names.contains("") ? names : names + [""] {
            guard let events = events[name] else { continue }
            let behind = events.partitioningIndex { $0.place > place }
            guard behind > 0 else { continue }
            let event = events[behind - 1]
            if event.entry != nil, !names.contains(name) { continue }
            if event.place >= last?.place ?? -1 { last = event }
        }
        return last?.entry
    }
}

/// Ranges of a document that hold one another or are apart, as items and tables do.
private struct NestedScopes {
    private var scopes: [(range: SourceRange, entry: SuppressionIndex.Entry)] = []
    /// Of each, the place of the nearest in front of it that may reach behind its beginning.
    private var parents: [Int?] = []

    mutating func add(_ range: SourceRange, _ entry: SuppressionIndex.Entry) {
        scopes.append((range, entry))
    }

    mutating func finish() {
        // Of equal ones the first counts.
        var seen: Set<SourceRange> = []
        scopes = scopes.filter { seen.insert($0.range).inserted }
            .sorted { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
        var open: [Int] = []
        for (place, scope) in scopes.enumerated() {
            while let last = open.last, scopes[last].range.end < scope.range.start {
                open.removeLast()
            }
            parents.append(open.last)
            open.append(place)
        }
    }

    /// Of those that hold a place, their end included, the one that begins last.
    func innermost(around place: Int) -> SuppressionIndex.Entry? {
        let behind = scopes.partitioningIndex { $0.range.start > place }
        var index = behind > 0 ? behind - 1 : nil
        while let at = index {
            if scopes[at].range.end >= place { return scopes[at].entry }
            index = parents[at]
        }
        return nil
    }
}
