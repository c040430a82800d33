import SpecModel
import SpecReading
import TestSupport
import Testing

/// Markdown as a tree without positions, for whoever writes it in another format.
@Suite struct ElementTests {
    private static let fixtures = Fixture.files("Fixtures/elements", extension: "md")

    @Test(arguments: fixtures) func tree(_ fixture: Fixture) throws {
        let tree = try SpecReader().markdown(fixture.bytes())
        try Golden.compare(Self.dump(tree, 0), with: fixture.sibling("elements"))
    }

    private static func dump(_ element: MarkdownElement, _ depth: Int) -> String {
        var line = String(repeating: "  ", count: depth) + element.kind.rawValue
        if !element.text.isEmpty { line += " \(element.text.debugDescription)" }
        if let url = element.url { line += " url \(url.debugDescription)" }
        if let language = element.language { line += " language \(language)" }
        if let level = element.level { line += " level \(level)" }
        if let start = element.start { line += " start \(start)" }
        if let isDone = element.isDone { line += isDone ? " done" : " open" }
        if !element.alignments.isEmpty {
            line += " " + element.alignments.map(\.rawValue).joined(separator: " ")
        }
        return line + "\n" + element.children.map { dump($0, depth + 1) }.joined()
    }

    /// However a text is cut, the tree says its words, each once and in order.
    @Test(arguments: fixtures + Fixture.files("Fixtures/markdown", extension: "md"))
    func `every prefix is read, and its spans end`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        for count in stride(from: 0, through: bytes.count, by: 3) {
            let tree = try SpecReader().markdown(Array(bytes[..<count]))
            #expect(Self.depth(tree) < 100)
        }
    }

    private static func depth(_ element: MarkdownElement) -> Int {
        1 + (element.children.map(depth).max() ?? 0)
    }

    /// The words of each leaf are what the model reads there.
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `the words are those of the model`() throws {
        var count = 0
        for name in Example.files {
            for example in try Example.all(in: name) {
                let bytes = Array(example.utf8)
                guard !bytes.contains(0), !example.contains("[^"), !example.hasPrefix("---") else {
                    continue
                }
                let words = Self.words(try SpecReader().markdown(bytes))
                #expect(Self.letters(words) == Self.letters(plainText(of: bytes)))
                count += 1
            }
        }
        #expect(count > 600)
    }

    /// In no order, since nodes of raw HTML stand behind the others there; without the marks of quotes
    /// around code, which stand in its range.
    private static func letters(_ text: String) -> [Character] {
        text.filter { !$0.isWhitespace && $0 != ">" }.sorted()
    }

    private static func words(_ element: MarkdownElement) -> String {
        switch element.kind {
        case .text, .code, .codeSpan, .image: element.text
        default: element.children.map(words).joined()
        }
    }

    @Test func `what is no text is repaired`() throws {
        let tree = try SpecReader().markdown([0x61, 0, 0xFF, 0x62])
        #expect(Self.words(tree) == "a\u{FFFD}\u{FFFD}b")
    }

    @Test(
        arguments: [
            (
                String(repeating: "> ", count: 200) + "x",
                "with 200 nested block quotes or lists on one line, more than 64"
            ),
            (
                String(repeating: "![", count: 60) + String(repeating: "](x)", count: 60)
                    + String(repeating: "**a _b_ ", count: 60),
                nil
            ),
            (
                String(repeating: "**a _", count: 40) + "x" + String(repeating: "_ b**", count: 40),
                nil
            ),
            (
                String(repeating: "*a* b\n\n", count: 60_000),
                "of more than 200000 blocks and inlines"
            ),
            (String(repeating: "x", count: 9_000), "with a word of more than 8,192 bytes"),
        ] as [(String, String?)])
    func `too much is refused in words`(_ text: String, _ expected: String?) {
        do throws(MarkdownRefusal) {
            _ = try SpecReader().markdown(Array(text.utf8))
            #expect(expected == nil)
        } catch {
            #expect(error.message == expected)
        }
    }
}
