import Foundation
import SpecModel
import SpecWorkers
import TestSupport
import Testing

@testable import Perilune

/// Which files links lead to, and whether they are there.
@Suite struct LinkedFilesTests {
    @Test(arguments: [
        ("a.md", "a.md"), ("./a%20b.md?x=1#y", "./a b.md"), ("../c/", "../c/"), ("a:b.md", nil),
        ("a/b:c.md", "a/b:c.md"), ("#here", nil), ("?x", nil), ("", nil), ("/a.md", "/a.md"),
        ("%2fa.md", "/a.md"),
        ("//host/a.md", nil), ("https://example.org/a.md", nil), ("mailto:a@b.c", nil),
        ("100%.md", "100%.md"), ("%2", "%2"), ("%zz", "%zz"), ("%00", nil), ("%ff.md", nil),
        ("%C3%A9.md", "é.md"), (String(repeating: "a", count: 1_001), nil),
    ])
    func aLinkLeadsToAFile(_ target: String, _ file: String?) {
        let link = Link(style: .inline, text: "", target: target, range: SourceRange(0, 0))
        #expect(link.file == file)
    }

    @Test func onlyWhatLiesInTheWorkspaceIsLookedAt() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside.md", "x")
        try folder.write("inside/docs/a.md", "x")
        try folder.write("inside/b.md", "x")
        let inside = folder.path("inside").path
        try folder.link("inside/docs/out.md", to: "../../outside.md")
        try folder.link("inside/docs/in.md", to: "a.md")
        try folder.link("inside/docs/loop.md", to: "loop.md")
        let files = LinkedFiles(root: inside)
        func exists(_ file: String) -> Bool? {
            files.exists(file, from: inside + "/docs/a.md")
        }
        for file in ["a.md", "./a.md", "../b.md", "in.md", "..", "", "missing/../a.md"] {
            #expect(exists(file) == true, "\(file)")
        }
        for file in ["c.md", "a.md/b.md", "loop.md", "../docs/b.md"] {
            #expect(exists(file) == false, "\(file)")
        }
        for file in [
            "../../outside.md", "../../inside2/a.md", "out.md", "../../../etc/passwd", "/b.md",
        ] {
            #expect(exists(file) == nil, "\(file)")
        }
        #expect(files.exists("a.md", from: inside + "/nowhere/a.md") == nil)

        // Equal strings may name two files.
        try folder.write("inside/docs/\u{E9}.md", "x")
        #expect(exists("e\u{301}.md") == false)
        #expect(exists("\u{E9}.md") == true)

        // A plugin's tests have no files but their own specs.
        let own = LinkedFiles([
            Document(path: "a.md", bytes: []), Document(path: "b/c.md", bytes: []),
        ])
        #expect(own.exists("../a.md", from: "b/c.md") == true)
        #expect(own.exists("c.md", from: "b/c.md") == true)
        #expect(own.exists("c.md", from: "a.md") == false)
        #expect(own.exists("/a.md", from: "a.md") == nil)
    }
}
