import Foundation
import PluginPackages
import SpecPlugins
import TestSupport
import Testing

/// Packages in archives, which `archives.py` writes.
struct ArchiveTests {
    private static func bytes(_ file: URL) throws -> [UInt8] { try [UInt8](Data(contentsOf: file)) }

    /// Each by name: what is in it, or why it is not taken.
    @Test func `archives are taken and refused`() throws {
        let folder = try TemporaryFolder()
        let script = Repository.path("Tests/PluginPackagesTests/archives.py")
        let run = try Console.run("/usr/bin/env", ["python3", script.path], in: folder.url)
        #expect(run.errors == "" && run.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        var lines = ""
        for name in names {
            lines += name.dropLast(".tar.gz".count) + ": "
            let bytes = try Self.bytes(folder.path(name))
            do throws(PackageError) {
                let tree = try PackageArchive.tree(bytes)
                lines += tree.digest + "\n" + tree.files.map { "  \($0.path)\n" }.joined()
            } catch {
                lines += "\(error)\n"
            }
        }
        try Golden.compare(
            lines, with: Repository.path("Tests/PluginPackagesTests/Goldens/archives.txt"))
    }

    @Test func `an archive of a repository has the digest of its tree`() throws {
        let folder = try TemporaryFolder()
        let source = try GitSource(folder.path("source"))
        try source.commit(
            Packages.small.map { .init("rules/" + $0.path, $0.bytes) } + [
                .init("rules/ä.md", "ä"), .init("build.exe", "x"),
                .init("link", "/etc/passwd", mode: "120000"),
            ])
        let repository = try Packages.repository(source, in: folder)
        try repository.fetch()
        let tree = try repository.tree(repository.resolve("main"), subdir: "rules").tree
        for prefix in ["", "rules-1.0.0/", "--prefix"] {
            let archive = folder.path("archive.tar.gz").path
            try source.git(
                ["archive", "--format=tar.gz", "--output=\(archive)"]
                    + (prefix == "--prefix" ? [] : ["--prefix=\(prefix)"])
                    + ["main"])
            let bytes = try Self.bytes(folder.path("archive.tar.gz"))
            #expect(try PackageArchive.tree(bytes, subdir: "rules") == tree)
            let refusal = try #require(Packages.refusal { try PackageArchive.tree(bytes) })
            #expect(refusal.kind == .refused && refusal.says("build.exe"))
            #expect(
                Packages.refusal { try PackageArchive.tree(bytes, subdir: "other") }?.kind
                    == .missing)
        }
    }

    @Test func `no cut of an archive is taken, and no change of one byte traps`() throws {
        let folder = try TemporaryFolder()
        let source = try GitSource(folder.path("source"))
        try source.commit(Packages.small)
        try source.git("archive", "--format=tar.gz", "--output=\(folder.path("a").path)", "main")
        try source.git("archive", "--format=tar", "--output=\(folder.path("b").path)", "main")
        let bytes = try Self.bytes(folder.path("a"))
        let whole = try PackageArchive.tree(bytes)
        for count in 0..<bytes.count {
            #expect(Packages.refusal { try PackageArchive.tree(Array(bytes[..<count])) } != nil)
        }
        var random = SplitMix(state: 3)
        for _ in 0..<1_000 {
            var changed = bytes
            changed[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(
                in: 1...255, using: &random)
            let tree = try? PackageArchive.tree(changed)
            // What gzip has no check for are its own time and name.
            #expect(tree == nil || tree == whole)
        }
        // Without a checksum around it.
        let tar = try Self.bytes(folder.path("b"))
        for _ in 0..<100 {
            var changed = tar
            changed[Int.random(in: 0..<2_048, using: &random)] ^= UInt8.random(
                in: 1...255, using: &random)
            try folder.write("c", changed)
            _ = try Console.shell("gzip -n -f -k c", in: folder.url)
            _ = try? PackageArchive.tree(Self.bytes(folder.path("c.gz")))
        }
    }

    @Test(arguments: [
        ("rules.tar.gz", "/srv/rules.tar.gz"), ("../a b/rules.tgz", "/a b/rules.tgz"),
        ("file:///x/rules.TGZ", "/x/rules.TGZ"), ("./a:b.tgz", "/srv/a:b.tgz"),
    ])
    func `an archive is named by its path`(_ text: String, _ path: String) throws {
        #expect(try PackageArchive.path(text, from: "/srv") == path)
    }

    @Test(arguments: [
        ("https://example.com/rules.tar.gz", "download it and name its path"),
        ("http://example.com/rules.tgz", "download it"), ("rules.zip", "neither .tar.gz nor .tgz"),
        ("-rules.tgz", "begins with \"-\""), ("file://host/rules.tgz", "three slashes"),
        ("", "empty"), ("~/rules.tgz", "shell"), ("a\u{1B}.tgz", "not printable"),
    ])
    func `what names no archive of this machine is refused`(_ text: String, _ reason: String) throws
    {
        let refusal = try #require(
            Packages.refusal { try PackageArchive.path(text, from: "/srv") })
        #expect(refusal.kind == .source && refusal.says(reason), "\(refusal)")
    }
}
