import Foundation
import TestSupport
import Testing

/// The tools of the other tests, where a mistake would let those pass.
struct TestSupportTests {
    @Test func `a child's outputs, input, environment, folder and exit code arrive`() throws {
        let folder = try TemporaryFolder()
        let run = try Console.shell(
            "cat; pwd; printf %s \"$WORD\"; printf oops >&2; exit 7", in: folder.url,
            stdin: [UInt8]("in\n".utf8), environment: ["WORD": "w"])
        #expect(run.output == "in\n\(folder.url.path(percentEncoded: false).dropLast())\nw")
        #expect(run.errors == "oops")
        #expect(run.ending == .exited(7))
    }

    @Test func `a signal and a timeout are not exit codes`() throws {
        #expect(try Console.shell("kill -TERM $$").ending == .signalled(15))
        #expect(try Console.shell("exec sleep 60", timeout: 0.2).ending == .timedOut)
    }

    @Test func `much output does not block`() throws {
        let run = try Console.shell("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2")
        #expect(run.out.count == 3_000_000 && run.err.count == 3_000_000)
    }

    @Test func `a temporary folder goes with its owner`() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let file = try #require(try folder?.write("a/b.txt", "text"))
        #expect(FileManager.default.fileExists(atPath: file.path))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func `a golden file that differs or is missing is an error that shows how`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("golden", "a\nb\nc\nd\ne\nf\n")
        try Golden.compare("a\nb\nc\nd\ne\nf\n", with: file)
        let error = #expect(throws: Golden.Mismatch.self) {
            try Golden.compare("a\nb\nc\nD\ne\nf", with: file)
        }
        #expect(
            error?.description.hasSuffix(
                """
                @@ line 2 @@
                 b
                 c
                -d
                +D
                 e
                -f
                +f (no newline at the end)

                """) == true)
        #expect(throws: Golden.Mismatch.self) {
            try Golden.compare("", with: folder.path("absent"))
        }
    }

    @Test func `fixtures are sorted, named by path, and never silently none`() throws {
        let folder = try TemporaryFolder()
        for name in ["b.md", "a/c.md", "d.txt"] { try folder.write("x/\(name)", name) }
        let caller = folder.path("Test.swift").path
        let files = Fixture.files("x", extension: "md", beside: caller)
        #expect(files.map(\.name) == ["a/c.md", "b.md"])
        #expect(try files[0].text() == "a/c.md")
        #expect(files[1].sibling("tree").lastPathComponent == "b.tree")
        #expect(Fixture.folders("x", beside: caller).map(\.name) == ["a"])
        #expect(throws: (any Error).self) {
            try Fixture.files("y", extension: "md", beside: caller)[0].bytes()
        }
    }
}
