import SpecModel
import SpecReading
import Testing

/// Inputs on which cmark-gfm 0.29.0.gfm.6 is super-linear or nests without end: each is refused
/// with a finding, and what stands just below the limits is read.
@Suite struct LimitsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: @Sendable () -> String
        var message: String

        var testDescription: String { name }
    }

    static let refused: [Case] = [
        Case(
            name: "columns", text: { String(repeating: "|a", count: 300) + "\n" },
            message: "300 table columns, more than 256"),
        Case(
            name: "cells",
            text: {
                String(repeating: "|a", count: 200) + "|\n" + String(repeating: "|-", count: 200)
                    + "|\n" + String(repeating: "|a|\n", count: 2000)
            }, message: "a table of more than 200,000 cells"),
        Case(
            name: "delimiter rows", text: { String(repeating: "a\n-|-\n", count: 100) },
            message: "more than 64 table delimiter rows in one paragraph"),
        Case(
            name: "quotes", text: { String(repeating: ">", count: 100) + "a\n" },
            message: "100 nested block quotes or lists on one line, more than 64"),
        Case(
            name: "numbers", text: { String(repeating: "1. ", count: 100) + "a\n" },
            message: "100 nested block quotes or lists on one line, more than 64"),
        Case(
            name: "brackets", text: { String(repeating: "[a ", count: 5000) + "\n" },
            message: "more than 4,096 square brackets in one paragraph"),
        // One bar makes no table: a paragraph that has one has a paragraph's limits.
        Case(
            name: "brackets behind a bar",
            text: { "| " + String(repeating: "[a ", count: 5000) + "\n" },
            message: "more than 4,096 square brackets in one paragraph"),
        Case(
            name: "brackets in a row",
            text: { "|a|b|\n|-|-|\n|x|" + String(repeating: "[a ", count: 5000) + "|\n" },
            message: "more than 4,096 square brackets in one paragraph"),
        Case(
            name: "tildes", text: { String(repeating: "~a ", count: 3000) + "\n" },
            message: "more than 2,048 tildes in one paragraph"),
        Case(
            name: "emphasis", text: { String(repeating: "*a ", count: 9000) + "\n" },
            message: "more than 8,192 emphasis marks in one paragraph"),
        Case(
            name: "word", text: { String(repeating: "x", count: 9000) + "\n" },
            message: "a word of more than 8,192 bytes"),
        Case(
            name: "lines", text: { String(repeating: "a\n", count: 9000) },
            message: "a paragraph of more than 8,192 lines"),
        Case(
            name: "paragraph", text: { String(repeating: "some words ", count: 7000) + "\n" },
            message: "a paragraph of more than 65,536 bytes"),
    ]

    @Test(arguments: refused)
    func refusal(_ refused: Case) {
        let text = "# Title\n\n" + refused.text()
        let spec = SpecReader().read(Array(text.utf8), path: "a.md")
        #expect(spec.findings.map(\.rule) == ["reading/too-complex"])
        #expect(spec.findings.first?.message == "cannot read \(refused.message)")
        #expect(spec.findings.first.map { $0.location.start.line >= 3 } == true)
        #expect(spec.sections.isEmpty)
    }

    /// What stands at a limit is read, and one more is refused: a row for each input of which cmark's
    /// time or memory grows faster than its size.
    struct Edge: Sendable, CustomTestStringConvertible {
        var name: String
        /// The most that is read.
        var most: Int
        var text: @Sendable (Int) -> String
        var message: String

        var testDescription: String { name }
    }

    private static func many(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    static let edges: [Edge] = [
        Edge(
            name: "columns of a header", most: 256, text: { many("|a", $0) + "\n" },
            message: "257 table columns, more than 256"),
        Edge(
            name: "columns behind many lines", most: 256,
            text: { many("x\n", 500) + many("|a", $0) + "\n" + many("|-", $0) + "\n" },
            message: "257 table columns, more than 256"),
        Edge(
            name: "short rows below many columns", most: 988,
            text: { many("|a", 200) + "|\n" + many("|-", 200) + "|\n" + many("|a|\n", $0) },
            message: "a table of more than 200,000 cells"),
        Edge(
            name: "short rows of many tables", most: 25,
            text: {
                let header = many("|a", 199) + "|\n" + many("|-", 199) + "|\n"
                return many(header + many("|a\n", 42) + "\n", $0)
            }, message: "tables of more than 224111 cells"),
        Edge(
            name: "delimiter rows", most: 64, text: { many("a\n-|-\n", $0) },
            message: "more than 64 table delimiter rows in one paragraph"),
        Edge(
            name: "lists in one line", most: 50,
            text: { many("- ", $0) + "x" + many("\n", 2000) },
            message: "what is nested in more than 100 lists and quotes"),
        Edge(
            name: "lists in a quote", most: 49,
            text: { "> " + many("- ", $0) + "x\n" + many(">\n", 2000) },
            message: "what is nested in more than 100 lists and quotes"),
        Edge(
            name: "quotes around emphasis", most: 64, text: { many(">", $0) + many("a*", 2000) },
            message: "65 nested block quotes or lists on one line, more than 64"),
        Edge(
            name: "parentheses behind an address", most: 8185,
            text: { "http://" + many(")", $0) }, message: "a word of more than 8,192 bytes"),
        Edge(
            name: "addresses", most: 910, text: { many("http://a<", $0) + "<" },
            message: "a word of more than 8,192 bytes"),
        Edge(
            name: "links of one long definition", most: 8381,
            text: { "[x]: /" + many("u", 8000) + "\n\n" + many("[x]\n\n", $0) },
            message: "more than 8382 links beside a definition of 8006 bytes"),
        Edge(
            name: "brackets", most: 2048, text: { many("[a] ", $0) },
            message: "more than 4,096 square brackets in one paragraph"),
        Edge(
            name: "images in brackets", most: 1365, text: { many("![[]() ", $0) },
            message: "more than 4,096 square brackets in one paragraph"),
        Edge(
            name: "emphasis that never closes", most: 2049,
            text: { many("*a ", $0) + many("_a*_ ", 2048) },
            message: "more than 8,192 emphasis marks in one paragraph"),
        Edge(
            name: "strikes that never close", most: 682, text: { many("~~a b~ ", $0) },
            message: "more than 2,048 tildes in one paragraph"),
        Edge(
            name: "lines in front of a table", most: 8191,
            text: { many("a\n", $0) + "b\n|-|\n" + "c\n" },
            message: "a paragraph of more than 8,192 lines"),
        Edge(
            name: "references to characters", most: 2730, text: { many("& ", 1) + many("&a;", $0) },
            message: "a word of more than 8,192 bytes"),
    ]

    @Test(arguments: edges)
    func edge(_ edge: Edge) {
        func messages(_ count: Int) -> [String] {
            let text = "# Title\n\n" + edge.text(count)
            return SpecReader().read(Array(text.utf8), path: "a.md").findings.map(\.message)
        }
        #expect(messages(edge.most) == [])
        #expect(messages(edge.most + 1) == ["cannot read \(edge.message)"])
    }

    /// A long heading is no category, or many items below it would have as many long texts.
    @Test func longGroup() {
        func categories(_ words: Int) -> [String?] {
            let text =
                "# T\n\n## Non-Functional Requirements\n\n### " + Self.many("word ", words)
                + "\n\n" + Self.many("- a\n\n", 100)
            let spec = SpecReader().read(Array(text.utf8), path: "a.md")
            return spec.items.map { $0.field("category")?.text }
        }
        #expect(categories(2) == Array(repeating: "word word", count: 100))
        #expect(categories(60) == Array(repeating: nil, count: 100))
    }

    /// In a fence none of it is parsed, and so none of it is too much.
    @Test(arguments: refused)
    func fenced(_ refused: Case) {
        let text = "# Title\n\n```\n" + refused.text() + "```\n\n## Goals\n- one\n"
        let spec = SpecReader().read(Array(text.utf8), path: "a.md")
        #expect(spec.findings.isEmpty)
        #expect(spec.items.map(\.kind) == ["goal"])
    }

    @Test func depthByIndentation() {
        let lines = (0..<150).map { String(repeating: " ", count: 2 * $0) + "- a" }
        let text = "# Title\n\n" + lines.joined(separator: "\n") + "\n\n## Goals\n- one\n"
        let spec = SpecReader().read(Array(text.utf8), path: "a.md")
        #expect(spec.findings.map(\.rule) == ["reading/too-complex"])
        #expect(spec.items.map(\.kind) == ["goal"])
    }

    /// A document of as many bytes as the limit is read, and one more byte is refused.
    @Test(arguments: [(1 << 10, "1 KiB"), (1500, "1500 bytes"), (1 << 20, "1 MiB")])
    func size(_ limit: Int, _ text: String) {
        let reader = SpecReader(limits: ReadingLimits(document: limit))
        func findings(_ bytes: [UInt8]) -> [String] {
            reader.read(bytes, path: "a.md").findings.map { "\($0.rule): \($0.message)" }
        }
        let whole = Array(Self.many("word word word word\n\n", limit).utf8.prefix(limit))
        #expect(findings(whole) == [])
        #expect(throws: Never.self) { try reader.markdown(whole) }
        #expect(
            findings(whole + [0x0A]) == [
                "reading/too-large: the document has \(limit + 1) bytes, more than the limit of "
                    + "\(text); raise it with limits.reading.document in perilune.yml"
            ])
        #expect(throws: MarkdownRefusal.self) { try reader.markdown(whole + [0x0A]) }
    }

    @Test func `sixteen MiB where nobody says otherwise`() {
        #expect(ReadingLimits() == ReadingLimits(document: 16 << 20))
        #expect(ReadingLimits.documentRange.contains(ReadingLimits().document))
    }

    /// Links of one definition may be more in a document that is larger than four times their limit.
    @Test func manyLinks() {
        let reader = SpecReader(limits: ReadingLimits(document: 64 << 20))
        let links = "[x]: /" + Self.many("u", 400) + "\n\n" + Self.many("[x]\n\n", 170_000)
        let message = "cannot read more than 165292 links beside a definition of 406 bytes"
        #expect(reader.refusal(of: Array(links.utf8)) == message)
        let rest = Self.many(Self.many("word ", 50) + "\n\n", 17 << 12)
        #expect(reader.refusal(of: Array((links + rest).utf8)) == nil)
    }

    /// Each footnote goes back to where it stands in a time that grows with their number.
    @Test func manyFootnotes() {
        let text = (1...20_000).map { "- a[^\($0)]\n\n  [^\($0)]: b\n\n" }.joined()
        let spec = SpecReader().read(Array(text.utf8), path: "a.md")
        #expect(spec.findings.isEmpty)
        #expect(spec.blocks.count == 80_001)
    }

    /// A large table and a long document of ordinary text are no attack.
    @Test func ordinary() {
        let rows = (0..<5000).map { "| Risk \($0) | High | Low | Wait |" }.joined(separator: "\n")
        let text =
            "# T\n\n## Risks\n| Risk | Likelihood | Impact | Mitigation |\n|-|-|-|-|\n\(rows)\n"
        let spec = SpecReader().read(Array(text.utf8), path: "a.md")
        #expect(spec.findings.isEmpty)
        #expect(spec.items.count == 5000)
        #expect(Set(spec.items.map(\.key)).count == 5000)
    }

    /// Many small things are read in a time that grows with their number: were it the square of it,
    /// these would not end.
    @Test(arguments: [
        "# a\n\n", "### a\n\n", "### Phase 1: a\n\n", "### R-1: a\n\n", "- [ ] a\n\n# b\n\n",
        "**Errors**: a\n\n", "**Document History**\n\n", "<!-- a -->\n\n{{A}}\n\n",
    ])
    func manyOfOne(_ piece: String) {
        for heading in ["Risks", "API", "Implementation Plan"] {
            let text = "# T\n\n## \(heading)\n\n" + String(repeating: piece, count: 20_000)
            let spec = SpecReader().read(Array(text.utf8), path: "a.md")
            #expect(spec.findings.isEmpty)
            #expect(spec.blocks.count >= 20_000)
        }
    }

    /// Raw HTML is read in one pass, whatever is left open in it.
    @Test(arguments: [
        "<td>\n", "<table>\n", "<table>\n\n", "<table><tr><td>a</td></tr></table>\n\n", "<!--\n",
        "<td a=\"\n", "<td a='\n", "<td\n", "<b>\n", "<pre>\n", "&a1;\n", "</td></tr></table>\n",
        "<tr><td>&eacute;<td>b</tr>\n",
    ])
    func manyTagsOfOne(_ piece: String) {
        for start in ["", "<table>\n", "<table><tr><td>\n"] {
            let text = "# T\n\n\(start)" + String(repeating: piece, count: 10_000)
            for end in ["", "</table>\n"] {
                let source = SourceText(path: "a.md", bytes: Array((text + end).utf8))
                #expect(brokenInvariant(of: source) == nil)
            }
        }
    }

    /// A character reference that HTML does not have costs no more than one that it has.
    @Test func manyReferences() {
        let cells = (0..<20_000).map { "<td>&x\($0);</td>\n" }.joined()
        let source = SourceText(
            path: "a.md", bytes: Array("<table><tr>\n\(cells)</tr></table>\n".utf8))
        #expect(brokenInvariant(of: source) == nil)
    }

    /// More cells than a table of bars may have are no table.
    @Test func manyCells() {
        func kinds(_ count: Int) -> [Block.Kind] {
            let cells = String(repeating: "<td>a</td>\n\n", count: count)
            let text = "<table><tr>\n\(cells)</tr></table>\n"
            return SpecReader().read(Array(text.utf8), path: "a.md").blocks.prefix(2).map(\.kind)
        }
        #expect(kinds(200_000) == [.table, .tableRow])
        #expect(kinds(200_001) == [.html, .html])
    }

    /// Any bytes are read without a trap, and every range stays inside.
    @Test func randomBytes() {
        var state: UInt64 = 11
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let pieces = Array("#-*_`~|[](){}<>&;:\\!\n\r\t \"'1aZ.é✅\u{0}".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int(next() % 200)).map { _ in pieces[Int(next()) % pieces.count] }
            let spec = SpecReader().read(bytes, path: "a.md")
            #expect(misplaced(in: spec) == nil)
            let source = SourceText(path: "a.md", bytes: bytes)
            #expect(bytes.contains(0) || brokenInvariant(of: source) == nil, "\(bytes)")
        }
    }
}
