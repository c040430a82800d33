import SpecModel
import SpecPlugins
import TestSupport
import Testing

/// What a plugin comes to that looks for more than it is given.
@Suite struct GrantTests {
    private static let given: PluginGrant = {
        var grant = PluginGrant(
            requested: Permissions(
                read: ["data/*.csv", "text/**"], env: ["TEAM", "TOKEN", "NONE"]),
            granted: Permissions(read: ["data/t*", "text/**"], env: ["TEAM", "NONE"]),
            place: "demo in perilune.yml, line 2")
        grant.files = [
            ("data/t.csv", "Team\r\nA\r\n"), ("text/a\u{e9}.md", "a"), ("text/raw", "\0"),
        ]
        .map { PluginFiles.File(path: $0, bytes: Array($1.utf8)) }
        grant.variables = [.init(name: "TEAM", value: [0xFF])]
        return grant
    }()

    private static let manifest =
        "permissions: { read: [data/*.csv, text/**], env: [TEAM, TOKEN, NONE] }\n"

    /// What a line of Lua returns, or fails with.
    private func run(_ lua: String, _ grant: PluginGrant? = given) throws -> String {
        let plugin = try Plugin(
            .single(
                """
                return { checks = { rule = { summary = "s", severity = "info", each = "spec",
                run = function(spec, report) report(spec, "%s", (function() \(lua) end)()) end } } }
                """, options: Self.manifest), grant: grant)
        var session = try PluginSession(plugin)
        let spec = Spec(source: SourceText(path: "a.md", bytes: Array("# A\n".utf8)))
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        let result = session.check(spec, [request])
        if let failure = result.failures.first {
            #expect(failure.file == "init.lua" && failure.line == 2)
            return "\(failure.kind): \(failure.message)"
        }
        return try #require(result.findings.first).message
    }

    @Test(arguments: [
        (#"return files.read "data/t.csv""#, #"Team\r\nA\r\n"#),
        (#"return csv.decode(files.read "data/t.csv", { header = true })[1].Team"#, "A"),
        (#"return tostring(files.read "data/tt.csv")"#, "nil"),
        (#"return #files.read "text/raw""#, "1"),
        (#"return files.read "text/a\u{e9}.md""#, "a"),
        (#"return tostring(files.read "text/ae\u{301}.md")"#, "nil"),
        (#"return table.concat(files.list(), " ")"#, "data/t.csv text/a\u{e9}.md text/raw"),
        (#"return table.concat(files.list "text/*", " ")"#, "text/a\u{e9}.md text/raw"),
        (#"return table.concat(files.list "**/*.csv", " ")"#, "data/t.csv"),
        (#"return #files.list "text/b*""#, "0"),
        (#"return tostring(files.can_read "data/t2.csv")"#, "true"),
        (#"return tostring(files.can_read "data/o.csv")"#, "false"),
        (#"return tostring(files.can_read "../data/t.csv")"#, "false"),
        (#"return #env.get "TEAM""#, "1"), (#"return tostring(env.get "NONE")"#, "nil"),
        (#"return tostring(env.can_get "NONE")"#, "true"),
        (#"return tostring(env.can_get "TOKEN")"#, "false"),
        (#"return tostring(env.can_get "PATH")"#, "false"),
        ("local n = 0 for k in pairs(env) do n = n + 1 end return n", "2"),
        ("return tostring(env.TEAM)", "nil"),
        // A plugin that changes the library lies to itself alone.
        (#"files.read = function() return "mine" end return files.read "data/t.csv""#, "mine"),
        ("local l = files.list() l[1] = 'etc/passwd' return files.list()[1]", "data/t.csv"),
    ])
    func `what is given can be had`(_ lua: String, _ expected: String) throws {
        #expect(try run(lua) == expected)
    }

    @Test(arguments: [
        (
            "data/o.csv",
            #""data/o.csv" is not granted; add "data/o.csv" to "read" of the grant to demo in perilune.yml, line 2"#
        ),
        (
            "data/t.json",
            #""data/t.json" is not requested; add "data/t.json" to "read" below "permissions" in plugin.yml"#
        ),
        (
            "DATA/t.csv",
            #""DATA/t.csv" is not requested; add "DATA/t.csv" to "read" below "permissions" in plugin.yml"#
        ),
        (
            "text/.env",
            #""text/.env" is not requested; add "text/.env" to "read" below "permissions" in plugin.yml"#
        ),
        (
            "text/../../a",
            #""text/../../a" is outside of the workspace's folder, where no plugin can look"#
        ),
        (
            "/etc/passwd",
            #""/etc/passwd" is outside of the workspace's folder, where no plugin can look"#
        ),
        ("text//a", #""text//a" has an empty part or a "."; leave it out"#),
        ("./data/t.csv", #""./data/t.csv" has an empty part or a "."; leave it out"#),
        (#"data/t.csv\0.md"#, #""data/t.csv\u{0}.md" has a NUL"#),
        ("", "the name is empty"), (#"text/\xFF"#, "the name is not UTF-8"),
        // Full-width full stops and a division slash.
        (
            #"text\u{2215}\u{FF0E}\u{FF0E}"#,
            "\"text\u{2215}\u{FF0E}\u{FF0E}\" is not requested; add \"text\u{2215}\u{FF0E}\u{FF0E}\" to \"read\" below \"permissions\" in plugin.yml"
        ),
    ])
    func `a file that is not given is refused`(_ path: String, _ message: String) throws {
        #expect(try run("return files.read \"\(path)\"") == "denied: files.read: \(message)")
    }

    @Test(arguments: [
        (#"files.read(("a"):rep(5000))"#, "denied: files.read: the name is longer than 4096 bytes"),
        (
            #"files.list "../*""#,
            #"denied: files.list: "../*" is outside of the workspace's folder, where no plugin can look"#
        ),
        (
            #"files.list "src/**""#,
            #"denied: files.list: "src/**" is not requested; add "src/**" to "read" below "permissions" in plugin.yml"#
        ),
        (
            #"files.list "data/o*.csv""#,
            #"denied: files.list: "data/o*.csv" is not granted; add "data/o*.csv" to "read" of the grant to demo in perilune.yml, line 2"#
        ),
        ("files.list(\"\")", "runtime: files.list: the pattern is empty"),
        ("files.read(nil)", "runtime: files.read: expected a string, found nil"),
        ("files.read {}", "runtime: files.read: expected a string, found a table"),
        (
            #"env.get "TOKEN""#,
            #"denied: env.get: "TOKEN" is not granted; add TOKEN to "env" of the grant to demo in perilune.yml, line 2"#
        ),
        (
            #"env.get "PATH""#,
            #"denied: env.get: "PATH" is not requested; add PATH to "env" below "permissions" in plugin.yml"#
        ),
        (#"env.get "TEAM=""#, #"denied: env.get: "TEAM=" is no name of a variable"#),
        (#"env.get "TEAM\0""#, #"denied: env.get: "TEAM\u{0}" is no name of a variable"#),
        // A refusal is an error like others.
        (
            #"local ok, why = pcall(env.get, "PATH") return why:sub(1, 28)"#,
            "demo/init.lua:2: env.get: \"P"
        ),
    ])
    func `what is not given is refused`(_ lua: String, _ expected: String) throws {
        #expect(try run(lua) == expected)
    }

    @Test func `nothing is given where nobody says`() throws {
        #expect(
            try run(#"return files.read "data/t.csv""#, nil)
                == #"denied: files.read: "data/t.csv" is not granted, and nobody can grant it here"#
        )
        #expect(try run("return #files.list()", nil) == "0")
    }

    @Test func `a refusal says why`() throws {
        var grant = Self.given
        grant.refusal = "it is not trusted; run perilune trust"
        #expect(
            try run(#"return env.get "TEAM""#, grant)
                == #"denied: env.get: "TEAM" is not granted: it is not trusted; run perilune trust"#
        )
    }

    @Test func `nothing is read while a plugin loads`() {
        #expect(throws: PluginFailure.self) {
            try Plugin(
                .single(#"local t = files.read "data/t.csv" return { checks = {} }"#),
                grant: Self.given)
        }
    }

    @Test func `what is read counts as memory`() throws {
        var grant = Self.given
        grant.files[0].bytes = Array(repeating: 120, count: 7 << 20)
        #expect(try run(#"return #files.read "data/t.csv""#, grant) == "\(7 << 20)")
        let lua =
            #"local t = {} for i = 1, 20 do t[i] = files.read "data/t.csv" .. i end return #t"#
        #expect(try run(lua, grant) == "limit: memory limit of 64 MiB reached")
        grant.files[0].bytes = Array(repeating: 120, count: 16 << 20)
        #expect(
            try run(#"return #files.read "data/t.csv""#, grant)
                == "limit: block limit of 8 MiB for one string or table reached")
    }
}
