import Foundation
import TestSupport
import Testing

/// However a run ends that writes, each file is whole, old or new, and the next run does the rest.
@Suite(.serialized) struct KillTests {
    private static let fix = [
        "check", "docs", "--fix", "--no-config", "--quiet", "--select",
        "plain-language/word-not-doubled",
    ]

    private let folder: TemporaryFolder
    private let count: Int

    private init(count: Int) throws {
        self.count = count
        folder = try TemporaryFolder(inMemory: true)
        for number in 0..<count { try folder.write(path(number), text(number, isNew: false)) }
    }

    init() throws { try self.init(count: 1000) }

    private func path(_ number: Int) -> String { "docs/\(number % 10)/\(number).md" }

    private func text(_ number: Int, isNew: Bool) -> String {
        "# Spec \(number)\n\n## Goals\n\n- Guests of the \(isNew ? "" : "the ")house are content\n"
    }

    /// How many files are new; an issue for each that is neither old nor new.
    private func written() throws -> Int {
        var written = 0
        for number in 0..<count {
            let found = try [UInt8](Data(contentsOf: folder.path(path(number))))
            if found.elementsEqual(text(number, isNew: true).utf8) {
                written += 1
            } else if !found.elementsEqual(text(number, isNew: false).utf8) {
                Issue.record("\(path(number)) holds \(String(decoding: found, as: UTF8.self))")
            }
        }
        return written
    }

    private func restore() throws {
        for number in 0..<count {
            let (file, old) = (folder.path(path(number)), Data(text(number, isNew: false).utf8))
            if try Data(contentsOf: file) != old { try old.write(to: file) }
        }
    }

    /// Temporary files that stand about.
    private func strays() throws -> [String] {
        try (0..<10).flatMap {
            try FileManager.default.contentsOfDirectory(atPath: folder.path("docs/\($0)").path)
        }.filter { !$0.hasSuffix(".md") }
    }

    private func run(
        sending signal: Int32, when isTime: () -> Bool
    ) throws -> Console.Ending {
        try Console.perilune(Self.fix, in: folder.url, sending: signal, when: isTime).ending
    }

    private func runToItsEnd() throws {
        let run = try Console.run(Console.binary.path, Self.fix, in: folder.url)
        #expect(run.ending == .exited(0), "\(run.errors)")
        #expect(try written() == count)
        #expect(try strays() == [])
    }

    /// From when on moments are counted.
    private enum Start: CaseIterable { case run, firstTemporary, firstFile }

    /// Says when some time has passed.
    private func moment(_ time: Duration, since start: Start) throws -> () -> Bool {
        let clock = ContinuousClock()
        var begin: ContinuousClock.Instant? = start == .run ? clock.now : nil
        let before = try Set(strays())
        let first = folder.path(path(0))
        return {
            if begin == nil {
                let hasBegun =
                    switch start {
                    case .run: true
                    case .firstTemporary: (try? before.isSuperset(of: self.strays())) == false
                    case .firstFile:
                        (try? Data(contentsOf: first)) == Data(text(0, isNew: true).utf8)
                    }
                if hasBegun { begin = clock.now }
            }
            return begin.map { clock.now - $0 >= time } ?? false
        }
    }

    /// How long a run goes on from each start.
    private func durations() throws -> [(Start, Duration)] {
        let clock = ContinuousClock()
        var begins: [Start: ContinuousClock.Instant] = [:]
        let starts = try Start.allCases.map { ($0, try moment(.zero, since: $0)) }
        let ending = try run(sending: SIGKILL) {
            for (start, hasBegun) in starts where begins[start] == nil && hasBegun() {
                begins[start] = clock.now
            }
            return false
        }
        let end = clock.now
        #expect(ending == .exited(0))
        return try Start.allCases.map { ($0, end - (try #require(begins[$0]))) }
    }

    @Test func `killed at twenty moments, every file is whole and a later run completes`() throws {
        let durations = try durations()
        var numbers = SplitMix(state: 6)
        var kills = 0
        var halves = 0
        for attempt in 0..<20 {
            try restore()
            let (start, duration) = durations[attempt % durations.count]
            let share = Double.random(in: 0..<0.9, using: &numbers)
            let ending = try run(
                sending: SIGKILL, when: moment(duration * share, since: start))
            if ending == .signalled(SIGKILL) { kills += 1 }
            if (1..<count).contains(try written()) { halves += 1 }
        }
        // It may be done sooner than it was before, but not each time.
        #expect(kills >= 10)
        #expect(halves >= 1)
        try restore()
        try runToItsEnd()
    }

    /// What asks a run to end is heard when the files are whole, and nothing is left of it.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `interrupted while it writes, it writes all or nothing`(_ signal: Int32) throws {
        for start in signal == SIGINT ? [Start.firstTemporary, .firstFile] : [.firstTemporary] {
            try restore()
            let ending = try run(sending: signal, when: moment(.zero, since: start))
            // On a busy machine it may be done before the signal is sent.
            let written = try written()
            #expect(ending == .signalled(signal) || ending == .exited(0) && written == count)
            #expect(written == 0 || written == count)
            #expect(try strays() == [])
        }
    }
}
