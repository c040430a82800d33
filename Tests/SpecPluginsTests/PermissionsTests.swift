import SpecPlugins
import Testing
import Yaml

/// What may be asked for, and what of it is had.
@Suite struct PermissionsTests {
    private func read(_ yaml: String) throws -> PlacedPermissions {
        try PlacedPermissions(try #require(try YamlNode.parse(Array(yaml.utf8))), "permissions")
    }

    @Test func `permissions have one form`() throws {
        let permissions = try read(
            "read: [b/*.csv, a.json, b/*.csv]\nenv: TEAM\nwrite: []\n"
        ).permissions
        #expect(permissions.read == ["a.json", "b/*.csv"])
        #expect(permissions.json == #"{"env": ["TEAM"], "read": ["a.json", "b/*.csv"]}"#)
        #expect(permissions == Permissions(read: ["b/*.csv", "a.json"], env: ["TEAM"]))
        #expect(Permissions().json == "{}")
        #expect(Permissions(read: [#"a"b"#]).json == #"{"read": ["a\"b"]}"#)
    }

    /// Composed and decomposed, `é` is two names of files.
    @Test func `names are told by their bytes`() {
        let (one, other) = (Permissions(read: ["\u{e9}"]), Permissions(read: ["e\u{301}"]))
        #expect(one != other)
        #expect(one.widening(over: other) == one)
        #expect(Permissions(read: ["\u{e9}", "e\u{301}"]).read.count == 2)
    }

    @Test func `what is new is told`() {
        let old = Permissions(read: ["a", "b"], env: ["TEAM"])
        let new = Permissions(read: ["b", "c"], write: ["pages/**"])
        #expect(new.widening(over: old) == Permissions(read: ["c"], write: ["pages/**"]))
        #expect(old.widening(over: old).isEmpty)
    }

    @Test(arguments: [
        ("read: a\nreed: b", #"unknown permission "reed"; did you mean "read"?"#),
        (
            "network: all",
            #"there is no permission "network": a plugin can be given "read", "write" and "env", "#
                + "and nothing else"
        ),
        ("[network]", #""permissions" must be a mapping, found a list"#),
        (
            "read: [../a]",
            #""read" has "../a", which has a ".."; expected a pattern below the workspace's folder"#
        ),
        (
            "read: a/../../b",
            #""read" has "a/../../b", which has a ".."; expected a pattern below the workspace's folder"#
        ),
        (
            "read: /etc/passwd",
            #""read" has "/etc/passwd", which is absolute; expected a pattern below the workspace's folder"#
        ),
        (
            "read: /",
            #""read" has "/", which is absolute; expected a pattern below the workspace's folder"#
        ),
        (
            "read: 'C:/x'",
            #""read" has "C:/x", which is on a drive; expected a pattern below the workspace's folder"#
        ),
        ("read: 'a\\b'", #""read" has "a\b", which has a "\"; write "/""#),
        ("read: \"a\\x01\"", "\"read\" has \"a\u{1}\", which has a character that is not shown"),
        (
            "read: \"a\\u202e\"",
            "\"read\" has \"a\u{202e}\", which has a character that is not shown"
        ),
        ("read: a//b", #""read" has "a//b", which has an empty part or a "."; leave it out"#),
        ("read: ./a", #""read" has "./a", which has an empty part or a "."; leave it out"#),
        (
            "read: .GIT/config",
            #""read" has ".GIT/config", which is inside of .git, which no plugin sees"#
        ),
        ("read: ''", #""read" has "", which is empty"#),
        (
            "env: [A-B]",
            #""env" has "A-B", which is no name of a variable; expected letters, digits and "_", no digit in front"#
        ),
        (
            "env: [1A]",
            #""env" has "1A", which is no name of a variable; expected letters, digits and "_", no digit in front"#
        ),
        (
            "env: ['*']",
            #""env" has "*", which is no name of a variable; expected letters, digits and "_", no digit in front"#
        ),
        (
            "env: [\u{e4}]",
            "\"env\" has \"\u{e4}\", which is no name of a variable; expected letters, digits and \"_\", no digit in front"
        ),
        ("read: [[a]]", #""read" must be text, found a list"#),
    ])
    func `what cannot be asked for is told`(_ yaml: String, _ message: String) throws {
        let error = try #require(throws: YamlError.self) { try read(yaml) }
        #expect(error.message == message)
    }

    @Test func `there is an end to what is asked for`() throws {
        let many = (0...100).map { "a\($0)" }.joined(separator: ", ")
        let error = try #require(throws: YamlError.self) { try read("read: [\(many)]") }
        #expect(error.message == #""read" has 101 entries; expected 100 at most"#)
        let long = String(repeating: "a", count: 201)
        #expect(throws: YamlError.self) { try read("read: \(long)") }
        _ = try read("read: \(long.dropFirst())")
    }

    @Test func `what is had is asked for and granted`() {
        var grant = PluginGrant(
            requested: Permissions(read: ["data/*.csv", "x"], env: ["A", "B"]),
            granted: Permissions(read: ["data/t*", "y"], env: ["B", "C"]))
        #expect(grant.effective == Permissions(read: ["data/t*"], env: ["B"]))
        for (path, isAllowed) in [
            ("data/teams.csv", true), ("data/teams.json", false), ("data/other.csv", false),
            ("x", false), ("y", false), ("data/t/a.csv", false), ("data/.t.csv", false),
        ] {
            #expect(grant.allows(path, .read) == isAllowed, "\(path)")
        }
        #expect(grant.allows("B", .env))
        #expect(!grant.allows("A", .env) && !grant.allows("C", .env) && !grant.allows("b", .env))
        grant.refusal = "no"
        #expect(grant.effective.isEmpty && !grant.allows("B", .env))
    }

    /// What a worker says that it wrote is believed as far as the plugin may write it.
    @Test(arguments: [
        ("pages/a.html", true), ("pages/a/b.html", true), ("index.html", true),
        ("words/a.txt", true),
        ("pages", false), ("raw/a.png", false), ("pages/../a", false), ("/pages/a", false),
        ("pages/.a", false), ("pages/con", false), ("pages/a b", false), ("pages/\u{e9}", false),
        ("index.html/a", false), ("INDEX.html", false),
    ])
    func `files beside those that are declared are held against the grant`(
        _ name: String, _ isHeld: Bool
    ) throws {
        var grant = PluginGrant(
            requested: Permissions(write: ["**", "raw/*"]),
            granted: Permissions(write: ["pages/**"]))
        let outputs = [
            OutputDeclaration(name: "index.html"), OutputDeclaration(name: "words/*.txt"),
        ]
        let several = StageDeclaration(name: "a", summary: "s", outputs: outputs, options: [])
        func artifact(_ export: StageDeclaration) -> Artifact? {
            Artifact(
                [(name, [0xFF])], export.outputs, beside: WritableNames(of: export, grant))
        }
        // What is declared is text.
        let isDeclared = ["index.html", "words/a.txt"].contains(name)
        #expect((artifact(several) != nil) == (isHeld && !isDeclared))
        let one = StageDeclaration(
            name: "a", summary: "s", outputs: [OutputDeclaration(name: "a.txt")], options: [])
        #expect(artifact(one) == nil)
        grant.refusal = "no"
        #expect(artifact(several) == nil)
    }
}
