internal import LuaSandbox
internal import Printable
internal import SpecModel
internal import SpecPlugins
internal import SpecReading

/// Makes of what a worker says what the rest of the program may believe: places are inside of
/// documents that were sent, rules are those that were asked for, texts are one line that no
/// terminal obeys.
struct Verifier {
    /// A rule may err on items, which is one failure with their number, and hit a limit.
    private static let failuresOfRule = 2

    private let documents: [Document]
    private let paths: Set<String>
    /// Of rules, each once, however many findings say it.
    private var rules: Set<String> = []
    /// Of documents with findings.
    private var sources: [Int: SourceText] = [:]

    init(_ documents: [Document]) {
        self.documents = documents
        paths = Set(documents.map(\.path))
    }

    /// Forgets where the lines of a document begin, about which nothing more is to be said.
    mutating func forget(_ document: Int) { sources[document] = nil }

    /// What reading found in a document.
    mutating func reading(_ findings: [RemoteFinding], in document: Int) -> [Finding] {
        findings.compactMap { finding in
            guard ReadingRule.allCases.contains(where: { $0.name == finding.rule }) else {
                return nil
            }
            return self.finding(finding, in: document, finding.severity)
        }
    }

    /// The facts of a document, which only another worker will look into, and none where they are
    /// not wanted; nil where they are more than a document can say, or are missing.
    func facts(_ told: [UInt8]?, of document: Int, areWanted: Bool) -> [UInt8]? {
        guard areWanted else { return [] }
        let isHeld = documents[document].template != nil
        let most = SpecFacts.most(of: documents[document].size, isHeld: isHeld)
        return told.flatMap { $0.count <= most ? $0 : nil }
    }

    /// The comments of a document that are meant for the checks: what they say is read here. nil where
    /// there are none at the places that are told.
    mutating func suppressions(_ told: [UInt8], of document: Int) -> [Suppression]? {
        if told.isEmpty { return [] }
        return try? SpecSuppressions.suppressions(told, of: source(of: document))
    }

    /// What checks took; what is told of rules that nobody asked for counts for nothing.
    func spent(_ told: TimeSpent?, on rules: [RulesOfPlugin]) -> TimeSpent? {
        guard var spent = told else { return nil }
        var names: Set<String> = []
        for rules in rules {
            for request in rules.requests { names.insert("\(rules.plugin)/\(request.name)") }
        }
        spent.rules = spent.rules.filter { names.contains($0.key) }
        return spent
    }

    /// What the rules of a plugin said.
    /// - Parameter document: the one that it was asked about; nil for all of them.
    mutating func result(
        _ remote: RemoteResult, of plugin: String, _ requests: [CheckRequest],
        in document: Int?
    ) -> CheckResult {
        var result = CheckResult()
        var isWrong = remote.failures.count > Self.failuresOfRule * (requests.count + 1)
        // Most plugins have nothing to say of most documents.
        let severities = Dictionary(
            (remote.findings.isEmpty ? [] : requests).map { (plugin + "/" + $0.name, $0.severity) },
            uniquingKeysWith: { $1 })
        for finding in remote.findings {
            if let severity = severities[finding.rule],
                let found = self.finding(finding, in: document, severity)
            {
                result.findings.append(found)
            } else {
                isWrong = true
            }
        }
        result.failures = remote.failures.prefix(Self.failuresOfRule * (requests.count + 1))
            .map { failure($0, of: plugin, requests) }
        result.log = log(remote.log)
        if isWrong {
            result.failures.append(
                PluginFailure(
                    plugin: plugin, kind: .shape,
                    message:
                        "its worker gave a finding of no rule or place that it was asked for, "
                        + "or too many failures"
                ))
        }
        return result
    }

    /// A failure of a plugin.
    func failure(
        _ remote: PluginFailure, of plugin: String, _ requests: [CheckRequest] = [],
        rule: String? = nil
    ) -> PluginFailure {
        var failure = remote
        failure.plugin = plugin
        failure.message = remote.message.printable
        failure.file = remote.file.map(\.printable)
        failure.library = remote.library.map(\.printable)
        failure.line = remote.line.flatMap { $0 > 0 ? $0 : nil }
        failure.column = remote.column.flatMap { $0 > 0 ? $0 : nil }
        let rules = requests.map { plugin + "/" + $0.name } + [rule].compactMap { $0 }
        if let rule = remote.rule, !rules.contains(rule) { failure.rule = nil }
        if let spec = remote.spec, !paths.contains(spec) {
            failure.spec = nil
            failure.specLine = nil
        }
        failure.traceback = remote.traceback.prefix(64).map(\.printable)
        return failure
    }

    /// What a plugin printed.
    func log(_ remote: [String]) -> [String] { remote.map(\.printable) }

    /// Edits of a document; nil where they are not in order, inside, apart and of whole characters.
    mutating func edits(_ remote: [RemoteEdit], of document: Int) -> [Edit]? {
        if remote.isEmpty { return [] }
        let bytes = source(of: document).bytes
        var end = 0
        var edits: [Edit] = []
        for edit in remote {
            guard edit.start >= end, edit.end >= edit.start,
                edit.end <= bytes.count, isBetweenCharacters(edit.start, in: bytes),
                isBetweenCharacters(edit.end, in: bytes)
            else { return nil }
            end = edit.end
            edits.append(
                Edit(
                    path: documents[document].path, range: SourceRange(edit.start, edit.end),
                    replacement: edit.replacement, group: edit.group))
        }
        return edits
    }

    private func isBetweenCharacters(_ offset: Int, in bytes: [UInt8]) -> Bool {
        offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }

    private mutating func finding(
        _ remote: RemoteFinding, in document: Int?, _ severity: Severity
    ) -> Finding? {
        guard let location = location(remote.place, in: document),
            let fix = edits(remote.fix, of: document ?? remote.place.document)
        else { return nil }
        var related: [Finding.Related] = []
        for other in remote.related {
            guard let location = self.location(other.place, in: document) else { return nil }
            related.append(
                Finding.Related(message: other.message.printable, location: location))
        }
        return Finding(
            rule: rules.insert(remote.rule).memberAfterInsert, severity: severity,
            message: remote.message.printable,
            location: location, item: remote.item, related: related,
            help: remote.help.flatMap { $0.hasPrefix("https://") ? $0.printable : nil }, fix: fix,
            applicability: remote.applicability)
    }

    /// Where a place is, in the one document that was asked about or in the one that it names.
    private mutating func location(_ place: RemotePlace, in document: Int?) -> Location? {
        let document = document ?? place.document
        guard documents.indices.contains(document), place.start >= 0, place.start <= place.end,
            place.end <= documents[document].size
        else { return nil }
        let source = source(of: document)
        return Location(
            path: source.path, start: source.position(at: place.start),
            end: source.position(at: place.end))
    }

    private mutating func source(of document: Int) -> SourceText {
        if let known = sources[document] { return known }
        let source = SourceText(
            path: documents[document].path, bytes: documents[document].bytes)
        sources[document] = source
        return source
    }
}
