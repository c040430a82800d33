import Perilune
import SpecModel
import TestSupport
import Testing

@Suite struct Diffs {
    private func diff(_ text: String, _ edits: [(Int, Int, String)]) -> String? {
        let source = SourceText(path: "a.md", bytes: Array(text.utf8))
        let edits = edits.map {
            Edit(path: "a.md", range: SourceRange($0.0, $0.1), replacement: $0.2)
        }
        return EditsReport.diff(source, edits).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let lines = (1...20).map { "line \($0)\n" }.joined()

    @Test func `show three lines around a change`() {
        #expect(
            diff(Self.lines, [(35, 41, "LINE 6")]) == """
                --- a.md
                +++ a.md
                @@ -3,7 +3,7 @@
                 line 3
                 line 4
                 line 5
                -line 6
                +LINE 6
                 line 7
                 line 8
                 line 9

                """)
    }

    @Test func `join changes that are near and part those that are far`() {
        #expect(
            diff(Self.lines, [(0, 4, "LINE"), (28, 32, "LINE"), (127, 131, "LINE")]) == """
                --- a.md
                +++ a.md
                @@ -1,8 +1,8 @@
                -line 1
                +LINE 1
                 line 2
                 line 3
                 line 4
                -line 5
                +LINE 5
                 line 6
                 line 7
                 line 8
                @@ -15,6 +15,6 @@
                 line 15
                 line 16
                 line 17
                -line 18
                +LINE 18
                 line 19
                 line 20

                """)
    }

    @Test func `show new lines, lost lines and a missing line end`() {
        #expect(
            diff("a\nb\nc", [(2, 2, "new\n"), (4, 5, "C")]) == """
                --- a.md
                +++ a.md
                @@ -1,3 +1,4 @@
                 a
                +new
                 b
                -c
                \\ No newline at end of file
                +C
                \\ No newline at end of file

                """)
        #expect(
            diff("a\nb\n", [(0, 2, "")]) == """
                --- a.md
                +++ a.md
                @@ -1,2 +1 @@
                -a
                 b

                """)
        #expect(
            diff("", [(0, 0, "a\n")]) == """
                --- a.md
                +++ a.md
                @@ -0,0 +1 @@
                +a

                """)
    }

    @Test func `give the new text where they are applied to the old one`() throws {
        var generator = SplitMix(state: 11)
        func number(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
        let pieces = ["", "x", "\n", "ab\n", "\ncd", "\n\n", "e\nf\ng"]
        for _ in 0..<3000 {
            let text = (0..<number(60)).map { _ in number(3) == 0 ? "\n" : "a" }.joined()
            var edits: [(Int, Int, String)] = []
            var at = 0
            while at <= text.utf8.count, edits.count < 4 {
                let start = at + number(text.utf8.count - at + 1)
                let end = start + number(min(6, text.utf8.count - start) + 1)
                edits.append((start, end, pieces[number(pieces.count)]))
                at = end + 1
            }
            let source = SourceText(path: "a.md", bytes: Array(text.utf8))
            let expected = source.applying(
                edits.map {
                    Edit(path: "a.md", range: SourceRange($0.0, $0.1), replacement: $0.2)
                })
            let found = try #require(diff(text, edits))
            let new = String(decoding: try #require(expected), as: UTF8.self)
            #expect(patched(text, found) == new, "\(text.debugDescription) \(edits)")
        }
    }

    /// What `patch` would make of it; nil where a line of the old text is not what the diff says.
    private func patched(_ text: String, _ diff: String) -> String? {
        let old = lines(text)
        var result: [String] = []
        var at = 0
        let body = Array(lines(diff).dropFirst(2))
        for (index, line) in body.enumerated() where !line.hasPrefix("\\") {
            let isLast = index + 1 < body.count && body[index + 1].hasPrefix("\\")
            let content = String(isLast ? line.dropFirst().dropLast() : line.dropFirst())
            switch line.first {
            case "@":
                let numbers = line.split { !"0123456789".contains($0) }.compactMap { Int($0) }
                let isEmpty = line.hasPrefix("@@ -\(numbers[0]),0 ")
                let start = isEmpty ? numbers[0] : numbers[0] - 1
                guard start >= at, start <= old.count else { return nil }
                result += old[at..<start]
                at = start
            case "+":
                result.append(content)
            default:
                guard at < old.count, old[at] == content else { return nil }
                if line.first == " " { result.append(content) }
                at += 1
            }
        }
        return (result + old[at...]).joined()
    }

    /// With their ends.
    private func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0) + "\n"
        }
        lines[lines.count - 1].removeLast()
        return lines.filter { !$0.isEmpty }
    }

    @Test func `are empty where nothing changes and nil where edits do not fit`() {
        #expect(diff("a\n", []) == "")
        #expect(diff("a\n", [(0, 1, "a")]) == "")
        #expect(diff("abc\n", [(0, 2, "x"), (1, 3, "y")]) == nil)
        #expect(diff("abc\n", [(0, 9, "x")]) == nil)
    }
}
