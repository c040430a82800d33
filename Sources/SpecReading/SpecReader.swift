public import SpecModel
package import SpecVocabulary

/// Reads documents into the typed model. Pure: bytes in, spec out; it does no I/O and cannot fail.
public struct SpecReader: Sendable {
    /// What it reads documents with.
    package let index: VocabularyIndex
    /// What it takes on.
    package private(set) var limits: ReadingLimits
    private let english: Vocabulary
    private let everyLanguage: Vocabulary

    /// Reads with the bundled vocabulary.
    public init(limits: ReadingLimits = ReadingLimits()) { self.init(.bundled, limits: limits) }

    /// Reads with a vocabulary that has more than the bundled one.
    package init(_ index: VocabularyIndex, limits: ReadingLimits = ReadingLimits()) {
        self.index = index
        self.limits = limits
        english = Vocabulary(index, allLanguages: false)
        everyLanguage = Vocabulary(index, allLanguages: true)
    }

    /// The same for templates, whose size is not that of documents.
    package var ofTemplates: SpecReader {
        var reader = self
        reader.limits = ReadingLimits()
        return reader
    }

    /// The kinds of item that the vocabulary knows, in its order.
    public var kinds: [String] { index.kinds.map(\.name) }

    /// Reads one document. What cannot be read (binary, too large, too deeply nested) is a spec
    /// without content and with a finding that says why.
    /// - Complexity: linear in `bytes` for documents within the reader's limits.
    public func read(_ bytes: [UInt8], path: String) -> Spec {
        var spec = Spec(source: SourceText(path: path, bytes: bytes))
        guard !refuse(&spec) else { return spec }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var start = hasMark ? 3 : 0
        if let header = FrontMatter(spec.source, from: start) {
            start = header.end
            let (fields, problem) = header.fields(spec.source, english)
            spec.metadata = fields
            if let (message, range) = problem {
                report(.frontMatter, message, range, in: &spec)
            }
        }
        if let excess = ReadingLimits.excess(in: spec.source, from: start) {
            let range = spec.source.lineRange(excess.line)
            report(.tooComplex, "cannot read \(excess.message)", range, in: &spec)
            return spec
        }
        fill(&spec, from: start)
        return spec
    }

    /// Why a document cannot be read, as its finding would say; nil where it can. Looks at the bytes
    /// alone and builds no tree.
    package func refusal(of bytes: [UInt8]) -> String? {
        var spec = Spec(source: SourceText(path: "", bytes: bytes))
        if refuse(&spec) || !spec.findings.isEmpty { return spec.findings.first?.message }
        let start = FrontMatter(spec.source, from: 0)?.end ?? 0
        return ReadingLimits.excess(in: spec.source, from: start).map {
            "cannot read \($0.message)"
        }
    }

    private func fill(_ spec: inout Spec, from start: Int) {
        let tree = MarkdownBuilder.build(spec.source, from: start)
        if let (what, place) = tree.excess {
            report(.tooComplex, "cannot read \(what)", SourceRange(place, place), in: &spec)
        }
        let (vocabulary, sections) = sections(of: tree, spec.source)
        var scanner = PlaceholderScanner(tree, vocabulary, spec.source)
        spec.placeholders = scanner.scan(from: start)
        let index = PlaceholderIndex(
            placeholders: spec.placeholders, source: spec.source, vocabulary: vocabulary)
        var items = ItemBuilder(tree, vocabulary, spec.source, sections, index)
        spec.items = items.build()
        spec.sections = sections.sections
        var metadata = MetadataReader(tree, vocabulary, items)
        spec.metadata.append(contentsOf: metadata.read(sections))
        spec.title =
            sections.title()
            ?? spec.metadata.first { $0.role == "title" }.map { SourcedText($0.value, $0.range) }
        spec.status = vocabulary.status(of: spec)
        spec.template = vocabulary.template(of: sections)
        spec.blocks = tree.blocks(in: spec.sections)
        for fence in tree.fences {
            let words = tree.info(of: fence).utf8.split { $0 == 0x20 || $0 == 0x09 }
            let language = words.first.map { String(Substring($0)) }
            spec.code.append(CodeBlock(language: language, range: tree.nodes[fence].range))
        }
        (spec.tasks.open, spec.tasks.done) = tree.tasks
        spec.links = tree.links(in: spec.source)
        spec.headings = tree.headingTexts()
        spec.suppressions = SuppressionReader.read(tree.comments, of: spec)
    }

    /// The section tree, and the words that the document is read with: those of other languages
    /// where most of its headings mean nothing in English and they know more of them.
    private func sections(
        of tree: MarkdownTree, _ source: SourceText
    ) -> (Vocabulary, SectionBuilder) {
        func known(_ sections: [Section]) -> Int { sections.count { $0.role != nil } }
        let english = SectionBuilder(tree, self.english, source)
        let count = english.sections.count { $0.level > 1 }
        guard count > 0, known(english.sections) * 2 < count else { return (self.english, english) }
        let other = SectionBuilder(tree, everyLanguage, source)
        return known(other.sections) > known(english.sections)
            ? (everyLanguage, other) : (self.english, english)
    }

    /// Documents that are no text, or too much of it.
    private func refuse(_ spec: inout Spec) -> Bool {
        let bytes = spec.source.bytes
        if bytes.count > limits.document {
            report(
                .tooLarge,
                "the document has \(bytes.count) bytes, more than the limit of "
                    + "\(limits.documentText); raise it with limits.reading.document in perilune.yml",
                SourceRange(0, 0), in: &spec)
            return true
        }
        if let place = bytes.span.first(0, in: 0..<bytes.count) {
            report(
                .notText, "byte 0 found; expected a Markdown document in UTF-8",
                SourceRange(place, place + 1), in: &spec)
            return true
        }
        if let place = UTF8Check.firstInvalid(in: bytes.span) {
            report(
                .notUTF8,
                "byte 0x\(String(bytes[place], radix: 16, uppercase: true)) is not UTF-8; save the document as UTF-8",
                SourceRange(place, place + 1), in: &spec)
        }
        return false
    }

    private func report(
        _ rule: ReadingRule, _ message: String, _ range: SourceRange, in spec: inout Spec
    ) {
        spec.findings.append(
            Finding(
                rule: rule.name, severity: rule.severity, message: message,
                location: spec.location(of: range)))
    }
}
