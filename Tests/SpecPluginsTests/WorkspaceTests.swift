import LuaSandbox
import SpecModel
import SpecReading
import Testing

@testable import SpecPlugins

/// What a rule over all specs sees of them, and which of them it takes to memory for that.
struct WorkspaceTests {
    /// Text by path.
    private static let texts = [
        (
            "docs/a.md",
            "# A\n\n[b](b.md), [c](#here), [root](/docs/b.md#x) and [w](https://x.org)\n"
        ),
        ("docs/b.md", "# B\n\n## Here\n\nNothing.\n"),
        ("docs/c.md", "# C\n\n![p](p%20q.png) and <mailto:a@b.c>\n"),
        ("e.md", "# E\n"),
    ]

    /// Which specs were read, in the order of that.
    private final class Reads { var places: [Int] = [] }

    /// What a rule of all specs says, and the places of the specs that were read for it.
    private func run(_ body: String, reads: String = "nil") throws -> (said: [String], read: [Int])
    {
        let plugin = try Plugin(
            .single(
                """
                return { checks = { rule = { summary = "s", severity = "info", each = "workspace",
                  reads = \(reads), run = function(workspace, report) \(body) end } } }
                """))
        let specs = Self.texts.map { SpecReader().read(Array($0.1.utf8), path: $0.0) }
        let outlines = specs.map { spec in
            SpecOutline(
                path: spec.path, size: spec.source.bytes.count,
                linksFiles: spec.links.contains { $0.file != nil })
        }
        let reads = Reads()
        let list = SpecList(outlines) { place in
            reads.places.append(place)
            return specs[place]
        }
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        var session = try PluginSession(plugin)
        let result = session.checkWorkspace(MarshalledSpecs(sorted: list), [request])
        try #require(result.failures == [], "\(result.failures)")
        var other = try PluginSession(plugin)
        // Specs that are at hand anyway are seen as those that are read.
        #expect(other.checkWorkspace(specs.reversed(), [request]) == result)
        return (result.findings.map(Rendering.line), reads.places)
    }

    @Test func `paths take no spec`() throws {
        let (said, read) = try run(
            "local a = workspace:spec(workspace.paths[4]); report(a, '%s', table.concat(workspace.paths, ' '))"
        )
        #expect(said == ["e.md:1:1-1:4 info [demo/rule] docs/a.md docs/b.md docs/c.md e.md"])
        #expect(read == [3])
    }

    @Test func `links to files take the specs that have some`() throws {
        let (said, read) = try run(
            """
            for _, link in ipairs(workspace:file_links()) do
              report(link, '%s of %s', link.file, link.spec.path)
            end
            """, reads: "{ 'file_links' }")
        #expect(
            said == [
                "docs/a.md:3:1-3:10 info [demo/rule] b.md of docs/a.md",
                "docs/a.md:3:24-3:44 info [demo/rule] /docs/b.md of docs/a.md",
                "docs/c.md:3:1-3:16 info [demo/rule] p q.png of docs/c.md",
            ])
        #expect(Set(read) == [0, 2])
    }

    @Test func `one spec is found by its path, and none by another`() throws {
        let (said, read) = try run(
            """
            local b = workspace:spec 'docs/b.md'
            report(b, '%s %s', b.anchors.here, tostring(workspace:spec 'docs/B.md'))
            assert(b == workspace:spec 'docs/b.md' and workspace:spec '' == nil)
            """)
        #expect(said == ["docs/b.md:1:1-1:4 info [demo/rule] 3 nil"])
        #expect(read == [1])
    }

    @Test func `all specs are there in their order, each once`() throws {
        let (said, _) = try run(
            """
            local last = workspace:spec 'e.md'
            local names = {}
            for n, spec in ipairs(workspace.specs) do names[n] = spec.title end
            assert(workspace.specs[4] == last and workspace.specs == workspace.specs)
            report(last, '%s', table.concat(names, ' '))
            """)
        #expect(said == ["e.md:1:1-1:4 info [demo/rule] A B C E"])
    }

    @Test(arguments: [
        ("report(workspace, 'x')", "the place is an item"),
        ("workspace.items('risk')", "call it with a colon"),
        ("workspace.spec(workspace.paths, 'e.md')", "call it with a colon"),
        ("workspace:spec(1)", "string"),
    ])
    func `what is no use of a workspace is refused`(_ body: String, _ message: String) throws {
        let plugin = try Plugin(
            .single(
                """
                return { checks = { rule = { summary = "s", severity = "info", each = "workspace",
                  run = function(workspace, report) \(body) end } } }
                """))
        var session = try PluginSession(plugin)
        let result = session.checkWorkspace(
            [SpecReader().read(Array("# A\n".utf8), path: "a.md")],
            [CheckRequest(name: "rule", severity: .info, options: [:])])
        #expect(result.failures.count == 1)
        #expect(result.failures.first?.message.contains(message) == true, "\(result.failures)")
    }
}
