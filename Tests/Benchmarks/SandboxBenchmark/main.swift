import Glibc
import LuaSandbox

// Runs the Lua text of standard input in a sandbox whose limits are out of the way, and prints what it
// printed, as `lua5.4 -` does.

var source: [UInt8] = []
var piece = [UInt8](repeating: 0, count: 1 << 16)
while true {
    let count = unsafe piece.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
    guard count > 0 else { break }
    source += piece[..<count]
}

var limits = Limits()
limits.fuel = .max
limits.deadline = 600
limits.log = 64 << 20
do throws(LuaFailure) {
    var sandbox = try Sandbox(limits: limits, host: HostCode([]))
    try sandbox.load(entry: Chunk(name: "benchmark.lua", source: source), modules: [])
    for line in sandbox.takeLog() { print(line) }
} catch {
    print("\(error.chunk ?? "")(\(error.line ?? 0)): \(error.message)")
    exit(1)
}
