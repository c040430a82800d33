import LuaSandbox
import TestSupport
import Testing

/// Values that go in as a frame and come out as a result, and frames that are not what they say.
@Suite struct FrameTests {
    private func sandbox(_ plugin: String) throws(LuaFailure) -> Sandbox {
        let host = """
            local sandbox = ...
            function sandbox.exports.define(value) sandbox.exports.run = value end
            sandbox.class("node", {})
            """
        var sandbox = try Sandbox(
            host: HostCode([Chunk(name: "host.lua", source: Array(host.utf8))]))
        try sandbox.load(
            entry: Chunk(name: "plugin/init.lua", source: Array(plugin.utf8)), modules: [])
        return sandbox
    }

    private func value(_ depth: Int, _ seed: inout UInt64, _ frame: inout FrameBuilder) -> LuaValue
    {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let choice = Int(seed >> 33)
        switch choice % (depth > 4 ? 5 : 8) {
        case 0:
            frame.boolean(choice & 64 == 0)
            return .boolean(choice & 64 == 0)
        case 1:
            frame.integer(choice - (1 << 30))
            return .integer(Int64(choice - (1 << 30)))
        case 2:
            frame.number(Double(choice) / 3)
            return .number(Double(choice) / 3)
        case 3, 4:
            let text = String(repeating: "ü\(choice)", count: choice / 8 % 9)
            frame.string(text)
            return .string(text)
        case 5, 6:
            var values: [LuaValue] = []
            frame.list { inner in
                for _ in 0..<(choice / 8 % 6) { values.append(value(depth + 1, &seed, &inner)) }
            }
            return .list(values)
        default:
            var entries: [LuaValue.Entry] = []
            frame.record(class: choice & 1024 == 0 ? nil : "node") { inner in
                for index in 0...(choice / 8 % 6) {
                    inner.key("key\(index)")
                    let value = value(depth + 1, &seed, &inner)
                    entries.append(LuaValue.Entry(key: "key\(index)", value: value))
                }
            }
            return .record(entries)
        }
    }

    @Test func `a value is what its frame holds, and nothing is what half a frame holds`() {
        var seed: UInt64 = 11
        for _ in 0..<50 {
            var builder = FrameBuilder()
            let value = value(0, &seed, &builder)
            let frame = value.frame
            #expect(LuaValue(frame) == value)
            for count in frame.bytes.indices {
                #expect(LuaValue(Frame(bytes: Array(frame.bytes.prefix(count)))) == nil)
            }
        }
        #expect(LuaValue(LuaValue.raw([0xFF, 0]).frame) == .raw([0xFF, 0]))
    }

    /// Unread, the tables are filled by the encoder; read first, by the plugin.
    @Test(arguments: [
        "return function(value) return value end",
        """
        local function read(value)
          if type(value) ~= "table" then return value end
          local copy = {}
          for key, element in pairs(value) do copy[key] = read(element) end
          return copy
        end
        return read
        """,
    ])
    func roundTrip(_ plugin: String) throws {
        var sandbox = try sandbox(plugin)
        var seed: UInt64 = 1
        for _ in 0..<300 {
            var frame = FrameBuilder()
            let expected = value(0, &seed, &frame)
            let found = try sandbox.call("run", [frame.finish()])
            #expect(found == expected)
        }
    }

    @Test func argumentsKeepTheirOrder() throws {
        var sandbox = try sandbox("return function(...) return { select('#', ...), ... } end")
        let frames = [1, 2, 3].map { number in
            var frame = FrameBuilder()
            frame.integer(number)
            return frame.finish()
        }
        #expect(
            try sandbox.call("run", frames)
                == .list([.integer(3), .integer(1), .integer(2), .integer(3)]))
        #expect(try sandbox.call("run", []) == .list([.integer(0)]))
    }

    /// What was read of a table stays; the rest is gone with the frame, and that is said.
    @Test func tablesOutliveTheirCallAsFarAsTheyWereRead() throws {
        var sandbox = try sandbox(
            """
            local kept
            return function(doc, key)
              kept = kept or { doc, title = doc.title }
              return { kept.title, kept[1].title, kept[1][key] }
            end
            """)
        let title = LuaValue.string("Payments – Überblick")
        var key = FrameBuilder()
        key.string("title")
        #expect(try sandbox.call("run", [.sample, key.finish()]) == .list([title, title, title]))
        key = FrameBuilder()
        key.string("items")
        do throws(LuaFailure) {
            _ = try sandbox.call("run", [.sample, key.finish()])
            Issue.record("a frame of an earlier call was read")
        } catch {
            #expect(error.message.hasPrefix("an object of an earlier run"))
        }
    }

    /// A frame counts as memory for as long as its call lasts.
    @Test func framesCountAsMemoryWhileTheirCallLasts() throws {
        func frame(_ mebibytes: Int) -> Frame {
            var frame = FrameBuilder()
            frame.list {
                for _ in 0..<mebibytes { $0.bytes(ArraySlice(repeating: 0x61, count: 1 << 20)) }
            }
            return frame.finish()
        }
        let plugin = "return function() for _ = 1, 1000 do end return 1 end"
        var limits = Limits()
        limits.memory = 8 << 20
        func outcome(_ mebibytes: Int) throws -> Outcome {
            try Outcome(
                entry: Chunk(name: "p/init.lua", source: Array(plugin.utf8)), limits: limits,
                frames: [frame(mebibytes)])
        }
        #expect(try outcome(6).value == .integer(1))
        for mebibytes in [9, 40] { #expect(try outcome(mebibytes).failure?.limit == .memory) }
        var sandbox = try sandbox(plugin)
        for _ in 0..<3 {
            _ = try sandbox.call("run", [frame(2)])
            #expect(sandbox.usage.memory < 1 << 20 && sandbox.usage.peakMemory > 2 << 20)
        }
    }

    /// Frames may come from a process that is hostile: every prefix, and every byte changed.
    @Test func malformedFramesAreFailures() throws {
        let readAll = """
            local function read(value, depth)
              if type(value) ~= "table" or depth > 8 then return 1 end
              local count = #value
              for _, element in pairs(value) do count = count + read(element, depth + 1) end
              return count
            end
            return function(value) return read(value, 0) end
            """
        let bytes = Frame.sample.bytes
        var malformed = 0
        func run(_ bytes: [UInt8]) throws {
            var sandbox = try sandbox(readAll)
            do throws(LuaFailure) {
                _ = try sandbox.call("run", [Frame(bytes: bytes)])
            } catch {
                malformed += 1
                #expect(error.kind == .shape || error.kind == .runtime, "\(error)")
            }
        }
        for length in bytes.indices { try run(Array(bytes[..<length])) }
        #expect(malformed == bytes.count)
        for index in bytes.indices {
            for value: UInt8 in [0, 1, 6, 7, 8, 0x7F, 0xFF] where value != bytes[index] {
                var changed = bytes
                changed[index] = value
                try run(changed)
            }
        }
        #expect(malformed > bytes.count + 100)
    }
}
