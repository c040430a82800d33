import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import SpecWorkers
import TestSupport
import Testing

/// A rule of a bundled plugin and its page, `plugins/<plugin>/rules/<rule>.md`.
struct RuleOfPage: CustomStringConvertible, Sendable {
    let plugin: String
    let check: CheckDeclaration

    var name: String { check.name }
    var description: String { "\(plugin)/\(name)" }
    var url: URL { Repository.path("plugins/\(plugin)/rules/\(name).md") }

    func page() throws -> RulePage {
        RulePage((try? String(contentsOf: url, encoding: .utf8)) ?? "")
    }

    /// Of all bundled plugins.
    static let all = PluginFiles.bundledNames.flatMap(of)

    static func of(_ plugin: String) -> [RuleOfPage] {
        let checks = try? PluginFiles.bundled(plugin).map { try Plugin($0).checks }
        return (checks ?? []).map { RuleOfPage(plugin: plugin, check: $0) }
    }
}

/// What stands on the pages of rules is true, wherever in a document it stands.
@Suite struct RulePageTests {
    @Test func everyPageIsThatOfARule() throws {
        #expect(RuleOfPage.all.count > 40)
        let pages = Fixture.files("../../../plugins", extension: "md")
            .filter { $0.name.contains("/rules/") }
        let rules = RuleOfPage.all.map { "\($0.plugin)/rules/\($0.name).md" }
        #expect(Set(pages.map(\.name)) == Set(rules))
    }

    @Test(arguments: RuleOfPage.all)
    func aPageIsAsItsRuleSaysAndFinds(_ rule: RuleOfPage) throws {
        let page = try rule.page()
        #expect(page.examples.count { $0.isBad } >= 2)
        #expect(page.examples.count { !$0.isBad } >= 2)
        for example in page.examples {
            let run = try RuleExampleRun(example, of: rule)
            #expect(run.failures == [], "\(example)")
            #expect(run.findings.isEmpty != example.isBad, "\(example): \(run.lines)")
        }
        let text = try page.text(of: rule.check, in: rule.plugin) {
            try RuleExampleRun($0, of: rule).lines
        }
        try Golden.compare(text, with: rule.url)
    }

    /// What a page has for `perilune.yml` can stand there and changes nothing; `perilune explain` prints
    /// the page.
    @Test func whatAPageSaysOfConfigurationHolds() throws {
        let folder = try TemporaryFolder()
        let pages = try RuleOfPage.all.map { try String(contentsOf: $0.url, encoding: .utf8) }
        let settings = pages.map { text in
            let code = text.split(separator: "~~~yaml\nchecks:\n").dropFirst().first ?? ""
            return String(code.prefix { $0 != "~" })
        }
        try folder.write("perilune.yml", "preset: strict\nchecks:\n" + settings.joined())
        let workspace = try Workspace(configurationFile: folder.path("perilune.yml").path)
        // The host's own rules have no plugin that a page could stand beside.
        let rules = workspace.rules.filter { PluginFiles.bundledNames.contains($0.plugin) }
        #expect(rules.count == settings.count)
        for (rule, page) in zip(rules, pages) {
            #expect(rule.severity == rule.check.severity, "\(rule.name)")
            // Values are kept that are not the default.
            #expect(rule.options == [:], "\(rule.name)")
            let explained = RulesReport.explanation(rule, page: workspace.page(of: rule))
            let isPage = explained.unicodeScalars.elementsEqual(page.unicodeScalars)
            #expect(isPage, "\(rule.name)")
        }
    }

    /// The README of a plugin lists its rules with severity, preset and what they protect.
    @Test(arguments: PluginFiles.bundledNames)
    func theReadmeListsEveryRule(_ plugin: String) throws {
        let readme = try String(
            contentsOf: Repository.path("plugins/\(plugin)/README.md"), encoding: .utf8)
        let rows = readme.components(separatedBy: "\n").filter { $0.contains("](rules/") }
        #expect(
            rows
                == RuleOfPage.of(plugin).map { rule in
                    "| [`\(rule.name)`](rules/\(rule.name).md) | \(rule.check.severity.rawValue) "
                        + "| \(rule.check.preset.rawValue) | \(rule.check.summary) |"
                })
    }

    /// Line ends change no finding, and an emoji in front of one changes its column alone.
    @Test(arguments: RuleOfPage.all)
    func whatIsFoundDoesNotDependOnBytesAround(_ rule: RuleOfPage) throws {
        for example in try rule.page().examples {
            let plain = try RuleExampleRun(example, of: rule)
            let crlf = try RuleExampleRun(example, of: rule, RuleExampleVariant.crlf)
            #expect(crlf.sayings == plain.sayings, "\(example)")
            #expect(
                crlf.findings.map(\.location.start.line)
                    == plain.findings.map(\.location.start.line))
            // A column that only one of them has is what rules about templates look for.
            let isHeld = example.template != nil
            let emoji = try RuleExampleRun(
                example, of: rule,
                isHeld ? RuleExampleVariant.emojiInCells : RuleExampleVariant.emoji)
            #expect(emoji.sayings == plain.sayings, "\(example)")
        }
    }

    /// What a rule finds in a paragraph or a row it finds in a list and in a cell, too.
    @Test(arguments: RuleOfPage.all)
    func aRuleFindsInCellsAndInLists(_ rule: RuleOfPage) throws {
        var missing: Set<Block.Kind> = [.tableCell, .listItem]
        for example in try rule.page().examples where example.isBad {
            for variant in [{ $0 }, RuleExampleVariant.list, RuleExampleVariant.cell] {
                let run = try RuleExampleRun(example, of: rule, variant)
                #expect(run.failures == [], "\(example)")
                missing = missing.filter { !run.finds(in: $0) }
            }
        }
        #expect(missing == Self.elsewhere[rule.name] ?? [], "\(missing.map(\.rawValue).sorted())")
    }

    /// What a rule can mend it no longer finds once that is done, one finding at a time.
    @Test(arguments: RuleOfPage.all)
    func aFixMendsWhatIsFound(_ rule: RuleOfPage) throws {
        var fixes: Set<Applicability> = []
        for var example in try rule.page().examples where example.isBad {
            var run = try RuleExampleRun(example, of: rule)
            let found = run.findings.count
            for _ in 0..<20 {
                guard let finding = run.findings.first(where: { !$0.fix.isEmpty }) else { break }
                fixes.insert(finding.applicability)
                let before = run.findings.count
                example = try #require(example.changed(at: finding.location.path, by: finding.fix))
                run = try RuleExampleRun(example, of: rule)
                #expect(run.failures == [])
                #expect(run.findings.count < before, "\(example): \(run.lines)")
            }
            #expect(run.findings.allSatisfy(\.fix.isEmpty) && run.findings.count <= found)
        }
        let expected = fixes.isEmpty ? "no" : fixes.contains(.safe) ? "fix" : "unsafe"
        #expect(try Self.mendings()["\(rule)"] == expected)
    }

    @Test func theTableOfFixesHasEveryRule() throws {
        #expect(Set(try Self.mendings().keys) == Set(RuleOfPage.all.map(\.description)))
    }

    /// What the table in `plugins/README.md` says of each rule's fix.
    private static func mendings() throws -> [String: String] {
        let page = try String(contentsOf: Repository.path("plugins/README.md"), encoding: .utf8)
        let rows = page.matches(of: #/(?m)^\| `([a-z-]+/[a-z-]+)` \| (fix|unsafe|no) \|/#)
        return Dictionary(rows.map { (String($0.1), String($0.2)) }) { $1 }
    }

    /// Whatever a document holds, no rule fails on it.
    @Test(arguments: Set(RuleOfPage.all.map(\.plugin)).sorted())
    func noDocumentMakesARuleFail(_ name: String) throws {
        let plugin = try Plugin(#require(PluginFiles.bundled(name)), today: "2026-03-01")
        var session = try PluginSession(plugin, TemplateReader(SpecReader()))
        let requests = plugin.checks.map {
            CheckRequest(name: $0.name, severity: .warning, options: [:])
        }
        let examples = try RuleOfPage.of(name).flatMap { try $0.page().examples }
        let templates = examples.compactMap(\.template).map {
            TemplateFile(name: "template.md", bytes: Array($0.utf8))
        }
        let reader = TemplateReader(SpecReader(), Array(templates.prefix(1)))
        var damage = RuleExampleDamage(examples, seed: 5)
        var found = 0
        for _ in 0..<200 {
            let bytes = damage.next()
            let spec = reader.read(bytes, path: "spec.md", template: templates.first?.name)
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
        "duplicate-section": [.listItem, .tableCell],
        "empty-required-section": [.listItem, .tableCell],
        "misplaced-section": [.listItem, .tableCell],
        "missing-section": [.tableCell], "renamed-section": [.listItem, .tableCell],
        // A column is one of a table, and what is missing is missing from all of its header.
        "extra-column": [.listItem], "missing-column": [.listItem, .tableCell],
    ]
}
