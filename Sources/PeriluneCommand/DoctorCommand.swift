internal import ArgumentParser
internal import Perilune
internal import WorkerProcess

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Show what holds on this machine of a worker's lock.",
        discussion: """
            Plugins that others wrote run in workers: processes that have nothing and can do
            nothing but compute. What that takes is the system's to give. This starts workers,
            asks them what holds, and has some try what must kill them.

            The exit code is 1 where something does not hold that must.

            EXAMPLES
              perilune doctor
              perilune doctor --format json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: "Colours: auto, always, never.")
    var color: Colour = .auto

    func run() throws {
        let report = DoctorReport(platform: Platform.description, diagnoses: Self.examine())
        switch format {
        case .json: try Terminal.output.write(report.json())
        case .text:
            let text = report.text(style: Terminal.output.style(color))
            try Terminal.output.write(Array(text.utf8))
        }
        if !report.isWell { throw Exit.findings }
    }

    /// One worker says what holds; one more for each thing that is to kill it.
    private static func examine() -> [Diagnosis] {
        var group = WorkerGroup(arguments: WorkerMode.attempts.arguments)
        var diagnoses: [Diagnosis] = []
        var attempts: [WorkerID: WorkerAttempt] = [:]
        var outcomes: [WorkerAttempt: Diagnosis] = [:]
        do throws(WorkerFailure) {
            let first = try group.start()
            switch group.next() {
            case .ready(first, let lock): diagnoses = Diagnosis.all(lock)
            case .ended(_, let failure): return [Diagnosis(failure)]
            case .ready, .frame, nil: return []
            }
            for attempt in WorkerAttempt.allCases {
                let worker = try group.start()
                attempts[worker] = attempt
                group.send(WorkerRequest.attempt(attempt).frame, to: worker, deadline: 10)
            }
        } catch {
            return [Diagnosis(error)]
        }
        while let event = group.next() {
            guard let attempt = attempts[event.worker] else { continue }
            switch event {
            case .ready: continue
            case .frame(_, let answer):
                let refused = answer != WorkerRequest.done
                outcomes[attempt] = Diagnosis(survived: attempt, refused: refused)
            case .ended(_, let failure): outcomes[attempt] = Diagnosis(attempt, failure)
            }
        }
        return diagnoses + WorkerAttempt.allCases.compactMap { outcomes[$0] }
    }
}
