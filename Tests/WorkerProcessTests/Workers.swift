import Foundation
import TestSupport
import WorkerProcess

/// Workers that do what a word in their frame says: `WorkerFixture`.
enum Workers {
    static func group(frameLimit: Int = 64 << 20) -> WorkerGroup {
        WorkerGroup(
            program: Console.built("worker-fixture").path, arguments: [], frameLimit: frameLimit)
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
