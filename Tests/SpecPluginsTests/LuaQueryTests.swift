import SpecModel
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// `spec:query(…)` and `workspace:query(…)`: the engine of the command line, seen from a plugin.
@Suite struct LuaQueryTests {
    /// What one check of a spec says about the example; failures as `kind: message`.
    private func check(_ body: String, each: String = "spec") throws -> [String] {
        var session = try PluginSession(Plugin(.check(each: each, body)))
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        let result = session.check(SpecBuilder.example(), [request])
        return result.findings.map(\.message)
            + result.failures.map { "\($0.kind.rawValue): \($0.message)" }
    }

    /// The keys that a selector finds in the example.
    private func keys(_ selector: String) throws -> [String] {
        try check(
            "for _, item in ipairs(thing:query [==[\(selector)]==]) do report(thing, item.key) end")
    }

    @Test func findsWhatTheSelectorSays() throws {
        #expect(try keys("risk[mitigation='']") == ["risk:1"])
        #expect(try keys("risk[impact>=medium], requirement[id=FR-2]") == ["FR-2", "risk:2"])
        #expect(try keys("*[spec.path=spec.md]").count == 5)
        #expect(try keys("risk[owner=nobody]") == [])
    }

    @Test func itemsAreTheObjectsThatItemsGives() throws {
        let said = try check(
            """
            local all = thing:items()
            for n, item in ipairs(thing:query "*") do assert(item == all[n]) end
            assert(#all == #thing:query "*")
            for _, kind in ipairs { "risk", "requirement" } do
              local items = thing:items(kind)
              for n, item in ipairs(thing:query(kind)) do assert(item == items[n]) end
              assert(#items == #thing:query(kind))
            end
            local risk = thing:query("risk[mitigation='']")[1]
            report(risk:at "mitigation", "%s", risk.title)
            """)
        #expect(said == ["Card vault outage"])
    }

    /// `item.title` in Lua is `[title=…]` and the column of the command line.
    @Test func theTitleIsTheSame() throws {
        let plugin = try Plugin(
            .check(
                each: "spec",
                """
                local count = 0
                for _, item in ipairs(thing:items()) do
                  local text = (item.title or ""):gsub("[\\\\\\"]", "\\\\%0"):gsub("\\n", "\\\\n")
                  local found = thing:query(('[key="%s"][title="%s"]'):format(item.key, text))
                  if #found ~= 1 or found[1] ~= item then report(item, "%s: %s", item.key, text) end
                  count = count + 1
                end
                report(thing, "%d", count)
                """))
        var session = try PluginSession(plugin)
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        var count = 0
        for fixture in Fixture.files("../../plugins", extension: "md") {
            let spec = try SpecReader().read(fixture.bytes(), path: fixture.name)
            let result = session.check(spec, [request])
            #expect(result.failures == [])
            #expect(result.findings.count == 1, "\(result.findings.map(\.message))")
            count += result.findings.compactMap { Int($0.message) }.reduce(0, +)
        }
        #expect(count > 50)
    }

    @Test func aCheckSeesPlaceholdersAndAnExportDoesNot() throws {
        #expect(try keys("requirement").count == 3)
        #expect(try keys("requirement[placeholder]") == ["FR-09"])
        let body = """
            return { exports = { list = { summary = "s", extension = "txt",
            run = function(workspace, artifact)
              for _, selector in ipairs { "requirement", "[placeholder]", "*" } do
                for _, item in ipairs(workspace:query(selector)) do
                  artifact:write(item.spec.path .. " " .. item.key .. "\\n")
                end
                for _, item in ipairs(workspace.specs[2]:query(selector)) do
                  artifact:write("second " .. item.key .. "\\n")
                end
                artifact:write("-\\n")
              end
            end } } }
            """
        var session = try PluginSession(Plugin(.single(body)))
        let specs = [SpecBuilder.example("b.md"), SpecBuilder.example("a.md")]
        let artifact = try session.export("list", specs, options: [:])
        let text = String(decoding: artifact.bytes, as: UTF8.self)
        #expect(
            text == """
                a.md FR-1
                a.md FR-2
                b.md FR-1
                b.md FR-2
                second FR-1
                second FR-2
                -
                -
                a.md risk:1
                a.md risk:2
                a.md FR-1
                a.md FR-2
                b.md risk:1
                b.md risk:2
                b.md FR-1
                b.md FR-2
                second risk:1
                second risk:2
                second FR-1
                second FR-2
                -

                """)
    }

    @Test func aWorkspaceRuleAsksAllSpecs() throws {
        let plugin = try Plugin(
            .check(
                each: "workspace",
                """
                for _, risk in ipairs(thing:query "risk[mitigation=''][spec.path!=a.md]") do
                  report(risk, "%s", risk.spec.path)
                end
                """))
        var session = try PluginSession(plugin)
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        let specs = ["c.md", "a.md", "b.md"].map { SpecBuilder.example($0) }
        let result = session.checkWorkspace(specs, [request])
        #expect(result.failures == [])
        #expect(result.findings.map(\.message) == ["b.md", "c.md"])
    }

    @Test func transformsAskToo() throws {
        let files = PluginFiles.single(
            """
            return { transforms = { fill = { summary = "s", each = "spec",
            run = function(spec, edit)
              for _, risk in ipairs(spec:query "risk[mitigation='']") do
                edit:set(risk, "mitigation", "none yet")
              end
            end } } }
            """)
        var session = try PluginSession(Plugin(files))
        let text = "# T\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n| a | x |\n| b | |\n"
        let spec = SpecReader().read(Array(text.utf8), path: "spec.md")
        let edits = try session.transform("fill", spec, options: [:])
        #expect(edits.map(\.replacement).joined().contains("none yet"))
        #expect(edits.count == 1)
    }

    @Test(arguments: [
        ("thing:query 'risks'", "unknown kind \"risks\"; did you mean \"risk\"?", 1),
        (
            "thing:query 'risk[impcat=1]'",
            "the kind \"risk\" has no field \"impcat\"; did you mean \"impact\"?", 6
        ),
        ("thing:query ''", "it is empty; expected a kind, such as \"risk\", or \"*\" for all", 1),
        (
            "thing:query('risk\\0')",
            "found \"\\0\", expected \"[\", \",\" or the end of the selector", 5
        ),
        ("thing:query('risk[text=\\xFF]')", "it is not UTF-8", 1),
        ("thing:query(('x'):rep(5000))", "5000 bytes are more than the 4096 that are read", 4097),
        (
            "thing:query(('[id]'):rep(1e6))", "4000000 bytes are more than the 4096 that are read",
            4097
        ),
        ("thing:query(('['):rep(4096))", "found \"[\", expected the name of a field", 2),
        (
            "thing:query('risk' .. ('[id]'):rep(1000) .. ']')",
            "found \"]\", expected \"[\", \",\" or the end of the selector", 4005
        ),
    ])
    func aWrongSelectorIsAnError(_ call: String, _ message: String, _ column: Int) throws {
        let said = try check(call)
        #expect(
            said == ["runtime: spec:query: column \(column) of the selector: \(message)"])
    }

    @Test(arguments: [
        ("thing:query()", "spec:query: expected a string, found nil"),
        ("thing:query(1)", "spec:query: expected a string, found the number 1"),
        ("thing:query({})", "spec:query: expected a string, found a table"),
        (
            "thing.query('risk')",
            "query: call it with a colon, as in `spec:query(…)`, on an object of this run"
        ),
        ("thing:items()[1].query(thing, 'x')", "attempt to call a nil value (field 'query')"),
    ])
    func wrongArgumentsAreErrors(_ call: String, _ message: String) throws {
        #expect(try check(call) == ["runtime: \(message)"])
    }

    @Test func askingCanBeCaughtAndResumed() throws {
        let said = try check(
            """
            local ok, problem = pcall(thing.query, thing, "nothing[")
            report(thing, "%s %s", ok, type(problem))
            local thread = coroutine.wrap(function()
              coroutine.yield(thing:query("risk")[1])
              return thing:query("risk")[2]
            end)
            report(thing, "%s", thread().key) report(thing, "%s", thread().key)
            local _, list = xpcall(thing.query, print, thing, "risk")
            report(thing, "%d", #list)
            """)
        #expect(said == ["2", "false string", "risk:1", "risk:2"])
    }

    /// The selector that costs most for its length, again and again, whatever is caught.
    @Test(arguments: [
        "for i = 1, 1e9 do thing:query 'risk' end",
        "for i = 1, 1e9 do pcall(thing.query, thing, 'risks') end",
        "local s = 'risk' .. ('[text!~a]'):rep(450) for i = 1, 1e9 do thing:query(s) end",
        "local s = ('*,'):rep(2000) .. '*' while true do pcall(thing.query, thing, s) end",
        "while true do pcall(coroutine.wrap(function() return thing:query '*[title~x]' end)) end",
        """
        local list = {} for i = 1, 1e5 do list[i] = 'ab' .. i end
        text.find_any(('a '):rep(1e6), list)
        """,
    ])
    func askingForEverIsALimit(_ body: String) throws {
        let said = try check(body)
        #expect(said.count == 1 && said[0].hasPrefix("limit: "), "\(said)")
    }

    @Test func aHundredThousandQuestionsOfASmallSpecAreNoLimit() throws {
        #expect(
            try check("for i = 1, 1e5 do thing:query 'risk[id=R-1]' end report(thing, 'done')")
                == ["done"])
    }

    @Test func anObjectKeptFromAnEarlierRunIsRefused() throws {
        let plugin = try Plugin(
            .single(
                """
                local kept
                return { checks = { rule = { summary = "s", severity = "info", each = "spec",
                run = function(spec, report)
                  if kept then kept:query "risk" end
                  kept = spec
                end } } }
                """))
        var session = try PluginSession(plugin)
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        #expect(session.check(SpecBuilder.example("a.md"), [request]).failures == [])
        let failures = session.check(SpecBuilder.example("b.md"), [request]).failures
        #expect(
            failures.map(\.message) == [
                "query: call it with a colon, as in `spec:query(…)`, on an object of this run"
            ])
    }

    @Test func askingCostsTheSameWhateverWasAskedBefore() throws {
        // 120 different selectors, then the same again, in states of their own and in one.
        let body = """
            for round = 1, 2 do
              for i = 1, 120 do thing:query("risk[id=R-" .. i .. "]") end
            end
            report(thing, "done")
            """
        var session = try PluginSession(Plugin(.check(each: "spec", body)))
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        let first = session.check(SpecBuilder.example(), [request])
        #expect(first == session.check(SpecBuilder.example(), [request]))
        #expect(first.findings.count == 1)
    }
}
