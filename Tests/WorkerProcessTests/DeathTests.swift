import Foundation
import TestSupport
import Testing
import WorkerProcess

/// No worker outlives its deadline, its group or its parent.
struct DeathTests {
    @Test func `a worker that does not answer is killed at its deadline, others go on`() throws {
        var group = Workers.group()
        let (late, other) = (try group.start(), try group.start())
        _ = (group.next(), group.next())
        let number = group.process(of: late)
        let process = try #require(number)
        let start = ContinuousClock.now
        group.send(Array("hang".utf8), to: late, deadline: 0.3)
        group.send(Array("echo hello".utf8), to: other, deadline: 30)
        #expect(group.next() == .frame(other, Array("hello".utf8)))
        #expect(group.next() == .ended(late, .deadline(0.3)))
        let time = start.duration(to: .now)
        #expect(time >= .seconds(0.3) && time < .seconds(2.3), "\(time)")
        #expect(kill(process, 0) == -1)
        group.send(Array("echo again".utf8), to: other, deadline: 30)
        #expect(group.next() == .frame(other, Array("again".utf8)))
    }

    @Test func `a frame's time starts with the answer before it`() throws {
        var group = Workers.group()
        let worker = try group.start()
        _ = group.next()
        // The first takes longer than the second may.
        let start = ContinuousClock.now
        group.send(Array("count 1.2".utf8), to: worker, deadline: 60)
        group.send(Array("echo hello".utf8), to: worker, deadline: 1)
        #expect(group.next() == .frame(worker, []))
        #expect(start.duration(to: .now) >= .seconds(1.2))
        #expect(group.next() == .frame(worker, Array("hello".utf8)))
    }

    @Test func `time in which the parent did something else does not count`() throws {
        var group = Workers.group()
        let worker = try group.start()
        _ = group.next()
        // Larger than the channel: the worker cannot finish before somebody reads.
        group.send(Array("many 3000000".utf8), to: worker, deadline: 1)
        usleep(1_300_000)
        guard case .frame(worker, let answer) = group.next() else {
            Issue.record("no answer")
            return
        }
        #expect(answer.count == 3_000_000)
    }

    @Test func `when the group goes, its workers have gone`() throws {
        var processes: [Int32] = []
        do {
            var group = Workers.group()
            let workers = [try group.start(), try group.start(), try group.start()]
            group.send(Array("hang".utf8), to: workers[0], deadline: 60)
            group.send(Array("many 9000000".utf8), to: workers[1], deadline: 60)
            processes = workers.compactMap { group.process(of: $0) }
            group.stop(workers[2])
            #expect(group.process(of: workers[2]) == nil)
        }
        try #require(processes.count == 3)
        for process in processes { #expect(kill(process, 0) == -1 && errno == ESRCH) }
    }

    @Test func `when the parent is killed, no worker survives`() throws {
        let folder = try TemporaryFolder()
        let run = try Console.shell(
            """
            "$FIXTURE" parent >numbers & parent=$!
            trap '[ -z "$parent" ] || kill -KILL $parent' EXIT
            until grep -q ready numbers; do sleep 0.01; done
            for number in $(grep -v ready numbers); do kill -0 $number || exit 1; done
            kill -KILL $parent; wait; parent=
            for number in $(grep -v ready numbers); do
                tries=0
                while kill -0 $number 2>&- && ! grep -qs '^State:.*Z' /proc/$number/status; do
                    tries=$((tries + 1)); [ $tries -lt 500 ] || { kill -KILL $number; exit 1; }
                    sleep 0.01
                done
                echo gone
            done
            """,
            in: folder.url, environment: ["FIXTURE": Console.built("worker-fixture").path])
        #expect(run.output == "gone\ngone\ngone\n")
        #expect(run.status == 0)
    }

    /// Behind the lock there can be none; where the system gives no lock there can.
    @Test func `what a worker leaves behind in its group goes with it`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("held").path
        let made = unsafe mkfifo(path, 0o600)
        try #require(made == 0)
        let held = unsafe open(path, O_RDONLY | O_NONBLOCK)
        defer { close(held) }
        let script = "exec >\"$0\"; echo begun; sleep 600 3>&- & exit 7"
        var group = WorkerGroup(program: "/bin/sh", arguments: ["-c", script, path])
        let worker = try group.start()
        #expect(group.next() == .ended(worker, .exited(7)))
        // What is left to read, then the end, when nobody can write any more.
        var waits = pollfd(fd: held, events: 0, revents: 0)
        #expect(unsafe poll(&waits, 1, 10_000) == 1)
        #expect(waits.revents & Int16(POLLHUP) != 0)
    }

    @Test func `a worker whose parent has gone already does nothing`() throws {
        let run = try Console.run(
            Console.built("worker-fixture").path, ["1", "1000000000", "0", "0"])
        #expect(run.ending == .exited(0))
        #expect(run.out == [])
    }
}
