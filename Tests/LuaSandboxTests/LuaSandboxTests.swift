import LuaSandbox
import Testing

@Suite struct SmokeTests {
    static let host = Chunk(
        name: "host.lua",
        source: Array(
            """
            local sandbox = ...
            local plugin
            sandbox.class("item", { shout = function(self) return self.text:upper() end })
            function sandbox.exports.define(value) plugin = value end
            function sandbox.exports.run(...)
              sandbox.mark("spec.md", 12)
              return plugin(...)
            end
            """.utf8))

    static func run(_ source: String, _ frames: [Frame] = []) throws(LuaFailure) -> LuaValue {
        var sandbox = try Sandbox(host: [host])
        try sandbox.load(
            entry: Chunk(name: "plug/init.lua", source: Array(source.utf8)), modules: [])
        return try sandbox.call("run", frames)
    }

    @Test func valuesComeOut() throws {
        #expect(
            try Self.run("return function() return {1, 'a', true, {x = 1.5}} end")
                == .list([
                    .integer(1), .string("a"), .boolean(true),
                    .record([.init(key: "x", value: .number(1.5))]),
                ]))
    }

    @Test func framesGoIn() throws {
        var frame = FrameBuilder()
        frame.record(class: "item") {
            $0.key("text")
            $0.string("hé")
            $0.key("child")
            $0.record {
                $0.key("n"); $0.integer(-3)
            }
            $0.key("list")
            $0.list {
                $0.integer(1); $0.none(); $0.number(2.5)
            }
        }
        let value = try Self.run(
            """
            return function(a)
              local keys = {}
              for k, v in pairs(a) do keys[#keys + 1] = k end
              return {a:shout(), a.child.n, a.list[3], a.child == a.child, table.concat(keys, ' ')}
            end
            """, [frame.finish()])
        #expect(
            value
                == .list([
                    .string("Hé"), .integer(-3), .number(2.5), .boolean(true),
                    .string("child list text"),
                ]))
    }

    static func failure(_ source: String) -> LuaFailure? {
        do throws(LuaFailure) {
            _ = try run(source)
            return nil
        } catch {
            return error
        }
    }

    @Test func failuresArePlaced() {
        let failure = Self.failure(
            "return function()\n  local function f() error('bad') end\n  f()\nend")
        #expect(
            failure
                == LuaFailure(
                    kind: .runtime, message: "bad", chunk: "plug/init.lua", line: 2,
                    traceback: [
                        "plug/init.lua:2: in function 'f'",
                        "plug/init.lua:3: in the function at line 1",
                    ],
                    mark: .list([.string("spec.md"), .integer(12)])))
    }

    @Test func limitsAreNotCaught() {
        let loop = Self.failure(
            "return function()\nrepeat pcall(function() while true do end end) until false end")
        #expect(loop?.message == "instruction limit of 200,000,000 reached")
        #expect(loop?.line == 2)
        let growth = Self.failure("return function() local t while true do t = {t} end end")
        #expect(growth?.message == "memory limit of 64 MiB reached")
        #expect(growth?.limit == .memory)
    }
}
