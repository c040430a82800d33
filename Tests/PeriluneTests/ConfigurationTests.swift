import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecWorkers
import TestSupport
import Testing

@Suite struct Configurations {
    /// Everything that is wrong with a `perilune.yml`, as the user sees it.
    @Test(arguments: Fixture.files("Fixtures/configuration", extension: "yml").filter(isWrong))
    func report(_ fixture: Fixture) throws {
        let folder = fixture.url.deletingLastPathComponent().path
        var text = ""
        do throws(Problems) {
            _ = try Workspace(configurationFile: fixture.url.path)
        } catch {
            text = error.all.map { "\($0)\n" }.joined()
        }
        #expect(!text.isEmpty)
        text = text.replacing(folder + "/", with: "")
        // Problems of plugins say where, as seen from where the tests are run.
        let current = FileManager.default.currentDirectoryPath + "/"
        text = text.replacing(folder.dropFirst(current.count) + "/", with: "")
        try Golden.compare(text, with: fixture.sibling("txt"))
    }

    private static func isWrong(_ fixture: Fixture) -> Bool { !fixture.name.contains("/") }

    private func load(_ text: String) throws -> Workspace {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/configuration")
        let folder = try TemporaryFolder()
        try folder.copy(fixtures.appending(path: "team"), to: "team")
        let file = try folder.write("perilune.yml", text)
        return try Workspace(configurationFile: file.path)
    }

    @Test func `without a word about it, a plugin's checks run at their own severities`() throws {
        let workspace = try load("plugins: { team: { path: team } }")
        // Behind them stand those that the host runs itself.
        let rules = workspace.rules.filter { $0.plugin == "team" }
        #expect(workspace.rules.starts(with: rules) && workspace.rules.count == rules.count + 5)
        #expect(rules.map(\.name) == ["team/owner-required", "team/title-case"])
        #expect(rules.map(\.severity) == [.warning, .info])
        #expect(workspace.rules.flatMap(\.options).isEmpty)
    }

    @Test func `severities and options are those of the configuration`() throws {
        let workspace = try load(
            """
            plugins: { team: { path: team } }
            checks:
              title-case: off
              team/owner-required:
                severity: error
                levels: [high, medium]
                limit: 10
                strict: true
                ratio: 1
            """)
        #expect(workspace.rules.prefix(2).map(\.severity) == [.error, nil])
        #expect(
            workspace.rules[0].options == [
                "levels": .list(["high", "medium"]), "limit": .integer(10),
                "strict": .boolean(true), "ratio": .number(1),
            ])
    }

    /// What hits the limit of two million instructions passes with three million, and the defaults.
    @Test(arguments: [("", false), ("{ fuel: 3M }", false), ("{ fuel: 2000 k }", true)])
    func `limits are those of the configuration`(_ limits: String, _ isHit: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("rules/plugin.yml", "name: r\nversion: 1.0.0\ndescription: d\n")
        try folder.write(
            "rules/init.lua",
            """
            return { checks = { rule = { summary = "s", severity = "error", each = "spec",
              run = function() for i = 1, 2000000 do end end } } }
            """)
        let file = try folder.write(
            "perilune.yml", "plugins: { rules: { path: rules } }\nlimits: { rules: \(limits) }")
        let workspace = try Workspace(configurationFile: file.path)
        let report = try Pipeline(workspace).check([
            Document(path: "a.md", bytes: Array("# A".utf8))
        ])
        #expect(report.failures.map(\.failure.kind) == (isHit ? [.limit] : []))
    }

    /// Findings of 1,000 × 500 bytes a spec, and their places; wherever they say them.
    @Test(arguments: [
        "report(spec, text)",
        "report { at = spec, message = 'm', related = { { at = spec, message = text } } }",
        "report { at = spec, message = 'm', help = 'https://' .. text }",
        "report { at = spec, message = 'm', fix = function(edit) edit:replace(spec, text) end }",
    ])
    func `findings of all specs have a limit together`(_ finding: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("rules/plugin.yml", "name: r\nversion: 1.0.0\ndescription: d\n")
        try folder.write(
            "rules/init.lua",
            """
            return { checks = { rule = { summary = "s", severity = "error", each = "spec",
              run = function(spec, report)
                local text = ("x"):rep(500)
                for i = 1, 1000 do \(finding) end
              end } } }
            """)
        let file = try folder.write(
            "perilune.yml",
            "plugins: { rules: { path: rules } }\nlimits: { rules: { total: 2 MiB } }")
        let workspace = try Workspace(configurationFile: file.path)
        let documents = ["a.md", "b.md", "c.md", "d.md", "e.md"].map {
            Document(path: $0, bytes: Array("# A".utf8))
        }
        let report = try Pipeline(workspace).check(documents)
        // An entry for another place or an edit takes room, too.
        let isLarger = finding.contains("related") || finding.contains("fix")
        #expect(
            Set(report.findings.map(\.location.path))
                == (isLarger ? ["a.md", "b.md"] : ["a.md", "b.md", "c.md"]))
        #expect(
            report.failures.map(\.failure.message) == [
                "total limit of 2 MiB for the findings of all specs reached"
            ])
    }

    @Test func `exports and pipelines are found by name`() throws {
        let workspace = try load(
            """
            plugins: { team: { path: team } }
            exports: { risks: { use: team/csv, output: ./build//risks.csv, scale: 5x5 } }
            pipelines: { release: [check, transform: tidy, export: risks] }
            """)
        let export = try workspace.export(named: "risks")
        #expect(export.output == "build/risks.csv")
        #expect(export.options == ["scale": .string("5x5")])
        #expect(try workspace.export(named: "team/csv").options.isEmpty)
        #expect(
            try workspace.pipeline(named: "release").steps.map(\.description)
                == ["check", "transform: team/tidy", "export: risks"])
        #expect(throws: Problem("unknown export \"rsks\"; did you mean \"risks\"?")) {
            try workspace.export(named: "rsks")
        }
        #expect(throws: Problem("unknown pipeline \"relase\"; did you mean \"release\"?")) {
            try workspace.pipeline(named: "relase")
        }
    }

    @Test func `an option of the command line is held against its declaration`() throws {
        let workspace = try load("plugins: { team: { path: team } }")
        let scale = try workspace.export(named: "team/csv").export.options
        #expect(try scale.values(["scale=5x5"], over: [:]) == ["scale": .string("5x5")])
        #expect(throws: Problem("\"scale\" cannot be \"4x5\"; did you mean \"5x5\"?")) {
            try scale.values(["scale=4x5"], over: [:])
        }
        #expect(throws: Problem("unknown option \"scal\" of risks; did you mean \"scale\"?")) {
            try scale.requireKnown(["scal=5x5"], of: "risks")
        }
        #expect(throws: Problem("an option is written name=value, found \"scale\"")) {
            try scale.values(["scale"], over: [:])
        }
        let check = try workspace.rule(named: "owner-required").check.options
        #expect(
            try check.values(
                ["levels=low,high", "limit=2", "strict=true", "ratio=0.25"], over: [:])
                == [
                    "levels": .list(["low", "high"]), "limit": .integer(2),
                    "strict": .boolean(true), "ratio": .number(0.25),
                ])
        #expect(throws: Problem("\"limit\" must be at least 1, found 0")) {
            try check.values(["limit=0"], over: [:])
        }
        #expect(throws: Problem("\"limit\" must be a whole number, found \"two\"")) {
            try check.values(["limit=two"], over: [:])
        }
    }
}
