import SpecModel
import SpecPlugins
import Testing

@Suite struct SessionTests {
    /// What one check says about the example.
    private func check(each: String, _ body: String) throws -> [String] {
        let plugin = try Plugin(.check(each: each, body))
        var session = try PluginSession(plugin)
        let request = CheckRequest(name: "rule", severity: .error, options: [:])
        let result = session.check(SpecBuilder.example(), [request])
        return result.findings.map(Rendering.line) + result.failures.map(Rendering.line)
    }

    @Test func aFindingPointsAtAField() throws {
        let lines = try check(
            each: "risk",
            "if thing.mitigation == '' then report(thing:at 'mitigation', '%q', thing.text) end")
        #expect(
            lines == [
                "spec.md:5:33-5:33 error [demo/rule] \"Card vault outage\" (risk:1)"
            ])
    }

    @Test func anUnsafeFixThatCannotBeMadeIsNone() throws {
        let lines = { (key: String) in
            try check(
                each: "risk",
                """
                local block = thing:at "text"
                report { at = thing, message = thing.text,
                  \(key) = function(edit) edit:replace(block, "a\\n\\n# b\\n\\n| c |") end }
                """)
        }
        let offered = try lines("unsafe_fix")
        #expect(offered.count == 2 && !offered.contains { $0.hasPrefix("failure") }, "\(offered)")
        let wrong = try lines("fix")
        #expect(wrong.contains { $0.hasPrefix("failure") }, "\(wrong)")
    }

    @Test func aFieldThatIsAbsentPointsAtTheItem() throws {
        let lines = try check(each: "risk", "report(thing:at 'owner', 'no owner')")
        #expect(lines.first == "spec.md:5:1-5:38 error [demo/rule] no owner (risk:1)")
    }

    @Test func aFindingPointsAtOneOfSeveralTexts() throws {
        var spec = SpecBuilder.example()
        func text(_ start: Int, _ end: Int) -> SourcedText {
            SourcedText(spec.source.text(SourceRange(start, end)), SourceRange(start, end))
        }
        let line = SourceRange(0, 10)
        spec.items = [
            Item(
                kind: "entity", key: "entity:1", section: nil, range: line,
                fields: [
                    Field(name: "columns", value: .list([text(0, 1), text(2, 3)]), range: line),
                    Field(
                        name: "types", value: .record([.init(name: "id", value: text(4, 6))]),
                        range: line),
                ], extra: [], isPlaceholder: false)
        ]
        let body = """
            report(thing:at("columns", 2), "2") report(thing:at("columns", 3), "3")
            report(thing:at("types", "id"), "id") report(thing:at("types", "name"), "name")
            report(thing:at("types", 1), "1") report(thing:at("columns", {}), "{}")
            """
        var session = try PluginSession(Plugin(.check(each: "entity", body)))
        let request = CheckRequest(name: "rule", severity: .error, options: [:])
        let result = session.check(spec, [request])
        #expect(
            result.findings.map(Rendering.line).map { $0.replacing(" error [demo/rule]", with: "") }
                == [
                    "spec.md:1:1-1:11 1 (entity:1)", "spec.md:1:1-1:11 3 (entity:1)",
                    "spec.md:1:1-1:11 name (entity:1)", "spec.md:1:3-1:4 2 (entity:1)",
                    "spec.md:1:5-1:7 id (entity:1)",
                ])
        #expect(
            result.failures.first?.message == "at: expected a number or a name, found a table")
    }

    @Test func datesStandBesideTheAuthorsText() throws {
        var spec = SpecBuilder.example()
        let place = SourceRange(0, 1)
        spec.metadata.append(
            MetadataField(
                name: "Target", role: "target-release", value: "March 1, 2026", date: "2026-03-01",
                nameRange: place, range: place))
        spec.items[0].fields.append(
            Field(name: "date", value: .text("2 March 2026"), date: "2026-03-02", range: place))
        let body = """
            local first, second = thing:items()[1], thing:items()[2]
            report(thing, "%s %s %s %s %s %s", thing.target_release, thing.dates.target_release,
              thing.dates.created, first.date, first.dates.date, second.dates.date)
            """
        var session = try PluginSession(Plugin(.check(each: "spec", body)))
        let request = CheckRequest(name: "rule", severity: .error, options: [:])
        let result = session.check(spec, [request])
        #expect(result.failures == [])
        #expect(
            result.findings.map(\.message) == [
                "March 1, 2026 2026-03-01 nil 2 March 2026 2026-03-02 nil"
            ])
    }

    @Test func findingsAreInDocumentOrder() throws {
        let lines = try check(
            each: "spec",
            """
            local items = thing:items()
            for i = #items, 1, -1 do report(items[i], items[i].kind) end
            report(thing, "title") report(thing:at "status", "status") report(thing:at "date", "none")
            report(thing.sections[2], "section")
            """)
        #expect(
            lines.map { $0.split(separator: " ").last.map(String.init) ?? "" } == [
                "none", "title", "status", "(risk:1)", "(risk:2)", "section", "(FR-1)", "(FR-2)",
                "(FR-09)",
            ])
    }

    @Test func messagesCannotHideAnything() throws {
        let lines = try check(
            each: "spec", #"report(thing, "a\nb\27[31m\u{202E}::error::")"#)
        #expect(
            lines == [
                #"spec.md:1:1-1:11 error [demo/rule] a\nb\u{1B}[31m\u{202E}::error::"#
            ])
    }

    @Test func optionsHaveTheirDefaults() throws {
        let files = PluginFiles.single(
            """
            return { checks = { rule = { summary = "s", severity = "info", each = "spec",
            run = function(spec, report, options) report(spec, "%s", json.encode(options)) end } } }
            """,
            options: """
                options:
                  checks:
                    rule:
                      count: { type: integer, default: 3, minimum: 1 }
                      ratio: { type: number, default: 0.5 }
                      words: { type: list, default: [a, b] }
                      loud: { type: boolean, default: false }
                      name: { type: string, default: x }
                """)
        var session = try PluginSession(Plugin(files))
        let request = CheckRequest(
            name: "rule", severity: .info, options: ["name": .string("y"), "loud": .boolean(true)])
        let result = session.check(SpecBuilder.example(), [request])
        #expect(
            result.findings.first?.message
                == #"{"count":3,"loud":true,"name":"y","ratio":0.5,"words":["a","b"]}"#)
    }

    @Test func aRuleSeesPlaceholdersAndExportsDoNot() throws {
        #expect(try check(each: "requirement", "report(thing, 'r')").count == 3)
        let files = PluginFiles.single(
            """
            return { exports = { list = { summary = "s", extension = "txt",
            run = function(workspace, artifact)
              for _, item in ipairs(workspace:items "requirement") do
                artifact:write(item.spec.path .. " " .. item.id .. "\\n")
              end
            end } } }
            """)
        var session = try PluginSession(Plugin(files))
        let specs = [SpecBuilder.example("b.md"), SpecBuilder.example("a.md")]
        let artifact = try session.export("list", specs, options: [:])
        #expect(
            String(decoding: artifact.bytes, as: UTF8.self)
                == "a.md FR-1\na.md FR-2\nb.md FR-1\nb.md FR-2\n")
    }

    @Test func workspaceRulesSeeAllSpecs() throws {
        let plugin = try Plugin(
            .check(each: "workspace", "report(thing.specs[2], '%d risks', #thing:items 'risk')"))
        var session = try PluginSession(plugin)
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        let specs = [SpecBuilder.example("b.md"), SpecBuilder.example("a.md")]
        #expect(session.check(specs[0], [request]) == CheckResult())
        let result = session.checkWorkspace(specs, [request])
        #expect(result.failures == [])
        #expect(
            result.findings.map(Rendering.line) == [
                "b.md:1:1-1:11 info [demo/rule] 4 risks"
            ])
    }

    @Test func blocksArriveOnlyWhereARuleAsks() throws {
        let lines = try check(
            each: "table-cell", "if thing.line == 5 then report(thing, '%s', thing.text) end")
        #expect(
            lines.map { $0.split(separator: "]").last.map(String.init) ?? "" } == [
                " Card vault outage", " High", " Low", " ",
            ])
    }

    @Test func whatPrintSaysIsNotLost() throws {
        let plugin = try Plugin(.check(each: "spec", "print('seen', thing.path)"))
        var session = try PluginSession(plugin)
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        #expect(session.check(SpecBuilder.example(), [request]).log == ["seen\\tspec.md"])
        #expect(session.check(SpecBuilder.example(), []).log == [])
    }
}
