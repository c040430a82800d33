import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecWorkers
import TestSupport
import Testing

/// Fixes are made whole or not at all, one after the other where they are in each other's way.
@Suite struct FixTests {
    private let folder: TemporaryFolder

    private static let table = """
        # T

        ## Risks

        | Risk  | Impact | Owner | Mitigation |
        |-------|--------|-------|------------|
        | Fraud | High   |       |            |
        | Fees  | Low    | Ines  |            |

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("perilune.yml", "plugins: { rules: { path: rules } }\n")
        try folder.write("rules/plugin.yml", "name: rules\nversion: 1.0.0\ndescription: d\n")
    }

    /// Runs rules, given in Lua as what they do for each risk, over documents.
    private func fix(
        _ rules: KeyValuePairs<String, String>, _ texts: [String] = [table],
        each: String = "risk", choosing choice: FixChoice = FixChoice()
    ) throws -> FixReport {
        let checks = rules.map { name, body in
            """
            ["\(name)"] = {
              summary = "s", severity = "warning", each = "\(each)",
              run = function(thing, report)
                \(body)
              end,
            },
            """
        }
        try folder.write(
            "rules/init.lua", "return { checks = {\n\(checks.joined(separator: "\n"))\n} }\n")
        let workspace = try Workspace(configurationFile: folder.path("perilune.yml").path)
        let documents = texts.enumerated().map { number, text in
            Document(path: "\(number).md", bytes: Array(text.utf8))
        }
        return try Pipeline(workspace).fix(documents, choice)
    }

    private func text(_ report: FixReport, _ place: Int = 0) -> String? {
        report.changes.first { $0.path == "\(place).md" }
            .map { String(decoding: $0.new, as: UTF8.self) }
    }

    /// Each leaves a row that is a risk; both leave an empty one, which would be lost.
    @Test func `fixes that go well alone and not together are not made together`() throws {
        let text =
            "# T\n\n## Risks\n\n| Risk | Mitigation |\n|------|------------|\n| Fraud | Audit |\n"
        let rules: KeyValuePairs = [
            "a": """
            if thing.text ~= "Fraud" then return end
            report { at = thing, message = "m", fix = function(edit) edit:set(thing, "text", "") end }
            """,
            "b": """
            if thing.mitigation ~= "Audit" then return end
            report { at = thing, message = "m", fix = function(edit)
              edit:set(thing, "mitigation", "")
            end }
            """,
        ]
        let report = try fix(rules, [text])
        #expect(self.text(report)?.hasSuffix("\n| | Audit |\n") == true)
        #expect(report.report.fixed == [FixedFindings(path: "0.md", rule: "rules/a", count: 1)])
        #expect(report.report.failures.map(\.failure.rule) == ["rules/b"])
    }

    /// `b` would also set the mitigation, had it not to wait for the owner that `a` sets.
    @Test func `a fix that shares one place with another is not made in part`() throws {
        let rules: KeyValuePairs = [
            "a": """
            if not text.is_blank(thing.owner) then return end
            report { at = thing, message = "m", fix = function(edit)
              edit:set(thing, "impact", "low") edit:set(thing, "owner", "A")
            end }
            """,
            "b": """
            if not text.is_blank(thing.owner) then return end
            report { at = thing, message = "m", fix = function(edit)
              edit:set(thing, "owner", "B") edit:set(thing, "mitigation", "B")
            end }
            """,
        ]
        let report = try fix(rules)
        #expect(report.report.failures.isEmpty, "\(report.report.failures)")
        #expect(text(report)?.contains("| Fraud | Low    | A     |            |") == true)
        #expect(report.report.fixed == [FixedFindings(path: "0.md", rule: "rules/a", count: 1)])
        #expect(report.report.findings.isEmpty)
        // Once more, there is nothing to do.
        #expect(try fix(rules, [text(report) ?? ""]).changes.isEmpty)
    }

    @Test func `of insertions at one place the first is made`() throws {
        func insertion(_ name: String) -> String {
            """
            if not text.is_blank(thing.mitigation) then return end
            report { at = thing, message = "m", fix = function(edit)
              edit:set(thing, "mitigation", "\(name)")
            end }
            """
        }
        let report = try fix(["z": insertion("Z"), "y": insertion("Y")])
        #expect(report.report.fixed == [FixedFindings(path: "0.md", rule: "rules/y", count: 2)])
        #expect(text(report)?.contains("Z") == false)
    }

    /// Nine passes are few enough, and eleven too many.
    @Test(arguments: [(9, true), (10, true), (11, false)])
    func `after ten passes it ends`(_ length: Int, _ settles: Bool) throws {
        let report = try fix(
            [
                "longer": """
                if #thing.title >= 5 + \(length) then return end
                report { at = thing, message = "m", fix = function(edit)
                  edit:set(thing, "text", thing.title .. "x")
                end }
                """
            ], [Self.table.replacing("| Fees  |", with: "| Feesxxxxxxxxxxxxxxxxxx |")])
        #expect(report.report.failures.isEmpty == settles)
        let end = "| Fraud" + String(repeating: "x", count: length) + " "
        #expect(text(report)?.contains(end) == (settles ? true : nil))
        #expect(
            report.report.failures.first?.failure.message
                == (settles
                    ? nil
                    : "the fix of rules/longer asks for more after 10 passes; the spec stays as it "
                        + "is; leave it out with --ignore"))
    }

    @Test func `a document that stays as it is keeps no other from being fixed`() throws {
        let report = try fix(
            [
                "spin": """
                if thing.title == "Fees" then return end
                report { at = thing, message = "m", fix = function(edit)
                  edit:set(thing, "text", thing.title == "Fraud" and "Theft" or "Fraud")
                end }
                """,
                "owner": """
                if thing.owner ~= "Ines" then return end
                report { at = thing, message = "m", fix = function(edit)
                  edit:set(thing, "owner", "Ana")
                end }
                """,
            ],
            [
                Self.table,
                Self.table.split(separator: "\n", omittingEmptySubsequences: false)
                    .filter { !$0.contains("Fraud") }.joined(separator: "\n"),
            ])
        #expect(report.changes.map(\.path) == ["1.md"])
        #expect(text(report, 1)?.contains("| Ana ") == true)
        #expect(report.report.failures.map(\.failure.spec) == ["0.md"])
        #expect(
            report.report.failures.map(\.failure.message) == [
                "the fix of rules/spin undoes what it did; the spec stays as it is; leave it out "
                    + "with --ignore"
            ])
        // What is found is of the documents as they are.
        #expect(report.report.findings.map(\.location.path) == ["0.md", "0.md"])
    }

    @Test func `rules of all specs are asked again, too`() throws {
        let report = try fix(
            [
                "alike": """
                local first
                for _, spec in ipairs(thing.specs) do
                  local risk = spec:items("risk")[1]
                  first = first or risk.impact
                  if risk.impact ~= first then
                    report { at = risk, message = "m", fix = function(edit)
                      edit:set(risk, "impact", first)
                    end }
                  end
                end
                """
            ], [Self.table, Self.table.replacing("High  ", with: "Medium")], each: "workspace")
        #expect(report.report.failures.isEmpty, "\(report.report.failures)")
        #expect(report.changes.map(\.path) == ["1.md"])
        #expect(text(report, 1) == Self.table)
        #expect(report.report.findings.isEmpty)
    }

    @Test func `unsafe fixes are made when asked for, and counted when not`() throws {
        let rules: KeyValuePairs = [
            "owner": """
            if not text.is_blank(thing.owner) then return end
            report { at = thing, message = "m", unsafe_fix = function(edit)
              edit:set(thing, "owner", "A")
            end }
            """
        ]
        let safe = try fix(rules)
        #expect(safe.changes.isEmpty)
        #expect(safe.passedOver == 1)
        #expect(safe.report.findings.map(\.applicability) == [.unsafe])
        let all = try fix(rules, choosing: FixChoice(takesUnsafe: true))
        #expect(all.changes.count == 1)
        #expect(all.passedOver == 0)
        let others = try fix(rules, choosing: FixChoice(rules: ["rules/other"], takesUnsafe: true))
        #expect(others.changes.isEmpty)
    }
}
