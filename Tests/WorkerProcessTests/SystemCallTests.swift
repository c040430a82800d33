import Foundation
import Testing
import WorkerProcess

#if os(Linux)
    /// The filter, call by call.
    struct SystemCallTests {
        #if arch(x86_64)
            /// read write brk rt_sigprocmask rt_sigreturn munmap writev mremap madvise getpid exit
            /// gettid sysinfo clock_gettime exit_group getrandom
            static let allowed: Set = [
                0, 1, 11, 12, 14, 15, 20, 25, 28, 39, 60, 99, 186, 228, 231, 318,
            ]
            static let (mmap, futex, tgkill) = (9, 202, 234)
            /// uretprobe and uprobe, which the kernel shows to no filter: an error or an illegal
            /// instruction everywhere but where a debugger has put them.
            static let unfiltered = 335...336
        #else
            static let allowed: Set = [
                63, 64, 66, 93, 94, 113, 135, 139, 172, 178, 179, 214, 215, 216, 233, 278,
            ]
            static let (mmap, futex, tgkill) = (222, 98, 131)
            static let unfiltered = 0..<0
        #endif

        @Test func `every call that is not on the list kills`() throws {
            var group = Workers.group()
            var running: [WorkerID: Int] = [:]
            var survivors: [Int] = []
            // Beyond the last one that Linux has; mmap, futex and tgkill without arguments are not
            // what may pass.
            var numbers = (0..<500).filter {
                !Self.allowed.contains($0) && !Self.unfiltered.contains($0)
            }[...]
            while !numbers.isEmpty || !running.isEmpty {
                while running.count < 16, let number = numbers.popFirst() {
                    let worker = try group.start()
                    running[worker] = number
                    group.send(Array("call \(number)".utf8), to: worker, deadline: 60)
                }
                guard let event = group.next() else { break }
                if case .ready = event { continue }
                guard let number = running.removeValue(forKey: event.worker) else { continue }
                if event != .ended(event.worker, .forbiddenCall) { survivors.append(number) }
                group.stop(event.worker)
            }
            #expect(survivors == [])
        }

        /// Of mmap memory without code or a file, of futex a wake, of tgkill an abort of itself.
        @Test(arguments: [
            ("\(mmap) 0 4096 3 34 -1 0", true), ("\(mmap) 0 4096 7 34 -1 0", false),
            ("\(mmap) 0 4096 5 34 -1 0", false), ("\(mmap) 0 4096 1 2 0 0", false),
            ("\(futex) 0 129 1", true), ("\(futex) 0 1 1", false), ("\(futex) 0 128 1", false),
            ("\(futex) 0 134 1", false), ("\(tgkill) self self 9", false),
            ("\(tgkill) self self 10", false), ("\(tgkill) 1 1 6", false),
        ])
        func `arguments decide where a call is allowed in part`(
            _ call: String, _ passes: Bool
        ) throws {
            switch try Workers.outcome("call " + call) {
            case .success: #expect(passes)
            case .failure(let failure): #expect(!passes && failure == .forbiddenCall)
            }
        }

        #if arch(x86_64)
            @Test(arguments: [0, 1, 39, 257, 520])
            func `no call of x32 passes, whatever its number is elsewhere`(_ number: Int) throws {
                let outcome = try Workers.outcome("call \(number | 0x4000_0000)")
                #expect(outcome == .failure(.forbiddenCall))
            }
        #endif
    }
#endif
