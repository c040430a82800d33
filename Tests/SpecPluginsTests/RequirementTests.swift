import SpecPlugins
import Testing

/// What a manifest may require.
@Suite struct RequirementTests {
    private func requires(_ yaml: String) throws -> [PluginRequirement] {
        try Manifest(.single("return {}", options: "requires: \(yaml)")).requires
    }

    @Test(arguments: [
        ("{ graph: bundled }", PluginRequirement.Source.bundled),
        ("{ graph: { path: ../graph } }", .path("../graph")),
        (
            "{ graph: { git: 'git@host:team/plugins', subdir: a/graph, version: ^1.2 } }",
            .git(
                RepositorySource(
                    url: "git@host:team/plugins", subdir: "a/graph", pick: .version("^1.2")))
        ),
        (
            "{ graph: { git: 'https://host/graph', tag: v1 } }",
            .git(RepositorySource(url: "https://host/graph", pick: .tag("v1")))
        ),
        (
            "{ graph: { git: 'https://host/graph', rev: 0a1b } }",
            .git(RepositorySource(url: "https://host/graph", pick: .rev("0a1b")))
        ),
    ])
    func `sources are told apart`(_ yaml: String, _ source: PluginRequirement.Source) throws {
        let requirements = try requires(yaml)
        #expect(requirements.map(\.name) == ["graph"] && requirements[0].source == source)
    }

    @Test(arguments: [
        (
            "{ Team: bundled }",
            #"the library "Team" is not named with lower-case words joined by "-""#
        ),
        ("{ grph: bundled }", #"no bundled plugin is called "grph"; did you mean "graph"?"#),
        (
            "{ a: b }",
            #""a" must be "bundled", { path: FOLDER } or { git: URL, version: RANGE }, found "b""#
        ),
        (
            "{ a: {} }",
            #""a" must be "bundled", { path: FOLDER } or { git: URL, version: RANGE }, found a mapping"#
        ),
        ("{ a: { path: /x } }", #""path" must be a folder as seen from that of the plugin"#),
        ("{ a: { paht: x } }", #"unknown key "paht"; did you mean "path"?"#),
        ("{ a: { git: x } }", #""a" must have one of "version", "tag" and "rev", found none"#),
        (
            "{ a: { git: x, tag: a, rev: b } }",
            #""a" must have one of "version", "tag" and "rev", found 2"#
        ),
        (
            "{ a: { git: x, version: newest } }",
            #""version" must be a range like "^1.2", found "newest""#
        ),
        (
            "{ a: { git: x, tag: a, subdir: ../b } }",
            #""subdir" must be a folder inside of the repository, as "plugins/risk""#
        ),
        (
            "{ a: { git: x, tag: --exec=y } }",
            #""tag" must be a text of 2,000 bytes at most that does not begin with "-" and has no character that is not shown"#
        ),
        ("[a]", #""requires" must be a mapping, found a list"#),
    ])
    func `what cannot be required is told`(_ yaml: String, _ message: String) throws {
        let failure = try #require(throws: PluginFailure.self) { try requires(yaml) }
        #expect(failure.message == message)
        #expect(failure.kind == .manifest && failure.line == 4)
    }

    @Test func `there is an end to libraries`() {
        let many = (0...32).map { "a-\($0): { path: a }" }.joined(separator: ", ")
        #expect(throws: PluginFailure.self) { try requires("{ \(many) }") }
    }

    @Test func `a library that no plugin can be told from is refused`() throws {
        var files = PluginFiles.single(
            "return {}", options: "requires: { words: { path: ../words } }")
        files.files.append(.init(path: "words/a.lua", bytes: []))
        let failure = try #require(throws: PluginFailure.self) { try Manifest(files) }
        #expect(
            failure.message
                == #""words" is a library and the plugin's own "words/a.lua"; "require" can find one of "#
                + "them; rename the other")
    }
}
