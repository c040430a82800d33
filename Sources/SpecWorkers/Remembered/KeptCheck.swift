internal import SpecModel
internal import SpecPlugins

/// What was said of one document, as it is kept: what a worker would have answered, without facts,
/// which few runs look at again.
struct KeptCheck: WireValue {
    private var reading: [RemoteFinding]
    private var results: [RemoteResult]
    private var suppressions: [UInt8]
    /// Those that its links lead to; none where nobody wants facts.
    private var linkedFiles: [String]

    /// Nil where a plugin failed or printed something, or the end of a worker was in play: that is
    /// to happen again, or not to.
    init?(_ checked: CheckedDocument, of document: Document) {
        guard !checked.isUnreadable, checked.results.allSatisfy(\.isQuiet) else { return nil }
        let paths = [document.path]
        reading = RemoteFinding.list(checked.reading, in: paths)
        results = checked.results.map { RemoteResult($0, in: paths) }
        suppressions = SpecSuppressions.frame(of: checked.suppressions)
        linkedFiles = checked.known?.linkedFiles ?? []
    }

    /// What was said, if it can have been said of this document, by these rules.
    /// - Parameter key: of the document, where facts are wanted.
    func checked(
        _ document: Document, _ rules: [RulesOfPlugin], factsBy key: CheckKey?
    ) -> CheckedDocument? {
        var verifier = Verifier([document])
        guard results.count == rules.count, linkedFiles.count <= document.size / 3,
            let suppressions = verifier.suppressions(suppressions, of: 0)
        else { return nil }
        var checked = CheckedDocument(reading: verifier.reading(reading, in: 0))
        checked.suppressions = suppressions
        for (rules, result) in zip(rules, results) {
            checked.results.append(
                verifier.result(result, of: rules.plugin, rules.requests, in: 0))
        }
        guard checked.reading.count == reading.count, checked.results.allSatisfy(\.isQuiet) else {
            return nil
        }
        if let key { checked.known = KnownDocument(document, linking: linkedFiles, kept: key) }
        return checked
    }

    func write(to writer: inout WireWriter) {
        reading.write(to: &writer)
        results.write(to: &writer)
        writer.raw(suppressions)
        linkedFiles.write(to: &writer)
    }

    private init(from reader: inout WireReader) throws(WireError) {
        reading = try .read(from: &reader)
        results = try .read(from: &reader)
        suppressions = try reader.raw()
        linkedFiles = try .read(from: &reader)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> KeptCheck {
        try KeptCheck(from: &reader)
    }
}

extension CheckResult {
    /// Did the plugin neither fail nor print?
    var isQuiet: Bool { failures.isEmpty && log.isEmpty }
}
