import Foundation
import LuaSandbox
import TestSupport

/// The pattern matcher gives what stock Lua gives, errors included.
///
/// An input is lines: a function of `matching.lua` and a number; a pattern; a replacement; the text, to the end.
final class MatcherTarget: FuzzTarget {
    static let name = "matcher"
    static let rounds = 30_000
    static let words = [
        "find 1\n", "plain 2\n", "match -3\n", "gmatch 1\n", "gsub 2\n", "gsub -1\n", "call 1\n",
        "lookup 1\n", "%a", "%D", "%s", "%w*", "%x+", "%p-", "%c?", "%g", "%l", "%u", "%z",
        "[%a_]", "[^%d]", "[a-z]", "[]]", "[^]]", "[%-x]", "[a-]", "%b()", "%bxx", "%f[%w]",
        "%f[^%z]", "%1", "%2", "%0", "%9", "%%", "(", ")", "()", "(.-)", "^", "$", ".*", ".-", "%",
        "[", "]", "\0", "é", "\u{FFFD}", "\t", "g", "G", "z", "Z", "09",
    ]

    private let source: [UInt8]
    private let host: HostCode
    private var sandbox: Sandbox
    private let stock: StockLua

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "matching.lua")
        source = try [UInt8](Data(contentsOf: file))
        host = try HostCode([Chunk(name: "host.lua", source: Array(Self.hostCode.utf8))])
        sandbox = try Self.open(host, source)
        stock = try StockLua(source)
    }

    func run(_ input: [UInt8]) throws(Mistake) -> Bool {
        let lines = input.split(
            separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count == 4 else { return false }
        let head = lines[0].split(separator: UInt8(ascii: " "), maxSplits: 1)
        let strings =
            [head.first ?? [], lines[1].prefix(60), lines[2].prefix(30)]
            + [lines[3].prefix(300)]
        let number = head.count == 2 ? Int(String(decoding: head[1], as: UTF8.self)) ?? 1 : 1
        // Ours first: what takes it too long takes stock Lua for ever.
        let ours: String
        do throws(LuaFailure) {
            ours = try sandbox.call("run", [Self.frame(number, strings)]).string ?? "no text"
        } catch {
            try require(error.kind == .limit, "the sandbox failed: \(error)")
            do throws(LuaFailure) {
                sandbox = try Self.open(host, source)
            } catch {
                throw Mistake("no new sandbox: \(error)")
            }
            return false
        }
        let theirs = stock.call(number, strings.map(Array.init))
        try require(
            ours == theirs, "the sandbox gives \(ours), stock Lua \(theirs)")
        return true
    }

    private static let hostCode = """
        local sandbox = ...
        local entry
        function sandbox.exports.define(value) entry = value end
        function sandbox.exports.run(arguments) return entry(table.unpack(arguments, 1, 5)) end
        """

    private static func open(
        _ host: HostCode, _ source: [UInt8]
    ) throws(LuaFailure) -> Sandbox {
        var limits = Limits()
        limits.fuel = 300_000
        limits.memory = 8 << 20
        var sandbox = try Sandbox(limits: limits, host: host)
        try sandbox.load(entry: Chunk(name: "matching.lua", source: source), modules: [])
        return sandbox
    }

    private static func frame(_ number: Int, _ strings: [ArraySlice<UInt8>]) -> Frame {
        var frame = FrameBuilder()
        frame.list { frame in
            frame.integer(number)
            for string in strings { frame.bytes(string) }
        }
        return frame.finish()
    }
}
