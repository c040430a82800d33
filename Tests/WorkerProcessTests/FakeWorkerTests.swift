import Foundation
import TestSupport
import Testing
import WorkerProcess

/// A worker that somebody has taken over sends what he likes.
struct FakeWorkerTests {
    @Test(arguments: 0..<4)
    func `random and truncated frames end the worker, and nothing else`(_ part: UInt64) throws {
        var random = SplitMix(state: part)
        var group = WorkerGroup(arguments: [], frameLimit: 1 << 16)
        var frames = 0
        var ends: [String: Int] = [:]
        while frames < 25_000 {
            // Nobody waits for one that neither goes on nor hangs up.
            let isOpen = random.next() % 4 == 0
            let patience = isOpen ? 0.0 : 30
            let fake = try group.adopt(patience: patience)
            var sent: [UInt8] = []
            if random.next() % 8 != 0 { sent += Workers.framed(WorkerLock().frame) }
            for _ in 0..<random.next() % 8 {
                group.send([1, 2, 3], to: fake.id, deadline: patience)
            }
            for _ in 0...random.next() % 6 {
                sent += Self.frame(&random)
                frames += 1
            }
            if random.next() % 4 == 0 { sent = sent.dropLast(Int(random.next() % 9)) }
            Workers.send(sent, to: fake.descriptor)
            if !isOpen { close(fake.descriptor) }
            while let event = group.next() {
                if case .ended(let id, let failure) = event {
                    #expect(id == fake.id)
                    ends[Self.kind(failure), default: 0] += 1
                }
            }
            if isOpen { close(fake.descriptor) }
            group.stop(fake.id)
        }
        // Every way to go wrong has been gone.
        #expect(
            Set(ends.keys) == [
                "deadline", "it announced", "it sent", "its report", "it ended", "it closed",
            ])
    }

    @Test(arguments: [0, 0.001])
    func `a stream in any pieces gives the same frames`(_ seconds: Double) throws {
        var random = SplitMix(state: 7)
        let frames = (0..<200).map { index in
            [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: Int(random.next() % 3000))
        }
        let stream = Workers.framed(WorkerLock().frame) + frames.flatMap(Workers.framed)
        var pieces: [[UInt8]] = []
        var rest = stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int(1 + random.next() % 7000))
            rest = rest.dropFirst(piece.count)
            pieces.append(Array(piece))
        }
        var group = WorkerGroup(arguments: [])
        let fake = try group.adopt()
        for _ in frames { group.send([], to: fake.id, deadline: 30) }
        let worker = Thread { [pieces] in
            for piece in pieces { Workers.send(piece, to: fake.descriptor) }
            close(fake.descriptor)
        }
        worker.start()
        var got: [[UInt8]] = []
        while let event = group.next(resting: seconds) {
            if case .frame(_, let frame) = event { got.append(frame) }
        }
        #expect(got == frames)
    }

    @Test func `what came before a malformed frame has come, also at once with it`() throws {
        for (tail, reason) in [
            ([255, 255, 255, 255], "it announced 4294967295 bytes, more than 100"),
            (Workers.framed([3]), "it sent what nobody asked for"),
        ] as [([UInt8], String)] {
            var group = WorkerGroup(arguments: [], frameLimit: 100)
            let fake = try group.adopt()
            defer { close(fake.descriptor) }
            group.send([], to: fake.id, deadline: 30)
            let lock = WorkerLock()
            Workers.send(
                Workers.framed(lock.frame) + Workers.framed([1, 2]) + tail, to: fake.descriptor)
            #expect(group.next() == .ready(fake.id, lock))
            #expect(group.next() == .frame(fake.id, [1, 2]))
            #expect(group.next() == .ended(fake.id, .malformed(reason)))
        }
    }

    @Test func `workers that start later may send longer frames, or shorter ones`() throws {
        var group = WorkerGroup(arguments: [], frameLimit: 100)
        for limit in [100, 3_000, 200] {
            group.frameLimit = limit
            let fake = try group.adopt()
            defer { close(fake.descriptor) }
            for _ in 0..<2 { group.send([], to: fake.id, deadline: 30) }
            let longest = [UInt8](repeating: 7, count: limit)
            let frames = [WorkerLock().frame, longest, longest + [7]]
            Workers.send(frames.flatMap(Workers.framed), to: fake.descriptor)
            #expect(group.next() == .ready(fake.id, WorkerLock()))
            #expect(group.next() == .frame(fake.id, longest))
            let reason = "it announced \(limit + 1) bytes, more than \(limit)"
            #expect(group.next() == .ended(fake.id, .malformed(reason)))
        }
    }

    @Test(arguments: [0, -1, Double.nan, -Double.infinity])
    func `a deadline that is none is over at once`(_ deadline: Double) throws {
        var group = WorkerGroup(arguments: [])
        let fake = try group.adopt()
        defer { close(fake.descriptor) }
        let lock = WorkerLock()
        Workers.send(Workers.framed(lock.frame), to: fake.descriptor)
        group.send([], to: fake.id, deadline: deadline)
        #expect(group.next() == .ready(fake.id, lock))
        #expect(group.next() == .ended(fake.id, .deadline(0)))
    }

    @Test func `a worker that hangs up with a frame on its way to it is no signal for the parent`()
        throws
    {
        var group = WorkerGroup(arguments: [])
        let fake = try group.adopt()
        group.send([UInt8](repeating: 0, count: 5_000_000), to: fake.id, deadline: 30)
        close(fake.descriptor)
        #expect(group.next() == .ended(fake.id, .malformed("it closed its channel")))
    }

    private static func frame(_ random: inout SplitMix) -> [UInt8] {
        switch random.next() % 24 {
        // Bytes without any sense; lengths that lie; then what is well-formed.
        case 0: return (0..<random.next() % 64).map { _ in UInt8(random.next() & 255) }
        case 1: return [255, 255, 255, UInt8(random.next() & 255)]
        case 2: return [UInt8(random.next() & 255), 0, 0, 0, 1, 2, 3]
        default:
            return Workers.framed((0..<random.next() % 40).map { _ in UInt8(random.next() & 255) })
        }
    }

    private static func kind(_ failure: WorkerFailure) -> String {
        switch failure {
        case .malformed(let reason):
            reason.split(separator: " ").prefix(2).joined(separator: " ")
        case .deadline: "deadline"
        default: "\(failure)"
        }
    }
}
