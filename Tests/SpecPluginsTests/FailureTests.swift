import SpecModel
import SpecPlugins
import Testing

@Suite struct FailureTests {
    private func failures(each: String, _ body: String) throws -> [String] {
        try run(.check(each: each, body), ["rule"]).failures.map(Rendering.line)
    }

    private func run(_ files: PluginFiles, _ rules: [String]) throws -> CheckResult {
        var session = try PluginSession(Plugin(files))
        let requests = rules.map { CheckRequest(name: $0, severity: .error, options: [:]) }
        return session.check(SpecBuilder.example(), requests)
    }

    @Test(arguments: [
        (
            "local x = thing.text.nothing.more",
            "init.lua:2 [demo/rule] at spec.md:5 attempt to index a nil value (field 'nothing')"
        ),
        ("report(nil, 'x')", "init.lua:2 [demo/rule] at spec.md:5 report: the place is"),
        ("report(thing, nil)", "report: the message is a string, found nil"),
        ("report(thing, '%d', 'x')", "report: bad argument #2 (number expected, got string)"),
        ("report(thing, '%y', 1)", "report: invalid conversion '%y'"),
        ("report({}, 'x')", "found a table"),
        (
            "return thing.mitigatoin",
            "a risk has no field \"mitigatoin\"; did you mean \"mitigation\"?"
        ),
        ("thing:at 'onwer'", "a risk has no field \"onwer\"; did you mean \"owner\"?"),
        ("thing.at('owner')", "at: call it with a colon"),
        ("thing.spec:items 'riks'", "unknown item kind \"riks\"; did you mean \"risk\"?"),
        ("require 'nothing'", "nothing"),
        ("csv.encode(3)", "csv.encode: expected a table, found the number 3"),
        ("error({})", "failure runtime"),
    ])
    func aFailureSaysWhatAndWhere(_ body: String, _ expected: String) throws {
        let lines = try failures(each: "risk", body)
        #expect(lines.count == 1)
        #expect(
            lines.first?.hasPrefix("failure runtime init.lua:2 [demo/rule] at spec.md:5 ") == true
                || body == "error({})")
        #expect(lines.first?.contains(expected) == true, "\(lines)")
    }

    @Test func aRuleThatFailsOnOneThingStillSeesTheNext() throws {
        let result = try run(
            .check(
                each: "risk",
                "if thing.impact == 'low' then error('no') end report(thing, 'seen')"), ["rule"])
        #expect(result.findings.map(\.item) == ["risk:2"])
        #expect(
            result.failures.map(Rendering.line) == [
                "failure runtime init.lua:2 [demo/rule] at spec.md:5 no"
            ])
    }

    @Test func aRuleThatFailsEverywhereIsReportedOnce() throws {
        let lines = try failures(each: "requirement", "error('no')")
        #expect(
            lines == [
                "failure runtime init.lua:2 [demo/rule] at spec.md:8 no (and on 2 more)"
            ])
    }

    @Test func oneRuleFailsAndTheOthersGoOn() throws {
        let files = PluginFiles.single(
            """
            local function rule(run)
              return { summary = "s", severity = "error", each = "risk", run = run }
            end
            return { checks = {
              good = rule(function(risk, report) report(risk, "good") end),
              wrong = rule(function() error("wrong") end),
              endless = rule(function(risk) while risk.line == 6 do end end),
              zealous = rule(function(risk, report) report(risk, "zealous") end),
            } }
            """)
        let result = try run(files, ["endless", "good", "wrong", "zealous"])
        #expect(
            result.findings.map(\.rule) == [
                "demo/good", "demo/zealous", "demo/good", "demo/zealous",
            ])
        #expect(result.failures.map(\.rule) == ["demo/endless", "demo/wrong"])
        #expect(result.failures.map(\.kind) == [.limit, .runtime])
        #expect(result.failures.first?.specLine == 6)
        #expect(result.failures.first?.line == 7)
    }

    @Test(arguments: [
        ("while true do end", "fuel limit of 200,000,000 instructions"),
        ("local t = {} while true do t[#t + 1] = {} end", "memory"),
        ("pcall(function() while true do end end)", "fuel limit of 200,000,000"),
        ("local s = 'x' while true do s = s .. s end", "block limit of 8 MiB"),
        ("('a'):rep(30000):find(('.-'):rep(20) .. 'b')", "fuel limit"),
        ("pcall(report, thing, ('x'):rep(5000))", "message limit of 4 KiB"),
        ("for i = 1, 10001 do pcall(report, thing, 'x') end", "findings limit of 10,000"),
    ])
    func aLimitNamesTheRuleAndTheSpec(_ body: String, _ expected: String) throws {
        let result = try run(.check(each: "risk", body), ["rule"])
        #expect(result.findings == [])
        let failure = try #require(result.failures.first)
        #expect(failure.kind == .limit)
        #expect(failure.rule == "demo/rule")
        #expect(failure.spec == "spec.md" && failure.specLine == 5)
        #expect(failure.message.contains(expected), "\(failure.message)")
    }

    @Test func afterALimitTheSessionGoesOn() throws {
        let files = PluginFiles.check(
            each: "spec",
            "if thing.path == 'a.md' then while true do end end report(thing, 'seen')")
        var session = try PluginSession(Plugin(files))
        let request = [CheckRequest(name: "rule", severity: .error, options: [:])]
        let first = session.check(SpecBuilder.example("a.md"), request)
        let second = session.check(SpecBuilder.example("b.md"), request)
        #expect(first.failures.map(\.kind) == [.limit])
        #expect(second.findings.map(\.message) == ["seen"])
        #expect(second.failures == [])
    }

    @Test func tenThousandFindingsAreNotTooMany() throws {
        let result = try run(
            .check(each: "spec", "for i = 1, 10000 do report(thing, 'x') end"), ["rule"])
        #expect(result.findings.count == 10_000)
        #expect(result.failures == [])
    }

    @Test func anUnknownRuleIsNamed() throws {
        let result = try run(.check(each: "spec", ""), ["ruel"])
        #expect(
            result.failures.map(\.message) == [
                "the plugin has no check \"ruel\"; did you mean \"rule\"?"
            ])
    }

    @Test func anUnknownExportOrTransformIsNamed() throws {
        let files = PluginFiles.single(
            """
            local entry = { summary = "s", run = function() end }
            return { transforms = { mend = entry },
              exports = { list = { summary = "s", extension = "txt", run = entry.run } } }
            """)
        var session = try PluginSession(Plugin(files))
        let spec = SpecBuilder.example()
        #expect {
            _ = try session.export("lsit", [spec], options: [:])
        } throws: { error in
            (error as? PluginFailure)?.message
                == "the plugin has no export \"lsit\"; did you mean \"list\"?"
        }
        #expect {
            _ = try session.transform("mned", spec, options: [:])
        } throws: { error in
            (error as? PluginFailure)?.message
                == "the plugin has no transform \"mned\"; did you mean \"mend\"?"
        }
    }

    @Test func whatAPluginSaysOfItselfCannotHideAnything() throws {
        let plugin = try Plugin(
            .single(
                #"""
                return { checks = { rule = { summary = "a\27[2Jb", why = "one\ntwo\27[1m",
                severity = "info", each = "spec", run = function() end } } }
                """#))
        #expect(plugin.checks.first?.summary == #"a\u{1B}[2Jb"#)
        #expect(plugin.checks.first?.why == "one\ntwo\\u{1B}[1m")
        #expect {
            _ = try Plugin(.single(#"return { checks = { ["x\27]0;"] = 3 } }"#))
        } throws: { error in
            let message = (error as? PluginFailure)?.message ?? ""
            return message.contains(#"x\u{1B}]0;"#) && !message.contains("\u{1B}")
        }
    }

    @Test func whatAPluginDoesToTheRecordLaterChangesNothing() throws {
        let files = PluginFiles.single(
            """
            local record = { checks = {} }
            record.checks.rule = { summary = "s", severity = "error", each = "spec",
              run = function(spec, report) report(spec, "first") record.checks.rule = nil end }
            return record
            """)
        var session = try PluginSession(Plugin(files))
        let request = [CheckRequest(name: "rule", severity: .error, options: [:])]
        for path in ["a.md", "b.md"] {
            let result = session.check(SpecBuilder.example(path), request)
            #expect(result.findings.map(\.message) == ["first"])
            #expect(result.failures == [])
        }
    }

    @Test func anObjectOfAnEarlierSpecIsNoPlace() throws {
        let files = PluginFiles.check(
            each: "spec",
            "kept = kept or thing:items()[1] report(kept, 'seen in %s', thing.path)")
        var session = try PluginSession(Plugin(files))
        let request = [CheckRequest(name: "rule", severity: .error, options: [:])]
        let first = session.check(SpecBuilder.example("a.md"), request)
        let second = session.check(SpecBuilder.example("b.md"), request)
        #expect(first.findings.map(\.message) == ["seen in a.md"])
        #expect(second.findings == [])
        #expect(second.failures.map(\.line) == [2])
    }

    @Test func whatIsNotThereIsNotReachable() throws {
        for name in [
            "io", "os", "package", "debug", "load", "loadstring", "dofile", "loadfile",
            "collectgarbage", "sandbox", "string.dump", "coroutine.close",
        ] {
            let found = try failures(each: "spec", "if \(name) ~= nil then error('there') end")
            #expect(found == [], "\(name)")
        }
    }
}
