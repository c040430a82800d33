import Foundation
import Perilune
import TestSupport
import Testing

/// Files are written all or none, as far as a file system allows, and each is whole.
@Suite struct FileTransactionTests {
    private let folder: TemporaryFolder
    private let root: String

    init() throws {
        folder = try TemporaryFolder()
        root = folder.path("root").path
        for name in ["a.md", "b.md", "sub/c.md"] { try folder.write("root/\(name)", "old") }
    }

    private func change(
        _ path: String, from old: String = "old", to new: String = "new"
    ) -> FileChange {
        FileChange(
            path: "\(root)/\(path)", root: root, old: Array(old.utf8), new: Array(new.utf8))
    }

    private func content(_ path: String) throws -> String {
        try String(contentsOf: folder.path("root/\(path)"), encoding: .utf8)
    }

    private func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(path).path).sorted()
    }

    private func messages(_ body: () throws -> Void) throws -> [String] {
        do {
            try body()
            return []
        } catch let problems as Problems {
            return problems.all.map { $0.description.replacing(root + "/", with: "") }
        }
    }

    @Test func `all are written`() throws {
        try FileTransaction.write([change("a.md"), change("sub/c.md"), change("b.md", to: "")])
        #expect(try content("a.md") == "new")
        #expect(try content("b.md") == "")
        #expect(try content("sub/c.md") == "new")
        #expect(try names("root") == ["a.md", "b.md", "sub"])
        #expect(try names("root/sub") == ["c.md"])
    }

    @Test func `mode and link stay, and what the link leads to is written`() throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: folder.path("root/sub/c.md").path)
        try folder.link("root/link.md", to: "sub/c.md")
        try FileTransaction.write([change("link.md")])
        #expect(try content("sub/c.md") == "new")
        #expect(try names("root") == ["a.md", "b.md", "link.md", "sub"])
        #expect(
            try FileManager.default.destinationOfSymbolicLink(
                atPath: folder.path("root/link.md").path) == "sub/c.md")
        let mode = try FileManager.default.attributesOfItem(
            atPath: folder.path("root/sub/c.md").path)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    /// Whoever is not root cannot give files away; the test is of the one who can.
    @Test(.enabled(if: getuid() == 0)) func `owner and group stay`() throws {
        let path = folder.path("root/a.md").path
        try #require(unsafe chown(path, 1234, 2345) == 0)
        try FileTransaction.write([change("a.md")])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.ownerAccountID] as? Int == 1234)
        #expect(attributes[.groupOwnerAccountID] as? Int == 2345)
        #expect(try content("a.md") == "new")
    }

    @Test func `one that was changed keeps all from being written`() throws {
        let found = try messages {
            try FileTransaction.write([change("a.md"), change("b.md", from: "odl")])
        }
        #expect(
            found == [
                "b.md: was changed since it was read; run this again", "nothing was written",
            ])
        #expect(try content("a.md") == "old")
        #expect(try names("root") == ["a.md", "b.md", "sub"])
    }

    @Test func `one that is changed at the last moment keeps all from being written`() throws {
        var transaction = try FileTransaction()
        try transaction.stage(change("a.md"))
        try transaction.stage(change("b.md"))
        #expect(try names("root").count == 5)
        try folder.write("root/b.md", "odl")
        let found = transaction.commit()
        #expect(
            found.map(\.message) == [
                "was changed since it was read; run this again", "nothing was written",
            ])
        #expect(try content("a.md") == "old")
        #expect(try content("b.md") == "odl")
    }

    @Test func `a failure half-way says what was written`() throws {
        var transaction = try FileTransaction()
        for name in ["a.md", "sub/c.md", "b.md"] { try transaction.stage(change(name)) }
        // The new content of the second one is gone, so that it cannot be named.
        for name in try names("root/sub") where name != "c.md" {
            try FileManager.default.removeItem(at: folder.path("root/sub/\(name)"))
        }
        let found = transaction.commit().map {
            $0.description.replacing(root + "/", with: "")
        }
        #expect(
            found == [
                "sub/c.md: cannot be written: no such file or directory",
                "written: a.md; not written: sub/c.md, b.md",
            ])
        #expect(try content("a.md") == "new")
        #expect(try content("sub/c.md") == "old")
        #expect(try content("b.md") == "old")
    }

    @Test func `what is outside of the root is not written, nor behind a link`() throws {
        try folder.write("outside.md", "old")
        try folder.write("rooted/x.md", "old")
        try folder.link("root/link.md", to: "../outside.md")
        for path in ["../outside.md", "link.md", "../rooted/x.md"] {
            let found = try messages { try FileTransaction.write([change("a.md"), change(path)]) }
            #expect(found.first?.contains("is not in the folder of its workspace") == true)
            #expect(found.last == "nothing was written")
        }
        #expect(try content("a.md") == "old")
        #expect(try content("../outside.md") == "old")
    }

    @Test func `what is read-only is not written, whoever asks`() throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o444], ofItemAtPath: folder.path("root/b.md").path)
        let found = try messages { try FileTransaction.write([change("a.md"), change("b.md")]) }
        #expect(found == ["b.md: cannot be written: it is read-only", "nothing was written"])
        #expect(try content("a.md") == "old")
        #expect(try names("root") == ["a.md", "b.md", "sub"])
    }

    @Test func `what is no file any more is not written`() throws {
        try FileManager.default.removeItem(at: folder.path("root/b.md"))
        #expect(
            try messages { try FileTransaction.write([change("b.md")]) } == [
                "b.md: cannot be written: no such file or directory", "nothing was written",
            ])
        // Nobody writes into it, and nobody waits for that.
        try #require(unsafe mkfifo(folder.path("root/b.md").path, 0o600) == 0)
        #expect(
            try messages { try FileTransaction.write([change("b.md")]) } == [
                "b.md: was changed since it was read; run this again", "nothing was written",
            ])
    }

    /// Of a process that is no more, and nothing else.
    @Test func `what a killed run left is removed`() throws {
        let run = try Console.shell("echo $$")
        let child = try #require(Int(run.output.trimmingCharacters(in: .newlines)))
        let kept = [
            ".perilune-1-0", ".perilune-x-0", ".perilune-\(child)", ".perilune-\(child)-0x",
        ]
        for name in [".perilune-\(child)-0", ".perilune-\(child)-17"] + kept {
            try folder.write("root/\(name)", "half")
        }
        try FileTransaction.write([change("a.md")])
        #expect(try names("root") == kept.sorted() + ["a.md", "b.md", "sub"])
    }
}
