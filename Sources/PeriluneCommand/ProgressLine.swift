internal import Perilune
internal import SpecWorkers
internal import Synchronization

/// The line on standard error that says how far long work has come: at a terminal alone, after half
/// a second, at most ten times a second. What is written next takes its place.
enum ProgressLine {
    private struct State {
        /// When the work began, and the line was last drawn.
        var start: Double?
        var last = -Double.infinity
        var isShown = false
    }

    /// Seconds that work takes before anybody wonders.
    private static let patience = 0.5
    /// Seconds between two lines.
    private static let pause = 0.1
    private static let state = Mutex(State())

    /// Is there a person, and a terminal that can erase a line?
    static var isWanted: Bool {
        let isQuiet = Main.line.arguments.contains {
            $0 == "-q" || $0 == "--quiet"
        }
        return Terminal.error.isInteractive && Terminal.variable("TERM") != "dumb" && !isQuiet
    }

    static func show(_ progress: WorkerPool.Progress) {
        let now = Platform.now
        state.withLock { state in
            guard let start = state.start else {
                state.start = now
                return
            }
            guard now - start >= patience, now - state.last >= pause else { return }
            state.last = now
            state.isShown = true
            let text = "perilune: " + text(progress)
            draw(String(text.prefix(max(1, (Terminal.error.width ?? 80) - 1))))
        }
    }

    /// Leaves the line empty for whoever writes next.
    static func erase() {
        state.withLock { state in
            if state.isShown { draw("") }
            state.isShown = false
        }
    }

    private static func text(_ progress: WorkerPool.Progress) -> String {
        let specs = FindingsReport.counted(progress.total, "spec")
        switch progress.work {
        case .reading: return "reading \(progress.done) of \(specs)"
        case .checking: return "checking \(progress.done) of \(specs)"
        case .exporting: return "exporting \(specs)"
        }
    }

    private static func draw(_ text: String) {
        _ = Files.write(
            Array("\r\u{1B}[K\(text)".utf8), descriptor: Terminal.error.descriptor)
    }
}
