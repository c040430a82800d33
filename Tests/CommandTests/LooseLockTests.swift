import Foundation
import TestSupport
import Testing

/// Plugins where the kernel does not give a worker its whole lock, as in some containers.
struct LooseLockTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// What becomes of a line that runs `perilune` where there is no seccomp.
    private func run(_ line: String, _ environment: [String: String] = [:]) throws -> Console.Run {
        let script = Self.folder.appending(path: "Doctor/without.py").path
        return try Console.shell(
            "python3 \(script) seccomp \(line)",
            in: Self.folder.appending(path: "Transcripts/sandbox"), environment: environment)
    }

    @Test func `plugins run, and it is said once`() throws {
        let run = try run("perilune check")
        #expect(run.status == 1)
        #expect(run.output.contains("reached 0 of 6 [nosy/reach]"))
        let warning = "perilune: warning: this system does not lock the system calls (seccomp) of a"
        #expect(run.errors.components(separatedBy: warning).count == 2)
    }

    @Test(arguments: ["perilune check --require-sandbox", "perilune check"])
    func `where a lock is required no plugin of a stranger runs, and the others do`(
        _ line: String
    ) throws {
        let isAsked = line.hasSuffix("--require-sandbox")
        let run = try run(line, isAsked ? [:] : ["CI": "true"])
        #expect(run.status == 3)
        #expect(!run.output.contains("nosy"))
        #expect(run.errors.contains("nosy: plugin failure: it is not run: its worker was refused"))
        #expect(!run.errors.contains("placeholders: plugin failure"))
    }

    @Test func `where a lock is required no manifest of a stranger is read, and documents are`()
        throws
    {
        let run = try run("perilune model --require-sandbox docs/b.md")
        #expect(run.status == 3)
        #expect(run.output.hasPrefix("docs/b.md\n"))
        #expect(run.errors.contains("nosy: plugin failure: it is not read: its worker was refused"))
    }

    @Test(arguments: ["model", "query risk", "rules", "explain nosy/reach", "plugin test nosy"])
    func `a manifest is read, and it is said once`(_ command: String) throws {
        let run = try run("perilune \(command)")
        #expect(run.status == 0)
        let warning = "perilune: warning: this system does not lock the system calls (seccomp) of a"
        #expect(run.errors.components(separatedBy: warning).count == 2)
    }

    @Test func `in CI it can be allowed`() throws {
        let run = try run("perilune check --no-require-sandbox", ["CI": "true"])
        #expect(run.status == 1)
        #expect(run.output.contains("reached 0 of 6 [nosy/reach]"))
    }
}
