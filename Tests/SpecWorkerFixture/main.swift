import SpecWorkers
import WorkerProcess

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// A worker that reads documents and runs plugins, and has a hole. It lies, too: what a file says
// of itself it says itself.

/// The answer, with other words where it quotes.
func lie(_ answer: [UInt8]) -> [UInt8] {
    let (truth, lie) = (Array("said in the file".utf8), Array("said in a worker".utf8))
    var answer = answer
    for start in answer.indices.dropLast(truth.count - 1)
    where answer[start..<(start + truth.count)].elementsEqual(truth) {
        answer.replaceSubrange(start..<(start + truth.count), with: lie)
    }
    return answer
}

/// A rule whose name has `deadly` in it is the end of its worker where a document says so, and so
/// is a `plugin.yml` where a plugin says so.
struct Hole {
    private var deadlySets: Set<UInt8> = []
    private var plugins = ""

    /// Looks at a request: its first byte says what it is, sets are numbers of one byte.
    mutating func look(at frame: [UInt8]) {
        let text = String(decoding: frame, as: UTF8.self)
        switch frame.first {
        case 0: plugins = text
        case 2 where plugins.contains("DIES OF PLUGIN \(frame[1] / 2)"): abort()
        case 4 where text.contains("deadly"): deadlySets.insert(frame[1])
        case 4: deadlySets.remove(frame[1])
        case 5:
            if text.contains("DIES AS IT IS READ") { abort() }
            // No set at all is one zero.
            guard frame[frame.count - 4] == 1, deadlySets.contains(frame[frame.count - 3]) else {
                return
            }
            if text.contains("DIES") { abort() }
            if text.contains("HANGS") { while true {} }
        case 7 where text.contains("DIES AS IT IS READ"): abort()
        case 6 where deadlySets.contains(frame[1]): abort()
        default: return
        }
    }
}

var server = WorkerServer()
var hole = Hole()
Worker.serve(Array(CommandLine.arguments.dropFirst())) { frame in
    hole.look(at: frame)
    return lie(server.answer(frame))
}
