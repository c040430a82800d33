import Foundation
import LuaSandbox
import WorkerProcess

// A worker whose frames say what it is to do: a word, a blank, the rest.

let host = try HostCode([
    Chunk(
        name: "host",
        source: Array(
            "local s = ...; s.exports.define = function(m) s.exports.run = m.run end".utf8))
])

func runLua(_ source: String) throws -> String {
    var sandbox = try Sandbox(host: host)
    try sandbox.load(entry: Chunk(name: "entry", source: Array(source.utf8)), modules: [])
    return "\(try sandbox.call("run", []))"
}

func fill(mebibytes: Int) -> Int {
    var blocks: [[UInt8]] = []
    for index in 0..<mebibytes {
        blocks.append([UInt8](repeating: UInt8(index & 255), count: 1 << 20))
    }
    return blocks.reduce(0) { $0 + $1.count }
}

func answer(_ frame: [UInt8]) -> [UInt8] {
    let word = String(decoding: frame.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    let rest = Array(frame.dropFirst(word.utf8.count + 1))
    let text = String(decoding: rest, as: UTF8.self)
    switch word {
    case "echo": return rest
    case "many": return [UInt8](repeating: 1, count: Int(text) ?? 0)
    case "fill": return Array(String(fill(mebibytes: Int(text) ?? 0)).utf8)
    case "lua":
        do { return Array(try runLua(text).utf8) } catch { return Array("\(error)".utf8) }
    case "try": return Array(String(WorkerAttempt(rawValue: text)?.perform() ?? -1).utf8)
    case "exit": exit(Int32(text) ?? 0)
    case "abort": abort()
    case "trap": fatalError("as it was told")
    case "hang": while true {}
    case "nest": return nest(frame)
    case "unasked":
        let extra: [UInt8] = [0, 0, 0, 0]
        _ = unsafe extra.withUnsafeBytes { unsafe write(3, $0.baseAddress, 4) }
        return []
    default: return []
    }
}

func nest(_ frame: [UInt8]) -> [UInt8] {
    frame.isEmpty ? frame : nest(frame + [1]) + frame
}

Worker.serve(Array(CommandLine.arguments.dropFirst()), answer)
