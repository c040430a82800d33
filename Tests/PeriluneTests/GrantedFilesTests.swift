import Foundation
import Perilune
import SpecPlugins
import TestSupport
import Testing

/// What a workspace hands to a plugin of what is on the disk, and of the environment.
@Suite struct GrantedFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(inMemory: true)
        try folder.write("outside/secret.csv", "secret")
        try folder.write(
            "root/demo/init.lua",
            """
            return { checks = { rule = { summary = "s", severity = "info", each = "spec",
            run = function() end } } }
            """)
    }

    /// A workspace with a plugin that asks for some patterns and is granted others.
    private func workspace(
        read: String = "['**', '**/.*', .perilune/**]",
        granted: String = "['**', '**/.*', .perilune/**]", env: String = "[]",
        grantedEnv: String = "[]"
    ) throws -> Workspace {
        try folder.write(
            "root/demo/plugin.yml",
            """
            name: demo
            version: 1.0.0
            description: a plugin of a test
            permissions: { read: \(read), env: \(env) }
            """)
        let file = try folder.write(
            "root/perilune.yml",
            "plugins:\n  demo: { path: demo, grant: { read: \(granted), env: \(grantedEnv) } }\n")
        return try Workspace(configurationFile: file.path)
    }

    private func files(_ workspace: Workspace) throws -> [String] {
        #expect(workspace.failures == [])
        return try #require(workspace.grants["demo"]).files.map(\.path)
            .filter { !$0.hasPrefix("demo/") && $0 != "perilune.yml" }
    }

    private func failure(_ workspace: Workspace) throws -> String {
        let failure = try #require(workspace.failures.first)
        #expect(workspace.failures.count == 1 && failure.kind == .denied)
        #expect(workspace.plugins.isEmpty)
        return failure.message
    }

    @Test func `files that match both patterns are read in the order of their bytes`() throws {
        for path in ["b.csv", "a/c.csv", "a.csv", "a/b/d.csv", "a/e.json", "Z.csv", "f.csv"] {
            try folder.write("root/data/\(path)", "bytes of \(path)")
        }
        let workspace = try workspace(read: "'**/*.csv'", granted: "['data/[!f]*', data/a/**]")
        #expect(
            try files(workspace) == [
                "data/Z.csv", "data/a.csv", "data/a/b/d.csv", "data/a/c.csv", "data/b.csv",
            ])
        let file = try #require(workspace.grants["demo"]?.files[0])
        #expect(file.bytes == Array("bytes of Z.csv".utf8))
        let inputs = workspace.inputFiles.map { $0.split(separator: "/").last ?? "" }
        #expect(inputs.contains("d.csv") && !inputs.contains("e.json"))
    }

    @Test func `no link is followed, and what is no file is passed over`() throws {
        let root = folder.path("root").path
        try folder.write("root/data/real.csv", "real")
        try folder.link("root/data/out.csv", to: "../../outside/secret.csv")
        try folder.link("root/data/abroad", to: folder.path("outside").path)
        try folder.link("root/data/inside.csv", to: "real.csv")
        try folder.link("root/data/itself", to: ".")
        try folder.link("root/data/null.csv", to: "/dev/null")
        try folder.link("root/data/dangling.csv", to: "nowhere")
        let made = unsafe mkfifo("\(root)/data/pipe.csv", 0o600)
        #expect(made == 0)
        #expect(try files(workspace()) == ["data/real.csv"])
    }

    @Test func `the folder of the workspace may be a link`() throws {
        try folder.write("root/data/a.csv", "a")
        _ = try workspace()
        try folder.link("here", to: "root")
        let workspace = try Workspace(
            configurationFile: folder.path("here/perilune.yml").path)
        #expect(try files(workspace) == ["data/a.csv"])
    }

    @Test func `nobody sees what git and Perilune keep for themselves`() throws {
        for path in [
            ".git/config", "sub/.git/config", "sub/.GIT/x", ".perilune/cache/steps/a.json",
            ".perilune/links.json", "sub/.env", "a.csv",
        ] {
            try folder.write("root/\(path)", "x")
        }
        let error = #expect(throws: Problems.self) { try workspace(granted: "['.git/config']") }
        #expect(
            error?.all.first?.message
                == #""read" has ".git/config", which is inside of .git, which no plugin sees"#)
        let read = "['**', '**/.*', '**/.*/**', .perilune/**]"
        #expect(
            try files(workspace(read: read, granted: read)) == [
                ".perilune/links.json", "a.csv", "sub/.env",
            ])
    }

    /// Composed and decomposed, `é` is two names.
    @Test func `names are told by their bytes`() throws {
        for name in ["\u{e9}.csv", "e\u{301}.csv"] {
            _ = FileManager.default.createFile(
                atPath: folder.path("root").path + "/" + name, contents: Data(name.utf8))
        }
        #expect(
            try files(workspace(read: "'*.csv'", granted: "'*.csv'")).map { Array($0.utf8) }
                == ["e\u{301}.csv", "\u{e9}.csv"].map { Array($0.utf8) })
        #expect(try files(workspace(read: "\u{e9}.csv", granted: "'*.csv'")).count == 1)
    }

    @Test func `there is an end to files`() throws {
        for number in 0..<2_001 {
            try folder.write("root/data/\(number)", "")
        }
        #expect(
            try failure(workspace()) == "its patterns match more than 2000 files; grant it fewer")
        #expect(try files(workspace(granted: "data/1*")).count == 1_111)
    }

    @Test func `there is an end to bytes`() throws {
        let file = try folder.write("root/data/huge", "")
        for (bytes, isMore) in [(1 << 24, false), (1 << 24 + 1, true), (1 << 40, true)] {
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: UInt64(bytes))
            try handle.close()
            let workspace = try workspace(granted: "data/*")
            if isMore {
                #expect(
                    try failure(workspace)
                        == "the files and variables that it may read are more than 16 MiB; grant it fewer"
                )
            } else {
                #expect(try files(workspace) == ["data/huge"])
            }
        }
    }

    @Test func `there is an end to folders`() throws {
        let deep = Array(repeating: "a", count: 70).joined(separator: "/")
        try folder.write("root/data/\(deep)/b", "")
        #expect(
            try failure(workspace()).hasSuffix("its patterns lead more than 64 folders deep"))
        #expect(try files(workspace(granted: "data/a/*")) == [])
    }

    @Test func `there is an end to what is looked at`() throws {
        let root = folder.path("root").path
        try FileManager.default.createDirectory(
            atPath: root + "/many", withIntermediateDirectories: true)
        // As many names of one file take no room.
        _ = FileManager.default.createFile(atPath: root + "/many/0", contents: nil)
        var names = 1
        var source = "/many/0"
        while names <= 100_000 {
            if unsafe link(root + source, root + "/many/\(names)") != 0 {
                source = "/many/\(names)"
                _ = FileManager.default.createFile(atPath: root + source, contents: nil)
            }
            names += 1
        }
        #expect(
            try failure(workspace(read: "'**/*.csv'", granted: "'**'")).hasPrefix(
                "its patterns lead to more than 100000 files and folders to be looked at"))
        // Nobody looks where no match can be.
        #expect(try files(workspace(read: "'**/*.csv'", granted: "data/*")) == [])
    }

    @Test func `a file that may not be read is told`() throws {
        let file = try folder.write("root/data/closed.csv", "x")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        if geteuid() == 0 { return }
        #expect(
            try failure(workspace()) == "data/closed.csv: cannot be read: permission denied")
    }

    @Test func `variables are those that are asked for, granted and set`() throws {
        unsafe setenv("PERILUNE_TEST_A", "a\u{1}", 1)
        unsafe setenv("PERILUNE_TEST_B", "b", 1)
        defer { for name in ["A", "B"] { unsafe unsetenv("PERILUNE_TEST_\(name)") } }
        let workspace = try workspace(
            env: "[PERILUNE_TEST_A, PERILUNE_TEST_B, PERILUNE_TEST_C]",
            grantedEnv: "[PERILUNE_TEST_A, PERILUNE_TEST_C]")
        #expect(
            workspace.grants["demo"]?.variables == [
                .init(name: "PERILUNE_TEST_A", value: Array("a\u{1}".utf8))
            ])
    }

    @Test(arguments: [
        ("read", "dta/*.csv", #"does not ask to read "dta/*.csv"; did you mean "data/*.csv"?"#),
        ("read", "data/**", nil), ("read", "data/x.csv", nil),
        ("env", "TEEM", #"does not ask for the variable "TEEM"; did you mean "TEAM"?"#),
        (
            "write", "pages/**",
            #"does not ask to write "pages/**": its plugin.yml requests no such permission"#
        ),
    ])
    func `a grant of what nobody asks for is an error`(
        _ kind: String, _ entry: String, _ message: String?
    ) throws {
        try folder.write(
            "root/demo/plugin.yml",
            """
            name: demo
            version: 1.0.0
            description: a plugin of a test
            permissions: { read: data/*.csv, env: TEAM }
            """)
        let file = try folder.write(
            "root/perilune.yml",
            "plugins:\n  demo: { path: demo, grant: { \(kind): '\(entry)' } }\n")
        guard let message else {
            _ = try Workspace(configurationFile: file.path)
            return
        }
        let problems = try #require(throws: Problems.self) {
            try Workspace(configurationFile: file.path)
        }
        #expect(problems.all.map(\.message) == ["the plugin \"demo\" \(message)"])
        #expect(problems.all[0].line == 2 && problems.all[0].column == kind.utf8.count + 34)
    }
}
