import Foundation
import PluginPackages
import SpecPlugins
import TestSupport
import Testing

struct DigestTests {
    @Test func `the digest is that of sorted lines, whatever the order of the files`() {
        let files = ["def", "abc"].map {
            PluginFiles.File(path: $0, bytes: Array("data for \($0)".utf8))
        }
        let digest = "h1:XlhtRI30IXmT42IaG36suXW924CcEWe9v1QSN2uLYig="
        #expect(TreeDigest.of(files) == digest)
        #expect(TreeDigest.of(files.reversed()) == digest)
        #expect(TreeDigest.isDigest(digest))
    }

    @Test func `another program comes to the same digest`() throws {
        let folder = try TemporaryFolder()
        var random = SplitMix(state: 7)
        var files: [PluginFiles.File] = []
        let names = ["a", "B", "b.lua", "a/b", "a-b", "ä.md", "é/x.lua", "z/y/x.yml", "a.b/c"]
        for (index, name) in names.enumerated() {
            let count = [0, 1, 55, 56, 63, 64, 65, 1_000, 70_000][index]
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            files.append(.init(path: "t/" + name + "_", bytes: bytes))
            try folder.write("t/" + name + "_", bytes)
        }
        try folder.write(
            "hash.py",
            """
            import base64, hashlib, os
            names = [os.path.join(d, f) for d, _, fs in os.walk("t") for f in fs]
            lines = b""
            for name in sorted(names, key=os.fsencode):
                digest = hashlib.sha256(open(name, "rb").read()).hexdigest()
                lines += digest.encode() + b"  " + os.fsencode(name) + b"\\n"
            print("h1:" + base64.b64encode(hashlib.sha256(lines).digest()).decode())
            """)
        let run = try Console.shell("python3 hash.py", in: folder.url)
        #expect(run.errors == "")
        #expect(run.output == TreeDigest.of(files) + "\n")
    }

    @Test(arguments: [
        "", "h1:", "h2:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF!=",
    ])
    func `what is no digest is none`(_ text: String) { #expect(!TreeDigest.isDigest(text)) }
}
