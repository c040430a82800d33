import Foundation
import TestSupport
import Testing

/// At a terminal, whoever checked a repository out is asked whether its plugins may have what they are
/// granted.
@Suite struct TrustTests {
    private let folder: TemporaryFolder
    private let root: URL
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        root = folder.path("root")
        environment = ["XDG_STATE_HOME": folder.path("state").path]
        try folder.write("root/a.md", "# A\n")
        try folder.write(
            "root/tools/nosy/init.lua",
            """
            return { checks = { home = { summary = "s", severity = "info", each = "spec",
            run = function(spec, report) report(spec, "%s", env.get "HOME" and "known") end } } }
            """)
        try folder.write(
            "root/tools/nosy/plugin.yml",
            """
            name: nosy
            version: 1.0.0
            description: wants to know where somebody lives
            permissions: { env: HOME }
            """)
        try folder.write(
            "root/perilune.yml", "plugins:\n  nosy: { path: tools/nosy, grant: { env: HOME } }\n")
    }

    private func check() throws -> Int32? {
        try Console.perilune("check", "a.md", "-q", in: root, environment: environment).status
    }

    private func trust(_ answer: String) throws -> Console.Run {
        try Console.atTerminal(
            "trust", "--color", "never", in: root, environment: environment
        ) { _ in answer }
    }

    @Test(arguments: ["n\n", "\n", "yess\n", "\u{4}"])
    func `who does not say yes trusts nobody`(_ answer: String) throws {
        let run = try trust(answer)
        #expect(run.status == 1 && run.errors.contains("nothing is trusted"))
        #expect(try check() == 3)
        #expect(!FileManager.default.fileExists(atPath: folder.path("state").path))
    }

    @Test func `who says yes is asked once`() throws {
        #expect(try check() == 3)
        let run = try trust("y\n")
        #expect(run.status == 0)
        #expect(run.errors.contains("nosy (tools/nosy)"))
        #expect(run.errors.contains("is granted env: HOME"))
        #expect(run.errors.contains("trust these plugins with that [y,n]?"))
        #expect(try check() == 0)
        // The same plugins with the same grants are the same wherever they stand.
        try FileManager.default.moveItem(at: root, to: folder.path("moved"))
        try FileManager.default.copyItem(at: folder.path("moved"), to: root)
        #expect(try check() == 0)
    }

    /// Each of these is code that nobody has looked at.
    @Test(arguments: [
        ("tools/nosy/more.lua", "return 1"), ("tools/nosy/a.mustache", ""),
        ("tools/nosy/init.lua", nil), ("tools/nosy/plugin.yml", nil),
    ])
    func `what changed is looked at again`(_ file: String, _ content: String?) throws {
        #expect(try trust("y\n").status == 0)
        let before = try? String(contentsOf: folder.path("root/\(file)"), encoding: .utf8)
        try folder.write("root/\(file)", content ?? ((before ?? "") + "\n"))
        #expect(try check() == 3)
    }

    @Test func `a wider grant is looked at again`() throws {
        try folder.write(
            "root/tools/nosy/plugin.yml",
            """
            name: nosy
            version: 1.0.0
            description: wants to know more
            permissions: { env: [HOME, TOKEN] }
            """)
        #expect(try trust("y\n").status == 0)
        #expect(try check() == 0)
        try folder.write(
            "root/perilune.yml",
            "plugins:\n  nosy: { path: tools/nosy, grant: { env: [HOME, TOKEN] } }\n")
        #expect(try check() == 3)
    }

    @Test func `a library is code, too`() throws {
        try folder.write("root/tools/lib/lib.lua", "return 1")
        try folder.write(
            "root/tools/lib/plugin.yml", "name: lib\nversion: 1.0.0\ndescription: shared\n")
        try folder.write(
            "root/tools/nosy/plugin.yml",
            """
            name: nosy
            version: 1.0.0
            description: wants to know more
            permissions: { env: HOME }
            requires: { lib: { path: ../lib } }
            """)
        #expect(try trust("y\n").status == 0)
        #expect(try check() == 0)
        try folder.write("root/tools/lib/lib.lua", "return 2")
        #expect(try check() == 3)
    }

    @Test func `a plugin that is granted nothing needs no trust`() throws {
        try folder.write("root/perilune.yml", "plugins:\n  nosy: { path: tools/nosy }\n")
        let run = try Console.perilune("trust", in: root, environment: environment)
        #expect(run.status == 0 && run.errors.contains("nothing to trust"))
    }
}
