import Foundation
import TestSupport
import Testing

/// At a terminal, each change is shown and asked for.
@Suite struct InteractiveTests {
    private static let spec = """
        # Alpha

        ## Goals

        - Guests of the the house
        - Guests are are content
        - Guests stay
        - Guests come
        - Guests go
        - Guests tell
        - Guests at the the end
        - Guests of the the garden

        """

    private let folder: TemporaryFolder
    private let file: URL

    init() throws {
        folder = try TemporaryFolder()
        file = try folder.write("docs/a.md", Self.spec)
    }

    private func fix(answer: (Int) throws -> String) throws -> Console.Run {
        try Console.atTerminal(
            "check", "docs", "--no-config", "--interactive", "--color", "never", "--select",
            "plain-language/word-not-doubled", in: folder.url, answer: answer)
    }

    private func mended(_ places: String...) -> String {
        places.reduce(Self.spec) { text, place in
            let word = place.split(separator: " ")[0]
            return text.replacing("\(word) \(place)", with: place)
        }
    }

    private var content: String {
        get throws { try String(contentsOf: file, encoding: .utf8) }
    }

    @Test func `yes and no, one by one`() throws {
        let answers = ["y\n", "?\n", "n\n", " Yes \n", "no\n"]
        let run = try fix { answers[$0] }
        #expect(try content == mended("the house", "the end"))
        #expect(run.ending == .exited(0))
        #expect(
            run.errors == """
                docs/a.md:5: "the" stands twice [plain-language/word-not-doubled]
                @@ -2,7 +2,7 @@
                \u{20}
                 ## Goals
                \u{20}
                -- Guests of the the house
                +- Guests of the house
                 - Guests are are content
                 - Guests stay
                 - Guests come
                fix this [y,n,a,q,?]? y
                docs/a.md:6: "are" stands twice [plain-language/word-not-doubled]
                @@ -3,7 +3,7 @@
                 ## Goals
                \u{20}
                 - Guests of the the house
                -- Guests are are content
                +- Guests are content
                 - Guests stay
                 - Guests come
                 - Guests go
                fix this [y,n,a,q,?]? ?
                y  fix this
                n  leave this as it is
                a  fix this and all that come
                q  leave this and all that come; what was said yes to is written
                ?  say this again
                fix this [y,n,a,q,?]? n
                docs/a.md:11: "the" stands twice [plain-language/word-not-doubled]
                @@ -8,5 +8,5 @@
                 - Guests come
                 - Guests go
                 - Guests tell
                -- Guests at the the end
                +- Guests at the end
                 - Guests of the the garden
                fix this [y,n,a,q,?]?  Yes\u{20}
                docs/a.md:12: "the" stands twice [plain-language/word-not-doubled]
                @@ -9,4 +9,4 @@
                 - Guests go
                 - Guests tell
                 - Guests at the the end
                -- Guests of the the garden
                +- Guests of the garden
                fix this [y,n,a,q,?]? no
                fixed 2 findings in 1 file
                2 info in 1 spec

                """)
    }

    @Test func `all that come`() throws {
        let answers = ["n\n", "a\n"]
        let run = try fix { answers[$0] }
        #expect(try content == mended("are content", "the end", "the garden"))
        #expect(run.errors.hasSuffix("fixed 3 findings in 1 file\n1 info in 1 spec\n"))
    }

    @Test(arguments: ["q\n", "\u{4}"])
    func `no more, and what was wanted is written`(_ end: String) throws {
        let answers = ["y\n", end]
        let run = try fix { answers[$0] }
        #expect(try content == mended("the house"))
        #expect(run.errors.hasSuffix("fixed 1 finding in 1 file\n3 info in 1 spec\n"))
    }

    @Test func `a file that is changed meanwhile is not written`() throws {
        let run = try fix { number in
            if number == 1 { try folder.write("docs/a.md", "# Other\n") }
            return number == 0 ? "y\n" : "a\n"
        }
        #expect(try content == "# Other\n")
        #expect(run.ending == .exited(2))
        #expect(
            run.errors.hasSuffix(
                """
                perilune: error: docs/a.md: was changed since it was read; run this again
                perilune: error: nothing was written

                """))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("docs").path)
                == ["a.md"])
    }

    @Test func `a transform asks for one request at a time, and in colours`() throws {
        let start = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Transcripts/fixing")
        try folder.copy(start, to: "fixing")
        let answers = ["n\n", "y\n", "n\n"]
        let run = try Console.atTerminal(
            "transform", "upper", "docs/a.md", "docs/b.md", "--interactive",
            in: folder.path("fixing")
        ) { answers[$0] }
        #expect(run.ending == .exited(0))
        #expect(run.output == "")
        #expect(
            run.errors.replacing("\u{1B}", with: "ESC").hasPrefix(
                """
                ESC[1mdocs/a.md:5ESC[0m: ESC[2m[ours/upper]ESC[0m
                ESC[36m@@ -2,7 +2,7 @@ESC[0m
                \u{20}
                 ## Goals
                \u{20}
                ESC[31m-- Be fast!ESC[0m
                ESC[32m+- BE FAST!ESC[0m
                 - Serve the the guest tea!
                \u{20}
                 ## Risks
                ESC[1;34mmake this [y,n,a,q,?]?ESC[0m n
                ESC[1mdocs/a.md:6
                """))
        #expect(run.errors.hasSuffix(" n\nperilune: changed 1 file\n"))
        let fixing = try ["a", "b"].map {
            try String(contentsOf: folder.path("fixing/docs/\($0).md"), encoding: .utf8)
        }
        #expect(fixing[0].contains("- Be fast!\n- SERVE THE THE GUEST TEA!\n"))
        #expect(fixing[1].hasSuffix("- Be calm\n"))
    }
}
