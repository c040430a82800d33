import Foundation
import PluginPackages
import SpecPlugins
import TestSupport
import Testing

/// What a commit holds, and which of it is not taken.
struct TreeTests {
    let folder: TemporaryFolder
    let source: GitSource

    init() throws {
        folder = try TemporaryFolder()
        source = try GitSource(folder.path("source"))
    }

    /// Reads the last commit of `main`.
    private func read(_ subdir: String = "") throws -> GitRepository.Tree {
        let repository = try Packages.repository(source, in: folder)
        try repository.fetch()
        return try repository.tree(repository.resolve("main"), subdir: subdir)
    }

    /// Reads it where nobody has looked at it on its way.
    private func readUnchecked(_ subdir: String = "") throws -> GitRepository.Tree {
        let repository = try Packages.unchecked(source, in: folder)
        return try repository.tree(repository.resolve("main"), subdir: subdir)
    }

    @Test func `files are read with their bytes, in the order of their paths`() throws {
        let every = (0..<1_000).map { UInt8($0 % 256) }
        try source.commit([
            .init("init.lua", every), .init("plugin.yml", "name: rules\n", mode: "100755"),
            .init("b/a.lua", ""), .init("b.md", "b"), .init(".luarc.json", "{}"),
            .init(".github/workflows/test.yml", "on: push\n"), .init("LICENSE", "MIT"),
            .init("ä ö.csv", "1\n"),
        ])
        let tree = try read()
        #expect(
            tree.tree.files.map(\.path) == [
                ".github/workflows/test.yml", ".luarc.json", "LICENSE", "b.md", "b/a.lua",
                "init.lua", "plugin.yml", "ä ö.csv",
            ])
        #expect(tree.tree.files[5].bytes == every)
        #expect(tree.tree.files[4].bytes.isEmpty)
        #expect(
            tree.tree.visibleFiles.map(\.path) == [
                "LICENSE", "b.md", "b/a.lua", "init.lua", "plugin.yml", "ä ö.csv",
            ])
        #expect(tree.id.text == (try source.git("rev-parse", "main^{tree}")))
        #expect(tree.tree.digest == TreeDigest.of(tree.tree.files))
    }

    @Test func `only the folder that is asked for matters`() throws {
        try source.commit([
            .init("rules/acme/plugin.yml", "name: acme\n"), .init("rules/acme/init.lua", ""),
            .init("build.exe", "x"), .init("rules/link", "/etc/passwd", mode: "120000"),
            .init("rules/acme[1]/init.lua", "1"),
        ])
        let tree = try read("rules/acme")
        #expect(tree.tree.files.map(\.path) == ["init.lua", "plugin.yml"])
        #expect(tree.id.text == (try source.git("rev-parse", "main:rules/acme")))
        #expect(try read("rules/acme[1]").tree.files.count == 1)
        #expect(Packages.refusal { try read("rules/other") }?.kind == .missing)
        #expect(Packages.refusal { try read("rules/link") }?.says("is a file") == true)
        #expect(Packages.refusal { try read("rules/link/x") }?.kind == .missing)
        for subdir in ["/rules", "rules/", "../x", "rules/../x", "./rules", "a\\b", "a\nb", "a//b"]
        {
            #expect(Packages.refusal { try read(subdir) }?.kind == .source, "\(subdir)")
        }
    }

    @Test func `attributes of the repository change no byte and no digest`() throws {
        let files: [GitSource.File] = [
            .init("plugin.yml", "name: rules\n"),
            .init("init.lua", "-- $Id$ $Format:%H$\nreturn {}\n"),
            .init("rules.txt", "one\r\ntwo\n"), .init("left-out.md", "left out\n"),
        ]
        let attributes = GitSource.File(
            ".gitattributes",
            "*.lua ident eol=crlf export-subst\n*.txt text eol=lf\nleft-out.md export-ignore\n"
                + "plugin.yml filter=lfs diff=lfs -text working-tree-encoding=UTF-16\n")
        try source.commit(files)
        let plain = try read().tree
        try source.commit(files + [attributes])
        let attributed = try read().tree
        #expect(attributed.files.filter { $0.path != ".gitattributes" } == plain.files)
        #expect(
            TreeDigest.of(attributed.files.filter { $0.path != ".gitattributes" }) == plain.digest)
    }

    @Test(arguments: [
        ("link.lua", "120000", "symbolic link"), ("run.sh", "100755", "of no kind"),
        ("image.png", "100644", "of no kind"), ("Makefile", "100644", "of no kind"),
        ("nul.lua", "100644", "Windows keeps"), ("a/COM1.md", "100644", "Windows keeps"),
        ("a:b.lua", "100644", "not every system"), ("a\u{1}b.lua", "100644", "not every system"),
        ("a\\b.lua", "100644", "not every system"), ("a\u{202E}.lua", "100644", "not every system"),
        ("a./b.lua", "100644", "ends with a dot"),
        ("a /b.lua", "100644", "ends with a dot or a space"),
        (String(repeating: "a", count: 250) + ".lua", "100644", "more than 240 bytes"),
    ])
    func `a file that is not taken is named with the reason`(
        _ path: String, _ mode: String, _ reason: String
    ) throws {
        try source.commit(Packages.small + [.init(path, "/etc/passwd", mode: mode)])
        let refusal = try #require(Packages.refusal { try read() })
        #expect(refusal.kind == .refused)
        #expect(refusal.says("the file \"", reason), "\(refusal)")
    }

    @Test func `a submodule is not taken`() throws {
        let commit = try source.commit(Packages.small)
        let blob = try source.blob("x")
        let tree = try source.tree([
            ("100644", Array("a.lua".utf8), blob), ("160000", Array("lib".utf8), commit),
        ])
        try source.commit(tree: tree)
        #expect(try #require(Packages.refusal { try read() }).says("\"lib\"", "submodule"))
    }

    @Test(arguments: [
        ["Init.lua", "init.lua"], ["a/b.lua", "A/c.lua"], ["stra\u{DF}e.md", "STRASSE.md"],
        ["\u{E9}.md", "e\u{301}.md"], ["\u{212A}.md", "k.md"],
        ["lib/x.md", "LIB.md/y.md", "lib.md"],
    ])
    func `names that are one name elsewhere are not taken`(_ paths: [String]) throws {
        try source.commit(paths.map { .init($0, "x") })
        let refusal = try #require(Packages.refusal { try read() })
        #expect(refusal.kind == .refused && refusal.says("clashes with"), "\(refusal)")
    }

    /// `fsck` refuses most of these on their way; the reader does not count on that.
    @Test(arguments: [
        ("..", "\"..\""), (".", "\".\""), (".git", "own folder"), (".GIT", "own folder"),
        ("git~1", "own folder"), (".g\u{200C}it", "not every system"), (".git ", "ends with"),
        ("a\nb.lua", "not every system"), ("a/b.lua", "there twice"),
    ])
    func `hostile names in a tree are not taken`(_ name: String, _ reason: String) throws {
        let blob = try source.blob("x")
        let inner = try source.tree([("100644", Array("b.lua".utf8), blob)])
        var entries = [("40000", Array(name.utf8), inner)]
        if name == "a/b.lua" {
            entries = [("40000", Array("a".utf8), inner), ("100644", Array(name.utf8), blob)]
        }
        if name == "a\nb.lua" { entries = [("100644", Array(name.utf8), blob)] }
        try source.commit(tree: source.tree(entries))
        let refusal = try #require(Packages.refusal { try readUnchecked() })
        #expect(refusal.kind == .refused && refusal.says(reason), "\(refusal)")
    }

    @Test func `other hostile trees are not taken`() throws {
        let blob = try source.blob("x")
        let lua = Array("a.lua".utf8)
        let inner = try source.tree([("100644", lua, blob)])
        let rows: [([(mode: String, name: [UInt8], id: String)], String)] = [
            ([("100644", [0xFF, 0x2E, 0x6C], blob)], "not UTF-8"),
            ([("100644", lua, blob), ("100644", lua, blob)], "there twice"),
            ([("40000", lua, inner), ("100644", lua, blob)], "is a folder, too"),
            ([("100644", Array("/etc/a.lua".utf8), blob)], "not below"),
            ([("100644", [], blob)], "cannot be read"),
            ([("100644", lua, inner)], "cannot be read"),
            ([("100644", lua, String(repeating: "1", count: 40))], "cannot be read"),
            ([], "no file"),
        ]
        for (index, row) in rows.enumerated() {
            let folder = try TemporaryFolder()
            try source.commit(tree: source.tree(row.0))
            let repository = try Packages.unchecked(source, in: folder)
            let refusal = try #require(
                Packages.refusal { try repository.tree(repository.resolve("main")) }, "row \(index)"
            )
            #expect(refusal.says(row.1), "\(refusal)")
        }
    }

    @Test func `hostile names do not even get here`() throws {
        let blob = try source.blob("x")
        let inner = try source.tree([("100644", Array("b.lua".utf8), blob)])
        try source.commit(tree: source.tree([("40000", Array("..".utf8), inner)]))
        let refusal = try #require(Packages.refusal { try read() })
        #expect(refusal.kind == .unavailable && refusal.says("hasDotdot"), "\(refusal)")
    }
}
