import Foundation
import PluginPackages
import TestSupport
import Testing

/// Repositories that are to take all the time, the memory or the disk that there is.
struct LargeTreeTests {
    let folder: TemporaryFolder
    let source: GitSource

    init() throws {
        folder = try TemporaryFolder(inMemory: true)
        source = try GitSource(folder.path("source"))
    }

    private func refusal(within seconds: Double = 20) throws -> PackageError {
        let repository = try Packages.repository(source, in: folder)
        let start = ContinuousClock.now
        let refusal = Packages.refusal {
            try repository.fetch()
            return try repository.tree(repository.resolve("main"))
        }
        #expect(ContinuousClock.now - start < .seconds(seconds))
        return try #require(refusal)
    }

    @Test func `a hundred thousand files are refused while they are listed`() throws {
        let blob = try source.blob("return {}\n")
        var stream =
            "commit refs/heads/main\ncommitter A <a@example.com> 1767607200 +0000\ndata 1\nx\n"
        for index in 0..<100_000 {
            stream += "M 100644 \(blob) rules/\(index / 1_000)/r\(index).lua\n"
        }
        try source.git("fast-import", "--quiet", stdin: Array(stream.utf8))
        #expect(try refusal().says("more than 2000 files"))
    }

    /// A tree of ten trees of ten trees…: ten billion files in ten objects.
    @Test func `a tree that unfolds without end is refused`() throws {
        var id = try source.tree([("100644", Array("a.lua".utf8), source.blob("x"))])
        for _ in 0..<10 {
            id = try source.tree((0..<10).map { ("40000", Array("f\($0)".utf8), id) })
        }
        try source.commit(tree: id)
        #expect(try refusal().says("more than 2000 files"))
    }

    @Test func `folders without files, one in another, are refused at some depth`() throws {
        var id = try source.tree([("100644", Array("a.lua".utf8), source.blob("x"))])
        for _ in 0..<40 { id = try source.tree([("40000", Array("d".utf8), id)]) }
        try source.commit(tree: id)
        #expect(try refusal().says("more than 32 folders deep"))
    }

    @Test func `5,000 folders in each other end in a refusal, too`() throws {
        let blob = try source.blob("x")
        // One after another: each names the one before it.
        let folder = try TemporaryFolder()
        try folder.write(
            "make.py",
            """
            import hashlib, os, sys, zlib
            id = bytes.fromhex(sys.argv[1])
            mode, name = b"100644", b"a.lua"
            for _ in range(5000):
                body = mode + b" " + name + b"\\0" + id
                data = b"tree %d\\0" % len(body) + body
                id = hashlib.sha1(data).digest()
                path = "objects/" + id.hex()[:2]
                os.makedirs(path, exist_ok=True)
                with open(path + "/" + id.hex()[2:], "wb") as file: file.write(zlib.compress(data, 0))
                mode, name = b"40000", b"d"
            print(id.hex())
            """)
        let made = try Console.run(
            "/usr/bin/env", ["python3", folder.path("make.py").path, blob], in: source.folder)
        #expect(made.errors == "")
        try source.commit(tree: made.output.trimmingCharacters(in: .newlines))
        let repository = try Packages.unchecked(source, in: self.folder)
        let refusal = try #require(
            Packages.refusal { try repository.tree(repository.resolve("main")) })
        #expect(refusal.says("more than 32 folders deep"), "\(refusal)")
    }

    @Test func `a blob that unfolds to more than a package may have is never read`() throws {
        let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
        try source.commit([.init("plugin.yml", "name: rules\n"), .init("big.lua", zeros)])
        #expect(try refusal().says("more than 16 MiB"))
    }

    @Test func `many files of one content count as many`() throws {
        let blob = [UInt8](repeating: 0x20, count: 1 << 20)
        try source.commit((0..<17).map { .init("f\($0).txt", blob) })
        #expect(try refusal().says("more than 16 MiB"))
    }

    @Test func `just as much as is allowed is read`() throws {
        var files = (0..<1_984).map {
            GitSource.File("f\($0).txt", [UInt8(truncatingIfNeeded: $0)])
        }
        files += (0..<16).map {
            .init("big\($0).txt", [UInt8](repeating: 0x20, count: (1 << 20) - 124))
        }
        try source.commit(files)
        let repository = try Packages.repository(source, in: folder)
        try repository.fetch()
        #expect(try repository.tree(repository.resolve("main")).tree.files.count == 2_000)
    }
}
