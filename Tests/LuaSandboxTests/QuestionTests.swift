import LuaSandbox
import Testing

/// What the host's Lua asks in the middle of a call, and what Swift answers.
@Suite struct QuestionTests {
    /// A sandbox whose plugin gets `ask` as an argument.
    private func sandbox(_ plugin: String, limits: Limits = Limits()) throws -> Sandbox {
        let host = """
            local sandbox = ...
            local plugin
            function sandbox.exports.define(value) plugin = value end
            function sandbox.exports.run() return plugin(sandbox.ask) end
            """
        var sandbox = try Sandbox(
            limits: limits,
            host: HostCode([Chunk(name: "host.lua", source: Array(host.utf8))]))
        try sandbox.load(
            entry: Chunk(name: "plugin/init.lua", source: Array(plugin.utf8)), modules: [])
        return sandbox
    }

    /// Gives number and text back, and says how often it was asked.
    private final class Echo {
        var questions: [Question] = []
        var fuel = 10

        func answer(_ question: Question) -> Question.Answer {
            questions.append(question)
            var builder = FrameBuilder()
            builder.list { builder in
                builder.integer(question.number)
                builder.bytes(question.text[...])
                builder.record { builder in
                    builder.key("asked")
                    builder.integer(questions.count)
                }
            }
            return Question.Answer(builder.finish(), fuel: fuel)
        }
    }

    private func failure(_ sandbox: inout Sandbox, _ echo: Echo) -> LuaFailure? {
        do throws(LuaFailure) {
            _ = try sandbox.call("run", [], answering: echo.answer)
            return nil
        } catch {
            return error
        }
    }

    @Test func theAnswerIsAValueLikeAnyOther() throws {
        var sandbox = try sandbox(
            """
            return function(ask)
              local first, second = ask(-7, "one"), ask(math.maxinteger, "two")
              return { first[1], first[2], first[3].asked, second[1], second[2], second[3].asked }
            end
            """)
        let value = try sandbox.call("run", [], answering: Echo().answer)
        #expect(
            value
                == .list([
                    .integer(-7), .string("one"), .integer(1), .integer(.max), .string("two"),
                    .integer(2),
                ]))
    }

    @Test func anyBytesArrive() throws {
        var sandbox = try sandbox(
            #"return function(ask) return ask(0, "a\0b\xFF")[2] == "a\0b\xFF" end"#)
        let echo = Echo()
        #expect(try sandbox.call("run", [], answering: echo.answer) == .boolean(true))
        #expect(echo.questions.map(\.text) == [[0x61, 0, 0x62, 0xFF]])
    }

    @Test(arguments: [
        "ask()", "ask('x', 'y')", "ask(1)", "ask(1, {})", "ask(1.5, 'x')", "ask(1, nil)",
        "ask(1, function() end)", "ask({}, 'x')",
    ])
    func wrongArgumentsAreErrors(_ call: String) throws {
        var sandbox = try sandbox("return function(ask) \(call) end")
        let echo = Echo()
        #expect(failure(&sandbox, echo)?.kind == .runtime)
        #expect(echo.questions == [])
        #expect(failure(&sandbox, echo)?.line == 1)
    }

    @Test func withoutAnybodyAskingIsAnError() throws {
        var sandbox = try sandbox("return function(ask) return ask(1, 'x') end")
        do throws(LuaFailure) {
            _ = try sandbox.call("run", [])
            Issue.record("there was an answer")
        } catch {
            #expect(error.message == "there is nobody to ask now")
            #expect(error.kind == .runtime)
        }
        // And the call before leaves nobody behind.
        #expect(try sandbox.call("run", [], answering: Echo().answer) != .none)
        #expect(throws: LuaFailure.self) { try sandbox.call("run", []) }
    }

    @Test func answersArePaidFor() throws {
        var sandbox = try sandbox("return function(ask) ask(1, 'x') end")
        let echo = Echo()
        echo.fuel = 0
        _ = try sandbox.call("run", [], answering: echo.answer)
        let free = sandbox.usage.fuel
        echo.fuel = 12_345
        _ = try sandbox.call("run", [], answering: echo.answer)
        #expect(sandbox.usage.fuel == free + 12_345)
    }

    @Test(arguments: [1_000_001, Int.max])
    func anAnswerThatTakesMoreThanThereIsEndsTheCall(_ fuel: Int) throws {
        var limits = Limits()
        limits.fuel = 1_000_000
        let calls = [
            "pcall(ask, 1, 'x')", "xpcall(ask, function() return 1 end, 1, 'x')",
            "coroutine.wrap(function() pcall(ask, 1, 'x') end)()",
            "coroutine.resume(coroutine.create(ask), 1, 'x')",
        ]
        for call in calls {
            var sandbox = try sandbox(
                "return function(ask) while true do \(call) end end", limits: limits)
            let echo = Echo()
            echo.fuel = fuel
            #expect(failure(&sandbox, echo)?.limit == .fuel)
            #expect(echo.questions.count == 1)
            // A limit is final: nobody is asked any more.
            #expect(failure(&sandbox, echo)?.limit == .fuel)
            #expect(echo.questions.count == 1)
        }
    }

    @Test func theAnswererKnowsWhatIsLeft() throws {
        var limits = Limits()
        limits.fuel = 50_000
        var sandbox = try sandbox(
            "return function(ask) while true do pcall(ask, 1, 'x') end end", limits: limits)
        let echo = Echo()
        echo.fuel = 100
        #expect(failure(&sandbox, echo)?.limit == .fuel)
        #expect(echo.questions.count > 100)
        let left = echo.questions.map(\.fuel)
        #expect(left == left.sorted(by: >))
        #expect(left.allSatisfy { 0...50_000 ~= $0 })
    }

    @Test func askingCanBeCaughtResumedAndWrapped() throws {
        var sandbox = try sandbox(
            """
            return function(ask)
              local list = {}
              local thread = coroutine.wrap(function()
                for i = 1, 3 do coroutine.yield(ask(i, "deep")[1]) end
              end)
              for i = 1, 3 do list[i] = thread() end
              list[4] = select(2, pcall(ask, 4, "x"))[1]
              list[5] = select(2, xpcall(ask, print, 5, "x"))[1]
              list[6] = pcall(ask, 6)
              list[7] = setmetatable({}, { __index = function(_, key) return ask(7, key)[2] end }).name
              table.sort({ 3, 1, 2 }, function(a, b) ask(8, "sort") return a < b end)
              list[8] = (("a b"):gsub("%a", function(word) return ask(9, word .. word)[2] end))
              return list
            end
            """)
        let value = try sandbox.call("run", [], answering: Echo().answer)
        #expect(
            value
                == .list(
                    (1...5).map { .integer($0) } + [
                        .boolean(false), .string("name"), .string("aa bb"),
                    ]))
    }

    @Test func aMalformedAnswerIsAFailure() throws {
        var sandbox = try sandbox("return function(ask) return ask(1, 'x') end")
        for bytes in [[], [99], [6, 255, 255, 255, 255]] as [[UInt8]] {
            do throws(LuaFailure) {
                _ = try sandbox.call("run", []) { _ in
                    Question.Answer(Frame(bytes: bytes), fuel: 1)
                }
                Issue.record("it was read")
            } catch {
                #expect(error.kind == .shape)
            }
        }
    }

    @Test func manyLargeAnswersStayWithinMemory() throws {
        var sandbox = try sandbox(
            "return function(ask) local n = 0 for i = 1, 200 do n = n + #ask(i, 'x') end return n end"
        )
        let large = [UInt8](repeating: 0x61, count: 1 << 20)
        let value = try sandbox.call("run", []) { _ in
            var builder = FrameBuilder()
            builder.bytes(large[...])
            return Question.Answer(builder.finish(), fuel: 1)
        }
        #expect(value == .integer(200 << 20))
        var hoarder = try self.sandbox(
            "return function(ask) local t = {} for i = 1, 200 do t[i] = ask(i, 'x') end end")
        do throws(LuaFailure) {
            _ = try hoarder.call("run", []) { question in
                var builder = FrameBuilder()
                var own = large
                own[0] = UInt8(truncatingIfNeeded: question.number)
                builder.bytes(own[...])
                return Question.Answer(builder.finish(), fuel: 1)
            }
            Issue.record("there was room for all")
        } catch {
            #expect(error.limit == .memory)
        }
    }

    /// Whatever allocation fails while a question is answered, the call ends with the memory limit.
    @Test func everyAllocationFailsOnce() throws {
        var limits = Limits()
        var failures = 0
        var successes = 0
        while successes < 20 {
            limits.failingAllocation += 1
            try #require(limits.failingAllocation < 10_000)
            do throws(LuaFailure) {
                var sandbox = try Self.laddered(limits)
                let value = try sandbox.call("run", [], answering: Echo().answer)
                #expect(value == .integer(5))
                successes += 1
            } catch {
                #expect(error.limit == .memory)
                failures += 1
                successes = 0
            }
        }
        #expect(failures > 20)
    }

    private static func laddered(_ limits: Limits) throws(LuaFailure) -> Sandbox {
        let host = """
            local sandbox = ...
            function sandbox.exports.run()
              local list = {}
              for i = 1, 5 do list[i] = sandbox.ask(i, "text " .. i)[3].asked end
              return #list
            end
            """
        return try Sandbox(
            limits: limits,
            host: HostCode([Chunk(name: "host.lua", source: Array(host.utf8))]))
    }
}
