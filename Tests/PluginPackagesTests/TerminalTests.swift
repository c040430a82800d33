import Foundation
import PluginPackages
import TestSupport
import Testing

/// Where somebody sits at a terminal, and where nobody is to be asked.
struct TerminalTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Fetches with a `git` that wants a password; how that went, and what git was told.
    private func run(_ typed: String, _ options: String...) throws -> (
        ending: String, heard: String
    ) {
        let heard = folder.path("heard").path
        let bin = try Packages.fakeGit(
            """
            #!/bin/sh
            case "$*" in *ls-remote*) ;; *) exit 1 ;; esac
            echo $$ >> '\(heard)'
            (printf 'Password: ' >/dev/tty) 2>/dev/null || { echo 'nobody' >> '\(heard)'; exit 1; }
            read answer </dev/tty
            echo "$answer" >> '\(heard)'
            """, in: folder)
        let script = Repository.path("Tests/PluginPackagesTests/terminal.py").path
        let run = try Console.run(
            "/usr/bin/env",
            [
                "python3", script, typed, Console.built("package-fixture").path,
                "https://example.invalid/rules", folder.path("mirror").path,
            ] + options, environment: ["PATH": "\(bin):/usr/bin:/bin"])
        #expect(run.errors == "")
        return (
            run.output.trimmingCharacters(in: .newlines),
            try String(contentsOf: folder.path("heard"), encoding: .utf8)
        )
    }

    @Test func `git asks at the terminal where it may`() throws {
        let run = try run("secret\n", "--ask")
        #expect(run.ending == "asked 0")
        #expect(run.heard.hasSuffix("\nsecret\n"))
    }

    @Test func `git finds no terminal where it may not`() throws {
        let run = try run("secret\n")
        #expect(run.ending == "not asked 0")
        #expect(run.heard.hasSuffix("\nnobody\n"))
    }

    @Test func `an interrupt at the terminal ends both`() throws {
        let run = try run("\\x03", "--ask")
        #expect(run.ending == "asked -2")
        let number = try #require(Int32(run.heard.prefix { $0.isNumber }))
        #expect(kill(number, 0) == -1)
        #expect(!run.heard.contains("secret"))
    }
}
