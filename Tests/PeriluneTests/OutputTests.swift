import Foundation
import Perilune
import TestSupport
import Testing

/// A configured output is written below the workspace, and nowhere else.
@Suite struct OutputTests {
    private let folder: TemporaryFolder
    private let workspace: Workspace

    init() throws {
        folder = try TemporaryFolder()
        let root = folder.path("root")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: false)
        workspace = try Workspace(Configuration(), root: root.path, loadsPlugins: false)
    }

    private func content(_ path: String) throws -> String {
        try String(contentsOf: folder.path(path), encoding: .utf8)
    }

    private func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(path).path).sorted()
    }

    @Test func `folders on the way are made, and files replaced`() throws {
        _ = try workspace.write(Array("old".utf8), to: "a/b/c.csv")
        _ = try workspace.write(Array("new".utf8), to: "a/./b//c.csv")
        #expect(try content("root/a/b/c.csv") == "new")
        #expect(try names("root/a/b") == ["c.csv"])
    }

    @Test func `permissions stay`() throws {
        let file = try folder.write("root/c.csv", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        _ = try workspace.write(Array("new".utf8), to: "c.csv")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    /// Also of one that stays inside: it may lead elsewhere a moment later.
    @Test(arguments: ["../elsewhere", "inside", "/tmp"])
    func `no link is followed`(_ target: String) throws {
        for name in ["elsewhere", "root/inside"] {
            try folder.write(name + "/c.csv", "old")
        }
        try folder.link("root/build", to: target)
        try folder.link("root/link.csv", to: "inside/c.csv")
        #expect(
            throws: Problem(
                "the output \"build/x/c.csv\" leads through the symbolic link \"build\", which is "
                    + "not followed")
        ) {
            _ = try workspace.write([], to: "build/x/c.csv")
        }
        #expect(
            throws: Problem("the output \"link.csv\" is a symbolic link, which is not followed")
        ) {
            _ = try workspace.write([], to: "link.csv")
        }
        #expect(try content("elsewhere/c.csv") == "old")
        #expect(try content("root/inside/c.csv") == "old")
        #expect(try names("root") == ["build", "inside", "link.csv"])
    }

    @Test func `what is no file is not written`() throws {
        try folder.write("root/folder/file", "")
        try #require(unsafe mkfifo(folder.path("root/pipe").path, 0o600) == 0)
        #expect(throws: Problem("cannot be written: it is a folder", path: "folder")) {
            _ = try workspace.write([], to: "folder")
        }
        #expect(throws: Problem("cannot be written: it is no regular file", path: "pipe")) {
            _ = try workspace.write([], to: "pipe")
        }
        #expect(throws: Problem("cannot be opened: not a directory", path: "folder/file")) {
            _ = try workspace.write([], to: "folder/file/c.csv")
        }
    }
}
