import LuaSandbox
import Testing

/// Rows: lists of records that are alike, whose texts are pieces of one.
@Suite struct RowTests {
    /// What the host can do with them, as functions by name.
    private static let host = """
        local sandbox = ...
        sandbox.class("node", {})
        local kept = {}
        function sandbox.exports.define(value) kept = value end
        local run = {}
        function run.list(list) return list end
        function run.backwards(list)
          local found = {}
          for n = sandbox.count(list), 1, -1 do found[n] = sandbox.element(list, n) end
          return found
        end
        function run.copied(list) return sandbox.elements(list) end
        function run.origins(list)
          sandbox.own(list, "owner")
          local found = {}
          for n = 1, sandbox.count(list) do
            found[n] = { sandbox.origin(sandbox.element(list, n)) }
          end
          return found
        end
        function run.taken(list)
          local found = {}
          for n = 1, sandbox.count(list) do
            local row = sandbox.element(list, n)
            local text = row.text
            row.text = nil
            found[n] = { text, row.text or "gone", row.text == nil, row.word }
          end
          return found
        end
        local function each(list, words, filter)
          local found = {}
          sandbox.each(
            function(row) found[#found + 1] = row end, nil, nil, list, words, filter,
            sandbox.count(list))
          return found
        end
        function run.words(list) return each(list, { "b", "unheard of" }) end
        function run.patterns(list)
          return each(list, nil, sandbox.filter({ "xy", "^a" }))
        end
        function run.phrases(list)
          return each(list, { "a", "c" }, sandbox.filter(nil, { "xa", "y y" }))
        end
        function sandbox.exports.run(name, list) return run[name](list) end
        """

    private func sandbox() throws(LuaFailure) -> Sandbox {
        var sandbox = try Sandbox(
            host: HostCode([Chunk(name: "host.lua", source: Array(Self.host.utf8))]))
        try sandbox.load(
            entry: Chunk(name: "plugin/init.lua", source: Array("return nil".utf8)), modules: [])
        return sandbox
    }

    private struct Row {
        let word: String
        let text: String
        let count: Int

        var value: LuaValue {
            .record(
                [
                    count == 0 ? nil : LuaValue.Entry(key: "count", value: .integer(Int64(count))),
                    LuaValue.Entry(key: "text", value: .string(text)),
                    LuaValue.Entry(key: "word", value: .string(word)),
                ].compactMap(\.self))
        }
    }

    private static let words = ["a", "b", "c"]

    private func rows(_ seed: inout UInt64) -> (frame: Frame, rows: [Row]) {
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let text = (0..<random(60)).map { _ in Array("axy  ")[random(5)] }
        var cells: [(word: Int, start: Int, end: Int, count: Int)] = []
        for _ in 0..<random(30) {
            let start = max(cells.last?.start ?? 0, random(text.count + 1))
            cells.append((random(3), start, start + random(text.count - start + 1), random(3)))
        }
        var frame = FrameBuilder()
        frame.rows(
            class: "node", [("word", .words(Self.words)), ("text", .text), ("count", .integer)],
            text: Array(String(text).utf8).span
        ) { frame in
            for cell in cells {
                frame.row([cell.word, cell.start, cell.end, cell.count])
            }
        }
        return (
            frame.finish(),
            cells.map {
                Row(
                    word: Self.words[$0.word], text: String(text[$0.start..<$0.end]),
                    count: $0.count)
            }
        )
    }

    private func run(_ name: String, _ frame: Frame) throws(LuaFailure) -> LuaValue {
        var sandbox = try sandbox()
        return try sandbox.call("run", [LuaValue.string(name).frame, frame])
    }

    @Test func `a row is the record that was written, whoever asks for it`() throws {
        var seed: UInt64 = 5
        for _ in 0..<40 {
            let (frame, rows) = rows(&seed)
            for name in ["list", "backwards", "copied"] {
                #expect(try run(name, frame) == .list(rows.map(\.value)), "\(name)")
            }
            #expect(
                try run("origins", frame)
                    == .list(
                        rows.indices.map {
                            .list([.string("owner"), .string("node"), .integer(Int64($0 + 1))])
                        }))
        }
    }

    @Test func `a text that was taken away is not read again`() throws {
        var seed: UInt64 = 7
        for _ in 0..<20 {
            let (frame, rows) = rows(&seed)
            #expect(
                try run("taken", frame)
                    == .list(
                        rows.map {
                            .list([
                                .string($0.text), .string("gone"), .boolean(true), .string($0.word),
                            ])
                        }))
        }
    }

    /// A rule that asks for no text pays for none, however often one text is a part of another.
    @Test func `texts that nobody asks for take no memory`() throws {
        let text = [UInt8](repeating: 0x61, count: 8 << 20)
        var frame = FrameBuilder()
        frame.rows(class: "node", [("word", .words(["a"])), ("text", .text)], text: text.span) {
            for _ in 0..<1000 { $0.row([0, 0, 8 << 20]) }
        }
        var sandbox = try sandbox()
        let found = try sandbox.call("run", [LuaValue.string("origins").frame, frame.finish()])
        #expect(found.list?.count == 1000)
        #expect(sandbox.usage.peakMemory < 16 << 20)
    }

    /// Beside the same said in Swift.
    @Test func `rules meet the rows that are meant, and no others`() throws {
        func hasPhrase(_ text: String) -> Bool {
            let spaced = " \(text) "
            return spaced.contains(" xa ") || spaced.contains(" y y ")
        }
        var seed: UInt64 = 9
        var met = 0
        for _ in 0..<150 {
            let (frame, rows) = rows(&seed)
            let expected = [
                "words": rows.filter { $0.word == "b" },
                "patterns": rows.filter { $0.text.contains("xy") || $0.text.hasPrefix("a") },
                "phrases": rows.filter { $0.word != "b" && hasPhrase($0.text) },
            ]
            for (name, rows) in expected {
                met += rows.count
                #expect(try run(name, frame) == .list(rows.map(\.value)), "\(name)")
            }
        }
        #expect(met > 1000)
    }

    /// Every prefix, and every byte changed: a failure or a value, and nothing else.
    @Test func `malformed rows are failures`() throws {
        var seed: UInt64 = 3
        var found = rows(&seed)
        while found.rows.count < 4 { found = rows(&seed) }
        let bytes = found.frame.bytes
        var malformed = 0
        func run(_ bytes: [UInt8]) throws {
            for name in ["list", "backwards", "words", "patterns", "phrases", "taken"] {
                do throws(LuaFailure) {
                    _ = try self.run(name, Frame(bytes: bytes))
                } catch {
                    malformed += 1
                    #expect(error.kind == .shape || error.kind == .runtime, "\(error)")
                }
            }
        }
        for length in bytes.indices { try run(Array(bytes[..<length])) }
        #expect(malformed == 6 * bytes.count)
        for index in bytes.indices {
            for value: UInt8 in [0, 1, 2, 7, 11, 0x7F, 0xFF] where value != bytes[index] {
                var changed = bytes
                changed[index] = value
                try run(changed)
            }
        }
        #expect(malformed > 6 * bytes.count + 100)
    }
}
