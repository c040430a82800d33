import Perilune
import SpecModel
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

    @Test func `are empty where nothing changes and nil where edits do not fit`() {
        #expect(diff("a\n", []) == "")
        #expect(diff("a\n", [(0, 1, "a")]) == "")
        #expect(diff("abc\n", [(0, 2, "x"), (1, 3, "y")]) == nil)
        #expect(diff("abc\n", [(0, 9, "x")]) == nil)
    }
}
