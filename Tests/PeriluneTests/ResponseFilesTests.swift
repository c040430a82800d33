import Foundation
import Perilune
import TestSupport
import Testing

@Suite struct ResponseFilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func words(_ text: String) throws -> [String] {
        try ResponseFiles.words(Array(text.utf8), of: "args")
    }

    private func expanded(_ arguments: String...) throws -> [String] {
        try ResponseFiles(expanding: arguments).arguments
    }

    private func write(_ name: String, _ text: String) throws -> String {
        try folder.write(name, text).path
    }

    @Test(arguments: [
        ("", []), (" \n\t\r\n\u{B}\u{C}", []), ("a", ["a"]), ("a\nb\r\nc\n", ["a", "b", "c"]),
        ("a b\tc", ["a", "b", "c"]), (#"'a b' "c d""#, ["a b", "c d"]),
        (#"x'a b'y"c d"z"#, ["xa byc dz"]), (#"'' "" x"#, ["", "", "x"]),
        (#"a\ b \\ \' \" \a"#, ["a b", #"\"#, "'", "\"", "a"]),
        (#"'a\'b' "a\"b" 'a"b' "a'b""#, ["a'b", "a\"b", "a\"b", "a'b"]),
        ("'one\ntwo'", ["one\ntwo"]), ("a\\\nb", ["a\nb"]), ("äöü 'ß 🙂'", ["äöü", "ß 🙂"]),
        ("cafe\u{301} caf\u{E9}", ["cafe\u{301}", "caf\u{E9}"]),
    ])
    func `words as GNU's tools read them`(_ text: String, _ expected: [String]) throws {
        let words = try words(text)
        #expect(words.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("a\n 'b\nc", 2, "a quote that is not closed"), ("a\n\"", 2, "a quote that is not closed"),
        ("a\\", 1, "ends with \"\\\"; write \"\\\\\""),
        ("a\n\nb\0c", 3, "byte 0 found; expected text"),
    ])
    func `what is wrong is said with its line`(
        _ text: String, _ line: Int, _ message: String
    ) {
        #expect(throws: Problem(message, path: "args", line: line)) { try words(text) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: Problem("an argument that is not UTF-8", path: "args", line: 2)) {
            try ResponseFiles.words([0x61, 0x0A, 0xE9, 0x0A], of: "args")
        }
    }

    @Test func `files stand where they are named, and name others`() throws {
        let inner = try write("inner", "b 'c d'")
        let outer = try write("outer", "a\n@\(inner)\n@@e\n")
        #expect(try expanded("1", "@\(outer)", "2") == ["1", "a", "b", "c d", "@e", "2"])
        #expect(try expanded("@@x", "@", "x@y") == ["@x", "@", "x@y"])
    }

    @Test func `behind two dashes nothing is looked into`() throws {
        let file = try write("args", "a -- @nowhere")
        #expect(try expanded("--", "@nowhere") == ["--", "@nowhere"])
        #expect(try expanded("@\(file)", "@neither") == ["a", "--", "@nowhere", "@neither"])
    }

    @Test func `a file that reads itself ends`() throws {
        let path = folder.path("self").path
        _ = try write("self", "@\(path)")
        #expect(
            throws: Problem("is one response file too many: at most 8 in a row", path: path)
        ) { try expanded("@\(path)") }
    }

    @Test func `a file that is not there is an error`() {
        #expect(
            throws: Problem(
                "cannot be read: no such file or directory; @FILE reads arguments from a file, "
                    + "@@… is an argument that begins with @", path: "nowhere/args")
        ) { try expanded("@nowhere/args") }
    }

    /// Whatever the arguments, written one a line with each character escaped, they come back.
    @Test func `what is quoted comes back`() throws {
        var random = SplitMix(state: 7)
        let characters = Array(" \t\n\r'\"\\@-aé🙂")
        for _ in 0..<300 {
            let arguments = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                String(
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        characters.randomElement(using: &random)!
                    })
            }
            let text = arguments.map { argument in
                "\""
                    + argument.unicodeScalars.map {
                        "\"\\".contains(Character($0)) ? "\\\($0)" : "\($0)"
                    }
                    .joined() + "\""
            }.joined(separator: "\n")
            #expect(try words(text).map { Array($0.utf8) } == arguments.map { Array($0.utf8) })
        }
    }
}

@Suite struct NameListTests {
    private func names(_ text: String, endsWithNUL: Bool = false) throws -> [String] {
        try NameList.names(in: Array(text.utf8), endsWithNUL: endsWithNUL, path: "list")
    }

    @Test func `a name a line`() throws {
        #expect(try names("") == [])
        #expect(
            try names("a.md\n\nb c.md\r\n ./*.md \n-\nlast") == [
                "a.md", "b c.md", " ./*.md ", "-", "last",
            ])
        #expect(try names("cafe\u{301}\n")[0].utf8.elementsEqual("cafe\u{301}".utf8))
    }

    @Test func `a name in front of each NUL`() throws {
        #expect(
            try names("a.md\0two\nlines.md\0cr\r\0\0last", endsWithNUL: true)
                == ["a.md", "two\nlines.md", "cr\r", "last"])
    }

    @Test func `what is wrong is said with its place`() {
        #expect(
            throws: Problem(
                "byte 0 found in a name; where NUL ends each name, say -0", path: "list", line: 2)
        ) { try names("a\nb\0c\n") }
        #expect(throws: Problem("a name that is not UTF-8; rename the file", path: "list", line: 2))
        {
            try NameList.names(in: [0x61, 0x0A, 0xE9], endsWithNUL: false, path: "list")
        }
        #expect(throws: Problem("name 2 is not UTF-8; rename the file", path: "list")) {
            try NameList.names(in: [0x61, 0, 0xE9, 0], endsWithNUL: true, path: "list")
        }
    }
}
