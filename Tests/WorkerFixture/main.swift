import LuaSandbox
import SystemCall
import WorkerProcess

// No Foundation: workers are started by the hundred.
#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// A worker whose frames say what it is to do: a word, a blank, the rest.

func runLua(_ source: String) throws -> String {
    let host = "local s = ...; s.exports.define = function(m) s.exports.run = m.run end"
    var sandbox = try Sandbox(
        host: try HostCode([Chunk(name: "host", source: Array(host.utf8))]))
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

/// Many small pieces: another way through the allocator.
func crumble(mebibytes: Int) -> Int {
    var crumbs: [[UInt8]] = []
    for index in 0..<mebibytes * 8192 {
        crumbs.append([UInt8](repeating: UInt8(index & 255), count: 96))
    }
    return crumbs.reduce(0) { $0 + $1.count }
}

/// A system call: its number and arguments, of which `self` is this process.
func call(_ words: [Substring]) -> Int64 {
    let numbers = words.map { $0 == "self" ? Int64(getpid()) : Int64($0) ?? 0 }
    let arguments = Array((numbers.dropFirst() + [0, 0, 0, 0, 0, 0]).prefix(6))
    return unsafe system_call(numbers.first ?? -1, arguments)
}

/// What the allocator finds out and ends.
func corrupt() -> [UInt8] {
    var bytes = [UInt8](repeating: 1, count: 100)
    unsafe bytes.withUnsafeMutableBytes { unsafe free($0.baseAddress.map { unsafe $0 + 8 }) }
    return bytes
}

func answer(_ frame: [UInt8]) -> [UInt8] {
    let word = String(decoding: frame.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    let rest = Array(frame.dropFirst(word.utf8.count + 1))
    let text = String(decoding: rest, as: UTF8.self)
    switch word {
    case "echo": return rest
    case "many": return [UInt8](repeating: 1, count: Int(text) ?? 0)
    case "fill": return Array(String(fill(mebibytes: Int(text) ?? 0)).utf8)
    case "crumbs": return Array(String(crumble(mebibytes: Int(text) ?? 0)).utf8)
    case "corrupt": return corrupt()
    case "lua":
        do { return Array(try runLua(text).utf8) } catch { return Array("\(error)".utf8) }
    case "try": return Array(String(WorkerAttempt(rawValue: text)?.perform() ?? -1).utf8)
    case "call": return Array(String(call(text.split(separator: " "))).utf8)
    case "exit": exit(Int32(text) ?? 0)
    case "abort": abort()
    case "trap": fatalError("as it was told")
    case "hang": while true {}
    case "count":
        let start = ContinuousClock.now
        while start.duration(to: .now) < .seconds(Double(text) ?? 0) {}
        return []
    case "nest": return [UInt8(nest([1, 2]) & 1)]
    case "unasked":
        let extra: [UInt8] = [0, 0, 0, 0]
        _ = unsafe extra.withUnsafeBytes { unsafe write(3, $0.baseAddress, 4) }
        return []
    default: return []
    }
}

func nest(_ numbers: [UInt64]) -> UInt64 {
    numbers.isEmpty ? 0 : nest(numbers.map { $0 &+ 1 }) ^ numbers.reduce(0, &+)
}

/// Starts workers that are idle, in a loop, and stuck with an answer that nobody takes; says who they
/// are and does nothing more.
func leaveBehind() throws {
    var group = WorkerGroup(arguments: [])
    let workers = [try group.start(), try group.start(), try group.start()]
    group.send(Array("hang".utf8), to: workers[1], deadline: 600)
    group.send(Array("many 9000000".utf8), to: workers[2], deadline: 600)
    for _ in workers { _ = group.next() }
    let numbers = workers.compactMap { group.process(of: $0) }.map { "\($0)" }
    print(numbers.joined(separator: "\n"), "ready", separator: "\n")
    fflush(nil)
    // The group lives for as long as it is used.
    while group.count > 0 { sleep(600) }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "parent": try leaveBehind()
case "unlocked": print(WorkerAttempt(rawValue: arguments[1])?.perform() ?? -1)
default: Worker.serve(arguments, answer)
}
