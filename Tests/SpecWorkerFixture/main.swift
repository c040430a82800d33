import SpecWorkers
import WorkerProcess

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// A worker that reads documents and runs plugins, and has a hole.

/// A rule whose name has `deadly` in it is the end of its worker where a document says so.
struct Hole {
    private var deadlySets: Set<UInt8> = []

    /// Looks at a request: its first byte says what it is, sets are numbers of one byte.
    mutating func look(at frame: [UInt8]) {
        let text = String(decoding: frame, as: UTF8.self)
        switch frame.first {
        case 2 where text.contains("deadly"): deadlySets.insert(frame[1])
        case 2: deadlySets.remove(frame[1])
        case 3:
            if text.contains("DIES AS IT IS READ") { abort() }
            guard deadlySets.contains(frame[frame.count - 2]) else { return }
            if text.contains("DIES") { abort() }
            if text.contains("HANGS") { while true {} }
        case 5 where deadlySets.contains(frame[1]): abort()
        default: return
        }
    }
}

var server = WorkerServer()
var hole = Hole()
Worker.serve(Array(CommandLine.arguments.dropFirst())) { frame in
    hole.look(at: frame)
    return server.answer(frame)
}
