import Foundation
import TestSupport
import Testing
import WorkerProcess

/// What a worker has not got, and what becomes of one that reaches for it.
struct LockTests {
    @Test(arguments: WorkerAttempt.allCases)
    func `what the lock forbids kills`(_ attempt: WorkerAttempt) throws {
        #expect(
            try Workers.outcome("try \(attempt.rawValue)")
                == .failure(.forbiddenCall))
    }

    /// Else the test above would pass for any reason.
    @Test(arguments: WorkerAttempt.allCases)
    func `what the lock forbids can be done without it`(_ attempt: WorkerAttempt) throws {
        let run = try Console.run(
            Console.built("worker-fixture").path, ["unlocked", attempt.rawValue])
        // Executing replaces what would have said so.
        #expect(run.output == (attempt == .execute ? "" : "0\n"))
        #expect(run.ending == .exited(0))
    }

    @Test func `environment and descriptors of the parent stay with it`() throws {
        let stray = (0..<40).map { _ in dup(2) }
        defer { stray.forEach { close($0) } }
        var group = Workers.group()
        let worker = try group.start()
        guard case .ready(worker, let lock) = group.next() else {
            Issue.record("no report")
            return
        }
        #expect(lock.variables == 0)
        #expect(lock.descriptors == 4)
        let number = group.process(of: worker)
        let process = try #require(number)
        let folder = "/proc/\(process)"
        // Root may look in spite of the lock.
        if getuid() == 0, FileManager.default.fileExists(atPath: folder) {
            let open = try FileManager.default.contentsOfDirectory(atPath: folder + "/fd")
            #expect(open.sorted() == ["0", "1", "2", "3"])
            #expect(try Data(contentsOf: URL(filePath: folder + "/environ")).isEmpty)
            let group = getpgid(process)
            #expect(group == process)
        }
    }

    @Test func `Swift, its allocator and Lua work behind the lock`() throws {
        #expect(try Workers.outcome("fill 300") == .success(String(300 << 20)))
        let program = """
            return { run = function()
              local t = {}
              for i = 1, 200000 do t[i % 1000 .. ""] = ("x"):rep(i % 100) end
              local n = 0
              for k, v in pairs(t) do n = n + #k + #v end
              return n
            end }
            """
        let answer = try Workers.outcome("lua " + program)
        #expect(answer == .success("integer(52390)"))
    }

    @Test func `a limit of Lua's stays a failure with a line behind the lock`() throws {
        let text = try Workers.outcome("lua return { run = function() while true do end end }")
            .get()
        #expect(text.contains("instructions") || text.contains("fuel"), "\(text)")
    }

    @Test func `memory beyond the limit is a death with a name`() throws {
        var settings = WorkerSettings()
        settings.memory = 200 << 20
        #expect(try Workers.outcome("fill 100", settings: settings) == .success("\(100 << 20)"))
        #expect(try Workers.outcome("fill 300", settings: settings) == .failure(.memory(200 << 20)))
        #expect(
            try Workers.outcome("crumbs 300", settings: settings) == .failure(.memory(200 << 20)))
        #expect(
            try Workers.outcome("many 2000000000", settings: settings)
                == .failure(.memory(200 << 20)))
    }

    @Test func `processor time beyond the limit is a death with a name`() throws {
        var settings = WorkerSettings()
        settings.processorTime = 1
        #expect(try Workers.outcome("hang", settings: settings) == .failure(.processorTime))
    }

    @Test func `other deaths have names too`() throws {
        #expect(try Workers.outcome("abort") == .failure(.signal(SIGABRT, "Aborted")))
        #expect(try Workers.outcome("corrupt") == .failure(.signal(SIGABRT, "Aborted")))
        #expect(try Workers.outcome("exit 9") == .failure(.exited(9)))
        #expect(try Workers.outcome("nest") == .failure(.signal(SIGSEGV, "Segmentation fault")))
        guard
            case .failure(.signal(let number, "Trapped by a check of its own")) =
                try Workers.outcome("trap")
        else {
            Issue.record("it lived")
            return
        }
        #expect(number == SIGILL || number == SIGTRAP)
    }

    @Test func `a lock that must hold and does not is refused before a frame is read`() throws {
        var settings = WorkerSettings()
        settings.requiresLock = true
        for (piece, isFatal) in [(WorkerLock.Piece.landlock, false), (.systemCalls, true)] {
            var group = Workers.group()
            var lock = WorkerLock()
            lock.missing[piece] = ENOSYS
            let fake = try group.adopt(settings)
            defer { close(fake.descriptor) }
            Workers.send(Workers.framed(lock.frame), to: fake.descriptor)
            #expect(
                group.next()
                    == (isFatal
                        ? .ended(fake.id, .refused([piece])) : .ready(fake.id, lock)))
        }
        #expect(try Workers.outcome("echo hello", settings: settings) == .success("hello"))
    }
}
