import Foundation
import TestSupport
import Testing

/// `perilune doctor` on this machine, and on one that gives less.
struct DoctorTests {
    private struct Report: Decodable {
        struct Check: Decodable {
            var name: String
            var holds: Bool
            var required: Bool
            var detail: String
            var advice: String?
        }
        var well: Bool
        var checks: [Check]

        func check(_ name: String) throws -> Check {
            try #require(checks.first { $0.name == name })
        }
    }

    private static let hasPython = (try? Console.shell("python3 -c 'import ctypes'"))?.status == 0
    private static let attempts = ["open", "socket", "fork", "execute", "code", "signal"]

    /// - Parameter refused: system calls that the kernel answers with an error.
    private func report(without refused: String? = nil) throws -> (Report, Int32?) {
        var line = "perilune doctor --format json"
        if let refused {
            let script = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Doctor/without.py").path
            line = "python3 \(script) \(refused) \(line)"
        }
        let run = try Console.shell(line, environment: ["TOKEN": "secret"])
        #expect(run.errors == "")
        return (try JSONDecoder().decode(Report.self, from: Data(run.out)), run.status)
    }

    @Test func `all that must hold does, with a secret in the environment`() throws {
        let (report, status) = try report()
        #expect(status == 0)
        #expect(report.well)
        for check in report.checks where check.required {
            #expect(check.holds, "\(check.name): \(check.detail)")
            #expect(check.advice == nil)
        }
        #expect(
            report.checks.map(\.name)
                == ["worker", "environment", "descriptors", "parent", "memory", "privileges"]
                + ["limits", "files", "calls"] + Self.attempts)
    }

    @Test(.enabled(if: hasPython, "there is no python3"))
    func `without a filter of system calls workers start, and doctor says what that means`() throws
    {
        let (report, status) = try report(without: "seccomp")
        #expect(status == 1)
        #expect(!report.well)
        let missing = report.checks.filter { $0.required && !$0.holds }
        #expect(missing.map(\.name) == ["calls"] + Self.attempts)
        let calls = try report.check("calls")
        #expect(calls.detail == "system calls (seccomp): operation not permitted")
        #expect(calls.advice?.contains("container") == true)
        // The limits behind it still say no to most.
        #expect(try report.check("open").detail.hasSuffix("though the system refused it"))
    }

    @Test(.enabled(if: hasPython, "there is no python3"))
    func `without Landlock nothing is lost`() throws {
        let (report, status) = try report(without: "landlock_create_ruleset")
        #expect(status == 0)
        #expect(report.well)
        let files = try report.check("files")
        #expect(!files.holds && !files.required)
        #expect(files.advice?.hasPrefix("Nothing is lost") == true)
    }

    @Test(arguments: ["<&-", "<&- 2>&-", "3</dev/null 9</dev/null"])
    func `workers start whatever the parent has open or closed`(_ redirection: String) throws {
        let run = try Console.shell("perilune doctor --format json \(redirection)")
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func `workers are waited for where the caller ignores the end of children`() throws {
        let run = try Console.shell("trap '' CHLD; exec perilune doctor --format json")
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func `the text has a line each, and colours where they are asked for`() throws {
        let text = try Console.perilune("doctor").output
        #expect(text.hasPrefix("perilune "))
        #expect(text.contains("\nok       calls        seccomp kills"))
        #expect(try Console.perilune("doctor", "--color", "always").output.contains("\u{1B}[32mok"))
    }

    @Test func `the worker's mode is for workers`() throws {
        for arguments in ["--worker", "--worker plugins 1 2 3", "--worker 1 0 0 0"] {
            let run = try Console.shell("perilune \(arguments)")
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("perilune: error: --worker is how perilune starts"))
        }
        // A parent that is not there.
        let run = try Console.shell("perilune --worker plugins 1 1000000000 0 0")
        #expect(run.status == 0)
        #expect(run.output == "" && run.errors == "")
    }
}
