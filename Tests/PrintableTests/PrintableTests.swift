import Printable
import Testing

struct PrintableTests {
    @Test(arguments: [
        ("plain # text", "plain # text"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
        ("\u{9B}31m\u{7F}", "\\u{9B}31m\\u{7F}"),
        ("\u{202E}drow\u{2066}", "\\u{202E}drow\\u{2066}"),
        ("a\u{200B}b\u{FEFF}\u{AD}", "a\\u{200B}b\\u{FEFF}\\u{AD}"),
        ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
        ("\u{FFFE}\u{FFFF}\u{FFFD}", "\\u{FFFE}\\u{FFFF}\u{FFFD}"),
        ("##[error]x", "\\u{23}#[error]x"),
        ("a ##vso[task] ## heading", "a \\u{23}#vso[task] ## heading"),
        ("é 🌙 e\u{301}", "é 🌙 e\u{301}"),
    ])
    func `shows what a terminal would act on`(text: String, expected: String) {
        #expect(text.printable.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `leaves no control character, whatever the text`() {
        let text = String(
            String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) }))
        for scalar in text.printable.unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
            #expect(!(0x200B...0x200F).contains(scalar.value))
            #expect(!(0x2028...0x202E).contains(scalar.value))
        }
    }

    /// It would take minutes if its cost grew with the square of its length.
    @Test func `costs what the text is long`() {
        let text = String(repeating: "\u{1B}[31m\n", count: 300_000)
        #expect(text.printable.utf8.count == 300_000 * 12)
    }

    @Test func `twice is once`() {
        let text = String(
            String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) }))
        for part in [text, "##[##vso[###[", "\u{A0}::x"] {
            #expect(part.printable.printable == part.printable)
            #expect(part.printableAtStart.printableAtStart == part.printableAtStart)
        }
    }

    @Test(arguments: [
        ["a ##", "[error]", ""], ["#", "#", "[group]"], ["##vs", "", "o[x]"], ["##[", "##[", "x"],
    ])
    func `parts of a line are safe together`(_ parts: [String]) {
        let shown = String.printable(parts)
        #expect(shown.joined() == parts.joined().printable)
        #expect(shown.count == parts.count)
        #expect(shown.joined() != parts.joined())
    }

    @Test(arguments: ["##[error]x", "a ##vso[task]", "##teamcity[x", "##VSO[task]"])
    func `what CI systems take for a command is broken up`(_ text: String) {
        #expect(!text.printable.contains("##"))
    }

    @Test(arguments: [
        ("::error::x", "\\u{3A}:error::x", "./::error::x"),
        (" \u{A0}::x", " \u{A0}\\u{3A}:x", "./ \u{A0}::x"),
        ("a::b", "a::b", "a::b"),
        (":a", ":a", ":a"),
    ])
    func `what is first of a line is no command there`(text: String, start: String, path: String) {
        #expect(text.printable == text)
        #expect(text.printableAtStart == start)
        #expect(text.printablePath == path)
    }

    @Test(arguments: [
        ("a\tb\n\u{1B}c\n", "a\tb\n\\u{1B}c\n"),
        ("a::b\n \t ::c\t::d\n::e", "a::b\n \t \\u{3A}:c\t::d\n\\u{3A}:e"),
        ("a\r\nb", "a\\r\nb"),
    ])
    func `keeps lines and tabs where lines are wanted`(text: String, expected: String) {
        #expect(text.printableLines == expected)
    }

    @Test func `prose keeps its lines, whatever ends them`() {
        #expect("a\r\nb\u{2028}c\u{85}\u{1B}d".printableProse == "a\nb\nc\n\\u{1B}d")
    }

    @Test(
        arguments: [
            ("plain :: text # x", nil), ("+::error::x", nil), ("a\n \t\u{3000}::x\n", 2),
            ("a\n\nb\r::x", 3), ("-##[group]", 1), ("# ##vso[x]", 1), ("x ##TeamCity[", 1),
            ("#\u{200B}#\u{AD}[x]", 1), ("\u{FEFF}::x", 1), ("## [x]", nil),
        ] as [(String, Int?)])
    func `finds the line that a CI system obeys`(text: String, line: Int?) {
        #expect(RunnerCommand.line(in: Array(text.utf8)) == line)
    }

    @Test func `finds it among bytes that are no text`() {
        #expect(RunnerCommand.line(in: [0xFF, 0x0A, 0x20] + Array("::x".utf8)) == 2)
        #expect(RunnerCommand.line(in: [0xFF, 0x0A, 0xC3] + Array("::x".utf8)) == nil)
    }

    @Test(arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "\u{FF1D}1"])
    func `a cell that a spreadsheet runs is guarded, and one that is guarded once more`(
        _ cell: String
    ) {
        #expect(cell.guardedCell == "'" + cell)
        #expect(("'" + cell).guardedCell == "''" + cell)
    }

    @Test(arguments: ["", "a=1", "'", "'a", "1-1"])
    func `another cell is as it is`(_ cell: String) {
        #expect(cell.guardedCell == cell)
    }
}
