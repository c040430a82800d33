import Foundation
import SpecModel
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// What stands in `plugins/<name>/examples.md` is true, wherever in a document it stands.
@Suite struct RuleExampleTests {
    private static func files(_ page: RuleExamplePage) throws -> PluginFiles {
        try PluginFiles(folder: page.url.deletingLastPathComponent(), name: page.plugin)
    }

    /// What `structure` finds depends on a template, which no example names; its tests do.
    @Test func everyPluginWithRulesHasAPage() throws {
        let plugins = try PluginFiles.bundledNames.filter { name in
            try name != "structure" && !Plugin(#require(PluginFiles.bundled(name))).checks.isEmpty
        }
        #expect(RuleExamplePage.all.map(\.plugin) == plugins)
    }

    @Test(arguments: RuleExamplePage.all)
    func everyRuleHasTwoOfEach(_ page: RuleExamplePage) throws {
        let rules = try Plugin(Self.files(page)).checks.map(\.name)
        #expect(Set(page.examples.map(\.rule)) == Set(rules))
        for rule in rules {
            let examples = page.examples.filter { $0.rule == rule }
            #expect(examples.count { $0.isBad } >= 2, "\(rule)")
            #expect(examples.count { !$0.isBad } >= 2, "\(rule)")
        }
    }

    @Test(arguments: RuleExamplePage.all)
    func whatIsBadIsFoundAndWhatIsGoodIsNot(_ page: RuleExamplePage) throws {
        let files = try Self.files(page)
        for example in page.examples {
            let run = try RuleExampleRun(example, of: files)
            #expect(run.failures == [], "\(example)")
            #expect(run.findings.isEmpty != example.isBad, "\(example): \(run.lines)")
        }
        let found = try page.page { try RuleExampleRun($0, of: files).lines }
        try Golden.compare(found, with: page.url)
    }

    /// The README beside the rules lists each with its severity, its preset and what it protects.
    @Test(arguments: RuleExamplePage.all)
    func theReadmeListsEveryRule(_ page: RuleExamplePage) throws {
        let readme = try String(
            contentsOf: page.url.deletingLastPathComponent().appending(path: "README.md"),
            encoding: .utf8)
        let rows = readme.components(separatedBy: "\n").filter { $0.hasPrefix("| [`") }
        let rules = try Plugin(Self.files(page)).checks.map {
            "| [`\($0.name)`](examples.md#\($0.name)) | \($0.severity.rawValue) "
                + "| \($0.preset.rawValue) | \($0.summary) |"
        }
        #expect(rows == rules)
    }

    /// Line ends change no finding, and an emoji in front of one changes its column alone.
    @Test(arguments: RuleExamplePage.all)
    func whatIsFoundDoesNotDependOnBytesAround(_ page: RuleExamplePage) throws {
        let files = try Self.files(page)
        for example in page.examples {
            let plain = try RuleExampleRun(example, of: files)
            let crlf = try RuleExampleRun(example, of: files, RuleExampleVariant.crlf)
            #expect(crlf.sayings == plain.sayings, "\(example)")
            #expect(
                crlf.findings.map(\.location.start.line)
                    == plain.findings.map(\.location.start.line))
            let emoji = try RuleExampleRun(example, of: files, RuleExampleVariant.emoji)
            #expect(emoji.sayings == plain.sayings, "\(example)")
        }
    }

    /// What a rule finds in a paragraph or a row it finds in a list and in a cell, too.
    @Test(arguments: RuleExamplePage.all)
    func everyRuleFindsInCellsAndInLists(_ page: RuleExamplePage) throws {
        let files = try Self.files(page)
        let all = Dictionary(grouping: page.examples.filter(\.isBad), by: \.rule)
        for (rule, examples) in all {
            var missing: Set<Block.Kind> = [.tableCell, .listItem]
            for example in examples {
                for variant in [{ $0 }, RuleExampleVariant.list, RuleExampleVariant.cell] {
                    let run = try RuleExampleRun(example, of: files, variant)
                    #expect(run.failures == [], "\(example)")
                    missing = missing.filter { !run.finds(in: $0) }
                }
            }
            #expect(
                missing == Self.elsewhere[rule] ?? [],
                "\(rule): \(missing.map(\.rawValue).sorted())")
        }
    }

    /// Whatever a document holds, no rule fails on it.
    @Test(arguments: RuleExamplePage.all)
    func noDocumentMakesARuleFail(_ page: RuleExamplePage) throws {
        let plugin = try Plugin(Self.files(page), today: "2026-03-01")
        var session = try PluginSession(plugin)
        let requests = plugin.checks.map {
            CheckRequest(name: $0.name, severity: .warning, options: [:])
        }
        var damage = RuleExampleDamage(page.examples, seed: 5)
        var found = 0
        for _ in 0..<200 {
            let bytes = damage.next()
            let spec = SpecReader().read(bytes, path: "spec.md")
            let result = session.check(spec, requests)
            found += result.findings.count
            #expect(
                result.failures.map(\.message) == [], "\(String(decoding: bytes, as: UTF8.self))")
            #expect(session.checkWorkspace([spec], requests).failures.map(\.message) == [])
        }
        #expect(found > 100)
    }

    /// Where a rule can find nothing, because what it looks at does not stand there.
    private static let elsewhere: [String: Set<Block.Kind>] = [
        // Only a table has a place for a field that is left empty.
        "acceptance-stated": [.listItem], "dependency-owned": [.listItem],
        "id-given": [.listItem], "question-owned": [.listItem], "risk-owned": [.listItem],
        "risk-rated": [.listItem], "rollback-trigger-named": [.listItem],
        // No cell holds a heading, a fence or a task.
        "json-parses": [.tableCell], "section-written": [.listItem, .tableCell],
        "sql-parses": [.tableCell], "tasks-done": [.tableCell],
    ]
}
