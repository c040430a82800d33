import LuaSandbox
import Testing

/// What holds over several calls of one sandbox.
@Suite struct SandboxTests {
    private func sandbox(_ plugin: String, limits: Limits = Limits()) throws -> Sandbox {
        let host = """
            local sandbox = ...
            function sandbox.exports.define(value) sandbox.exports.run = value end
            """
        var sandbox = try Sandbox(
            limits: limits,
            host: HostCode([Chunk(name: "host.lua", source: Array(host.utf8))]))
        try sandbox.load(
            entry: Chunk(name: "plugin/init.lua", source: Array(plugin.utf8)), modules: [])
        return sandbox
    }

    @Test func anErrorLeavesTheSandboxUsable() throws {
        var sandbox = try sandbox(
            "local n = 0 return function() n = n + 1 if n == 1 then error('once') end return n end")
        #expect(throws: LuaFailure.self) { try sandbox.call("run", []) }
        #expect(try sandbox.call("run", []) == .integer(2))
    }

    @Test func aLimitIsFinal() throws {
        var limits = Limits()
        limits.fuel = 10_000
        var sandbox = try sandbox(
            "local n = 0 return function() n = n + 1 while n == 1 do end return n end",
            limits: limits)
        let first = failure(&sandbox)
        #expect(first?.limit == .fuel)
        #expect(failure(&sandbox) == first)
    }

    private func failure(_ sandbox: inout Sandbox) -> LuaFailure? {
        do throws(LuaFailure) {
            _ = try sandbox.call("run", [])
            return nil
        } catch {
            return error
        }
    }

    /// Fuel and random numbers do not depend on the calls before, so that it does not matter how
    /// work is divided among sandboxes.
    @Test func callsAreAlike() throws {
        var sandbox = try sandbox(
            "return function() local t = {} for i = 1, 99 do t[i] = math.random(9) end return t end"
        )
        let first = try sandbox.call("run", [])
        let fuel = sandbox.usage.fuel
        for _ in 0..<5 {
            #expect(try sandbox.call("run", []) == first)
            #expect(sandbox.usage.fuel == fuel)
        }
    }

    @Test func anUnknownExportIsAFailure() throws {
        var sandbox = try sandbox("return function() end")
        do throws(LuaFailure) {
            _ = try sandbox.call("walk", [])
            Issue.record("no failure")
        } catch {
            #expect(error.kind == .shape)
            #expect(error.message == "the host exports no function 'walk'")
        }
    }

    @Test func aHostChunkThatFailsIsPlaced() {
        do throws(LuaFailure) {
            let source = Array("local sandbox = ...\nsandbox.nothing()".utf8)
            _ = try Sandbox(host: HostCode([Chunk(name: "host.lua", source: source)]))
            Issue.record("no failure")
        } catch {
            #expect(error.chunk == "host.lua")
            #expect(error.line == 2)
        }
    }

    @Test func aHostChunkThatIsNotLuaIsPlaced() {
        do throws(LuaFailure) {
            _ = try HostCode([Chunk(name: "host.lua", source: Array("\nlocal = 1".utf8))])
            Issue.record("no failure")
        } catch {
            #expect(error.kind == .syntax)
            #expect(error.chunk == "host.lua")
            #expect(error.line == 2)
        }
    }

    /// What one sandbox changes, another that runs the same code does not see.
    @Test func codeIsRunAnewInEachSandbox() throws {
        let source = """
            local sandbox = ...
            local calls = 0
            function sandbox.exports.count() calls = calls + 1 return calls end
            """
        let host = try HostCode([Chunk(name: "host.lua", source: Array(source.utf8))])
        for _ in 0..<2 {
            var sandbox = try Sandbox(host: host)
            #expect(try sandbox.call("count", []) == .integer(1))
            #expect(try sandbox.call("count", []) == .integer(2))
        }
    }

    @Test func theLogIsTakenOnce() throws {
        var sandbox = try sandbox("print('loaded') return function() print('ran') end")
        _ = try sandbox.call("run", [])
        #expect(sandbox.takeLog() == ["loaded", "ran"])
        #expect(sandbox.takeLog() == [])
    }

    /// Names longer than Lua shows are shown whole.
    @Test func longNamesArePlacedWhole() throws {
        let name = String(repeating: "folder/", count: 20) + "init.lua"
        do throws(LuaFailure) {
            var sandbox = try Sandbox(host: HostCode([]))
            try sandbox.load(
                entry: Chunk(name: name, source: Array("\n\nerror('here')".utf8)), modules: [])
            Issue.record("no failure")
        } catch {
            #expect(error.chunk == name)
            #expect(error.line == 3)
            #expect(error.message == "here")
        }
    }
}
