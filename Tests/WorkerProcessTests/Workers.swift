import Foundation
import TestSupport
import WorkerProcess

/// Workers that do what a word in their frame says: `WorkerFixture`.
enum Workers {
    static func group(arguments: [String] = [], frameLimit: Int = 64 << 20) -> WorkerGroup {
        WorkerGroup(
            program: Console.built("worker-fixture").path, arguments: arguments,
            frameLimit: frameLimit)
    }

    /// A frame as it is written.
    static func framed(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8(bytes.count & 255), UInt8(bytes.count >> 8), 0, 0] + bytes
    }

    /// Plays the worker: writes to its end of a channel.
    static func send(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = unsafe rest.withUnsafeBytes { part in
                unsafe Glibc.send(
                    descriptor, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
            }
            if sent <= 0 { return }
            rest = rest.dropFirst(sent)
        }
    }

    /// What becomes of one frame that is sent to a worker of its own.
    static func outcome(
        _ frame: String, settings: WorkerSettings = WorkerSettings(), deadline: Double = 30
    ) throws -> Result<String, WorkerFailure> {
        var group = group()
        let worker = try group.start(settings)
        group.send(Array(frame.utf8), to: worker, deadline: deadline)
        while let event = group.next() {
            switch event {
            case .ready: continue
            case .frame(_, let answer): return .success(String(decoding: answer, as: UTF8.self))
            case .ended(_, let failure): return .failure(failure)
            }
        }
        return .success("nothing")
    }
}
