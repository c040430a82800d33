import Foundation
import TestSupport
import Testing
import WorkerProcess

/// What goes to a worker and what comes back.
struct ChannelTests {
    @Test func `a worker says that it is locked, then answers each frame in order`() throws {
        var group = Workers.group()
        let worker = try group.start()
        group.send(Array("echo one".utf8), to: worker, deadline: 30)
        group.send(Array("echo ".utf8), to: worker, deadline: 30)
        guard case .ready(worker, let lock) = group.next() else {
            Issue.record("no report")
            return
        }
        #expect(lock.missing == [:])
        #expect(group.next() == .frame(worker, Array("one".utf8)))
        #expect(group.next() == .frame(worker, []))
        #expect(group.next() == nil)
    }

    @Test func `both ways full of large frames, nobody waits for the other`() throws {
        var group = Workers.group()
        let workers = [try group.start(), try group.start()]
        let frames = (0..<12).map { index in
            Array("echo ".utf8) + [UInt8](repeating: UInt8(index), count: 1_000_000 + index)
        }
        for frame in frames {
            for worker in workers { group.send(frame, to: worker, deadline: 60) }
        }
        var answers: [WorkerID: [[UInt8]]] = [:]
        while let event = group.next() {
            switch event {
            case .ready: continue
            case .frame(let worker, let answer): answers[worker, default: []].append(answer)
            case .ended(_, let failure): Issue.record("\(failure)")
            }
        }
        // Not compared as a whole: a difference of millions of bytes would be printed.
        let expected = frames.map { Array($0.dropFirst(5)) }
        for worker in workers {
            let isEqual = answers[worker] == expected
            #expect(isEqual)
        }
    }

    @Test func `an answer at the limit arrives, one beyond it ends the worker`() throws {
        var group = Workers.group(frameLimit: 3 << 20)
        for (count, fits) in [(3 << 20, true), (3 << 20 + 1, false)] {
            let worker = try group.start()
            group.send(Array("many \(count)".utf8), to: worker, deadline: 30)
            _ = group.next()
            switch group.next() {
            case .frame(worker, let answer): #expect(fits && answer.count == count)
            case .ended(worker, let failure):
                #expect(!fits)
                #expect(failure == .malformed("it announced 3145729 bytes, more than 3145728"))
            case let event: Issue.record("\(String(describing: event))")
            }
        }
    }

    @Test func `a frame that nobody asked for ends the worker`() throws {
        let outcome = try Workers.outcome("unasked")
        // Which of the two frames counts as the answer does not matter.
        #expect(outcome == .success(""))
        var group = Workers.group()
        let worker = try group.start()
        group.send(Array("unasked".utf8), to: worker, deadline: 30)
        group.send(Array("echo later".utf8), to: worker, deadline: 30)
        var events: [WorkerEvent] = []
        while let event = group.next() { events.append(event) }
        #expect(
            events.last == .ended(worker, .malformed("it sent what nobody asked for"))
                || events.dropFirst() == [.frame(worker, []), .frame(worker, [])])
    }

    @Test func `workers that have gone are told of once, and sending to them does nothing`() throws
    {
        var group = Workers.group()
        let gone = try group.start()
        let stopped = try group.start()
        group.send(Array("exit 7".utf8), to: gone, deadline: 30)
        group.send(Array("echo hello".utf8), to: stopped, deadline: 30)
        group.stop(stopped)
        _ = group.next()
        #expect(group.next() == .ended(gone, .exited(7)))
        #expect(group.count == 0)
        group.send(Array("echo hello".utf8), to: gone, deadline: 30)
        group.stop(gone)
        #expect(group.next() == nil)
    }

    @Test func `a program that is not there or is no worker is a failure`() throws {
        var absent = WorkerGroup(program: "/nowhere/at/all", arguments: [])
        #expect(throws: WorkerFailure.notStarted("no such file or directory")) {
            try absent.start()
        }
        var other = WorkerGroup(program: "/bin/true", arguments: [])
        let worker = try other.start()
        #expect(
            other.next() == .ended(worker, .malformed("it closed its channel")))
        var wrong = Workers.group(arguments: ["what", "is", "this"])
        let refused = try wrong.start()
        #expect(wrong.next() == .ended(refused, .exited(2)))
    }
}
