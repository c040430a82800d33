import Foundation
import SpecModel
import SpecReading
import TestSupport
import Testing

@Suite struct ModelTests {
    static let fixtures = Fixture.files("Fixtures/model", extension: "md")

    @Test(arguments: fixtures)
    func model(_ fixture: Fixture) throws {
        let spec = SpecReader().read(try fixture.bytes(), path: fixture.name)
        try Golden.compare(describe(spec), with: fixture.sibling("model"))
    }

    /// Documents that are not read at all say why and where.
    @Test(arguments: Fixture.files("Fixtures/refused", extension: "md"))
    func refusal(_ fixture: Fixture) throws {
        let spec = SpecReader().read(try fixture.bytes(), path: fixture.name)
        #expect(spec.sections.isEmpty && spec.items.isEmpty)
        try Golden.compare(describe(spec), with: fixture.sibling("model"))
    }

    @Test(arguments: MarkdownTests.fixtures)
    func everyPrefixKeepsItsPlaces(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let reader = SpecReader()
        for count in stride(from: 0, through: bytes.count, by: 1) {
            let spec = reader.read(Array(bytes[..<count]), path: fixture.name)
            try #require(misplaced(in: spec) == nil, "cut at \(count)")
        }
    }

    @Test(arguments: fixtures, Variant.allCases)
    func everyVariantKeepsItsPlaces(_ fixture: Fixture, _ variant: Variant) throws {
        let spec = SpecReader().read(variant.apply(try fixture.bytes()), path: fixture.name)
        #expect(misplaced(in: spec) == nil)
    }

    /// Line endings and a byte order mark change no value.
    @Test(arguments: fixtures, [Variant.crlf, .cr, .mark])
    func sameValues(_ fixture: Fixture, _ variant: Variant) throws {
        let bytes = try fixture.bytes()
        let plain = SpecReader().read(bytes, path: "")
        let other = SpecReader().read(variant.apply(bytes), path: "")
        #expect(values(of: plain) == values(of: other))
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func realDocumentsKeepTheirPlaces() throws {
        let folder = try Shared.path("corpus/specs")
        let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
        var count = 0
        for path in paths.sorted() where path.hasSuffix(".md") {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
            for variant in Variant.allCases {
                let varied = variant.apply(bytes)
                let spec = SpecReader().read(varied, path: path)
                #expect(misplaced(in: spec) == nil, "\(path) \(variant)")
                let source = SourceText(path: path, bytes: varied)
                #expect(brokenInvariant(of: source) == nil, "\(path) \(variant)")
                #expect(unplacedBytes(of: source) == 0, "\(path) \(variant)")
            }
            count += 1
        }
        #expect(count > 20)
    }
}

/// The first value whose range does not say it; nil where all do.
func misplaced(in spec: Spec) -> String? {
    let whole = SourceRange(0, spec.source.bytes.count)
    func isWrong(_ range: SourceRange) -> Bool { range.start > range.end || !whole.contains(range) }
    for section in spec.sections where isWrong(section.range) || isWrong(section.titleRange) {
        return "section \(section.title)"
    }
    for placeholder in spec.placeholders
    where isWrong(placeholder.range) || spec.source.text(placeholder.range).isEmpty {
        return "placeholder \(placeholder.text)"
    }
    for field in spec.metadata where isWrong(field.range) || isWrong(field.nameRange) {
        return "metadata \(field.name)"
    }
    for block in spec.blocks {
        if isWrong(block.range) { return "block \(block.kind)" }
        if let parent = block.parent, !spec.blocks[parent].range.contains(block.range) {
            return "block \(block.kind) at \(block.range)"
        }
    }
    for item in spec.items {
        if isWrong(item.range) { return "item \(item.key)" }
        for field in item.fields + item.extra {
            if isWrong(field.range) { return "\(item.kind).\(field.name)" }
            if let text = misplacedElement(of: field, in: spec) {
                return "\(item.kind).\(field.name): \(text) is not where it says"
            }
            if let text = field.inherited,
                !letters(of: spec.source.text(text.range)).contains(letters(of: text.text)),
                !canDiffer(spec.source.text(text.range)),
                !isSubsequence(
                    letters(of: text.text), of: letters(of: spec.source.text(text.range)))
            {
                return "\(item.kind).\(field.name): \(text.text) is not above it"
            }
            guard let text = field.text, !text.isEmpty, field.name != "phase",
                field.name != "source", field.name != "url"
            else { continue }
            // The words of a value stand at its range, in order, whatever markup is between them.
            let slice = spec.source.text(field.range)
            if !letters(of: slice).contains(letters(of: text)), !canDiffer(slice) {
                if !isSubsequence(letters(of: text), of: letters(of: slice)) {
                    return "\(item.kind).\(field.name): \(text) is not in \(slice)"
                }
            }
        }
    }
    return nil
}

/// An element of a list or a record whose range does not say it.
private func misplacedElement(of field: Field, in spec: Spec) -> String? {
    let texts: [SourcedText] =
        switch field.value {
        case .list(let elements): elements
        case .record(let entries): entries.map(\.value)
        default: []
        }
    return texts.first { text in
        guard text.range.start <= text.range.end, text.range.end <= spec.source.bytes.count else {
            return true
        }
        let slice = spec.source.text(text.range)
        return !canDiffer(slice)
            && !isSubsequence(letters(of: text.text), of: letters(of: slice))
    }?.text
}

/// May a value have other letters than its place? A character reference says other ones, and a tag
/// may stand within the bytes of one.
private func canDiffer(_ slice: String) -> Bool {
    slice.contains("&") || slice.contains("\u{FFFD}")
}

func letters(of text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

private func isSubsequence(_ part: String, of whole: String) -> Bool {
    var rest = whole[...]
    for character in part {
        guard let index = rest.firstIndex(of: character) else { return false }
        rest = rest[rest.index(after: index)...]
    }
    return true
}

/// What a document says, without its places.
private func values(of spec: Spec) -> [String] {
    [spec.title?.text ?? "", spec.status?.value ?? "", spec.template ?? ""]
        + spec.metadata.map { "\($0.name)=\($0.value)" }
        + spec.sections.map { "\($0.level) \($0.title)" }
        + spec.items.map { item in
            "\(item.key) "
                + (item.fields + item.extra).map { "\($0.name)=\(plain($0))" }.joined(
                    separator: " ")
        }
        + spec.placeholders.map(\.text)
}

private func plain(_ field: Field) -> String {
    switch field.value {
    case .text(let text):
        text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    case .boolean(let value): "\(value)"
    case .list(let parts): parts.map(\.text).joined(separator: "; ")
    case .record(let entries):
        entries.map { "\($0.name): \($0.value.text)" }.joined(separator: "; ")
    }
}

/// A spec as lines of text, for goldens.
func describe(_ spec: Spec) -> String {
    var lines: [String] = []
    func place(_ range: SourceRange) -> String {
        let start = spec.source.position(at: range.start)
        let end = spec.source.position(at: range.end)
        return "\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
    func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\n", with: "\\n") + "\""
    }
    lines.append("title \(spec.title.map { "\(quoted($0.text)) \(place($0.range))" } ?? "-")")
    lines.append("template \(spec.template ?? "-")")
    if let status = spec.status {
        lines.append("status \(quoted(status.raw)) \(status.value ?? "-") \(place(status.range))")
    }
    lines.append("tasks \(spec.tasks.done) done, \(spec.tasks.open) open")
    for field in spec.metadata {
        lines.append(
            "metadata \(quoted(field.name)) \(field.role ?? "-") \(quoted(field.value))\(field.date.map { " date \($0)" } ?? "") \(place(field.nameRange)) \(place(field.range))"
        )
    }
    for section in spec.sections {
        var line =
            "section \(section.level) \(quoted(section.title)) \(section.role ?? "-") \(place(section.range))"
        if let number = section.number { line += " number \(number)" }
        if let parent = section.parent { line += " below \(quoted(spec.sections[parent].title))" }
        if section.isEmpty { line += " empty" }
        if section.isOptional { line += " optional" }
        if section.isImplicit { line += " implicit" }
        lines.append(line)
    }
    for item in spec.items {
        lines.append(
            "item \(item.kind) \(item.key) \(place(item.range))\(item.isPlaceholder ? " placeholder" : "")"
        )
        for field in item.fields {
            lines.append(
                "  \(field.name) \(quoted(plain(field)))\(field.level.map { " level \($0)" } ?? "")\(field.date.map { " date \($0)" } ?? "")\(field.inherited.map { " from \(quoted($0.text)) \(place($0.range))" } ?? "") \(place(field.range))"
            )
        }
        for field in item.extra {
            lines.append(
                "  extra \(quoted(field.name)) \(quoted(plain(field))) \(place(field.range))")
        }
    }
    for placeholder in spec.placeholders {
        lines.append(
            "placeholder \(placeholder.style) \(quoted(placeholder.text)) \(place(placeholder.range))"
        )
    }
    for code in spec.code { lines.append("code \(code.language ?? "-") \(place(code.range))") }
    for finding in spec.findings {
        lines.append("finding \(finding.rule) \(finding.severity) \(finding.message)")
    }
    return lines.joined(separator: "\n") + "\n"
}
