import Foundation
import PluginPackages
import SpecPlugins
import TestSupport
import Testing

@Suite struct ScaffoldPackages {
    /// What is written to begin with can be tagged and shared as it is.
    @Test func `a plugin to begin with is taken by those who share plugins`() throws {
        let folder = try TemporaryFolder()
        let run = try Console.perilune(
            "plugin", "new", "acme-rules", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let source = try GitSource(folder.path("source"), isBare: false)
        for name in try FileManager.default.contentsOfDirectory(
            atPath: folder.path("acme-rules").path)
        {
            try FileManager.default.moveItem(
                at: folder.path("acme-rules/\(name)"), to: source.folder.appending(path: name))
        }
        try source.git("add", "--all")
        try source.git("commit", "--quiet", "--message=Begin")
        let repository = try Packages.repository(source, in: folder)
        try repository.fetch()
        let commit = try #require(ObjectID(try source.git("rev-parse", "HEAD")))
        let tree = try repository.tree(commit).tree
        #expect(
            tree.files.map(\.path) == [
                ".github/workflows/test.yml", ".gitignore", ".luacheckrc", ".luarc.json",
                "README.md", "init.lua", "plugin.yml", "tests/risks.md",
            ])
    }
}
