internal import LuaSandbox
internal import SpecModel
internal import SpecPlugins
internal import SpecReading

/// Makes of what a worker says what the rest of the program may believe: places are inside of
/// documents that were sent, rules are those that were asked for, texts are one line that no
/// terminal obeys.
struct Verifier {
    private let documents: [Document]
    /// Of documents with findings.
    private var sources: [Int: SourceText] = [:]

    init(_ documents: [Document]) { self.documents = documents }

    /// What reading found in a document.
    mutating func reading(_ findings: [RemoteFinding], in document: Int) -> [Finding] {
        findings.compactMap { finding in
            guard ReadingRule.allCases.contains(where: { $0.name == finding.rule }) else {
                return nil
            }
            return self.finding(finding, in: document, finding.severity)
        }
    }

    /// What the rules of a plugin said.
    /// - Parameter document: the one that it was asked about; nil for all of them.
    mutating func result(
        _ remote: RemoteResult, of plugin: String, _ requests: [CheckRequest],
        in document: Int?
    ) -> CheckResult {
        var result = CheckResult()
        var isWrong = false
        for finding in remote.findings {
            let request = requests.first { plugin + "/" + $0.name == finding.rule }
            if let request,
                let found = self.finding(
                    finding, in: document ?? finding.document, request.severity)
            {
                result.findings.append(found)
            } else {
                isWrong = true
            }
        }
        result.failures = remote.failures.map { failure($0, of: plugin, requests) }
        result.log = log(remote.log)
        if isWrong {
            result.failures.append(
                PluginFailure(
                    plugin: plugin, kind: .shape,
                    message:
                        "its worker gave a finding of no rule or no place that it was asked for"
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
        failure.message = Self.line(remote.message)
        failure.file = remote.file.map(Self.line)
        failure.line = remote.line.flatMap { $0 > 0 ? $0 : nil }
        failure.column = remote.column.flatMap { $0 > 0 ? $0 : nil }
        let rules = requests.map { plugin + "/" + $0.name } + [rule].compactMap { $0 }
        if let rule = remote.rule, !rules.contains(rule) { failure.rule = nil }
        if let spec = remote.spec, !documents.contains(where: { $0.path == spec }) {
            failure.spec = nil
            failure.specLine = nil
        }
        failure.traceback = remote.traceback.prefix(64).map(Self.line)
        return failure
    }

    /// What a plugin printed.
    func log(_ remote: [String]) -> [String] { remote.map(Self.line) }

    /// Edits of a document; nil where they are not in order, inside and apart.
    func edits(_ remote: [RemoteEdit], of document: Int) -> [Edit]? {
        var end = 0
        var edits: [Edit] = []
        for edit in remote {
            guard edit.start >= end, edit.end >= edit.start,
                edit.end <= documents[document].bytes.count
            else { return nil }
            end = edit.end
            edits.append(
                Edit(
                    path: documents[document].path, range: SourceRange(edit.start, edit.end),
                    replacement: edit.replacement))
        }
        return edits
    }

    private mutating func finding(
        _ remote: RemoteFinding, in document: Int, _ severity: Severity
    ) -> Finding? {
        guard documents.indices.contains(document), remote.start >= 0,
            remote.start <= remote.end, remote.end <= documents[document].bytes.count
        else { return nil }
        let source = source(of: document)
        return Finding(
            rule: remote.rule, severity: severity, message: Self.line(remote.message),
            location: Location(
                path: source.path, start: source.position(at: remote.start),
                end: source.position(at: remote.end)),
            item: remote.item)
    }

    private mutating func source(of document: Int) -> SourceText {
        if let known = sources[document] { return known }
        let source = SourceText(
            path: documents[document].path, bytes: documents[document].bytes)
        sources[document] = source
        return source
    }

    /// Texts of a worker that runs as it should are this already.
    private static func line(_ text: String) -> String { String(sanitising: text.utf8) }
}
