import LuaSandbox
import Testing

/// Chunks of the host that run when they are first wanted.
@Suite struct LateTests {
    private func sandbox(_ late: String) throws -> Sandbox {
        let host = """
            local sandbox = ...
            local plugin
            function sandbox.exports.define(value) plugin = value end
            function sandbox.exports.run() return plugin() end
            function sandbox.globals.wanted(n) return sandbox.late("late.lua").value(n) end
            function sandbox.globals.missing() return sandbox.late("nothing.lua") end
            """
        return try Sandbox(
            host: HostCode(
                [Chunk(name: "host.lua", source: Array(host.utf8))],
                late: [Chunk(name: "late.lua", source: Array(late.utf8))]))
    }

    private func run(_ sandbox: inout Sandbox, _ plugin: String) throws -> LuaValue {
        try sandbox.load(
            entry: Chunk(name: "plugin/init.lua", source: Array(plugin.utf8)), modules: [])
        return try sandbox.call("run", [])
    }

    @Test func `it runs once, and at no cost`() throws {
        var sandbox = try sandbox(
            """
            local sandbox = ...
            local runs, late = 0, {}
            for _ = 1, 100000 do runs = runs + 1 end
            function late.value(n) return n + runs end
            return late
            """)
        let first = try run(&sandbox, "return function() return wanted(1) end")
        #expect(first == .integer(100_001))
        let fuel = sandbox.usage.fuel
        #expect(fuel < 10_000)
        #expect(try sandbox.call("run", []) == .integer(100_001))
        #expect(sandbox.usage.fuel == fuel)
    }

    @Test func `asking for ever ends with the fuel`() throws {
        var sandbox = try sandbox("return { value = function() end }")
        #expect(throws: LuaFailure.self) {
            _ = try run(&sandbox, "return function() while true do wanted(1) end end")
        }
        #expect(sandbox.usage.fuel >= Limits().fuel)
    }

    @Test func `what the host does not have is an error`() throws {
        var sandbox = try sandbox("return {}")
        do throws(LuaFailure) {
            try sandbox.load(
                entry: Chunk(
                    name: "plugin/init.lua", source: Array("return function() missing() end".utf8)),
                modules: [])
            _ = try sandbox.call("run", [])
            Issue.record("it gave something")
        } catch {
            #expect(error.message.contains("the host has no chunk 'nothing.lua'"))
        }
    }
}
