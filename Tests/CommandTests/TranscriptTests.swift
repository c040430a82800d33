import Foundation
import TestSupport
import Testing

/// Each `Transcripts/NAME.md` is a session at a console. Its blocks are run in order in one
/// temporary folder, which begins as a copy of `Transcripts/NAME/` where there is one:
///
///     ```console
///     $ perilune check nothing.md
///     perilune: error: nothing.md: no such file or folder
///     ? 2
///     ```
///
/// What follows a `$` line is what the command printed, on either stream, as it came; `?` and the
/// exit code stand below it where the code is not 0. What the command notes of its user is gone with
/// it. Times that steps take read `0.00 s`. git has an identity and a day of its own. `UPDATE_GOLDEN=1`
/// rewrites the blocks.
@Suite struct Transcripts {
    @Test(arguments: Fixture.files("Transcripts", extension: "md").filter(isTranscript))
    func session(_ transcript: Fixture) throws {
        let folder = try TemporaryFolder()
        let start = transcript.url.deletingPathExtension()
        if FileManager.default.fileExists(atPath: start.path) {
            try folder.copy(start, to: "session")
        } else {
            try folder.write("session/.keep", "")
        }
        try Golden.compare(
            try replay(transcript.text(), in: folder.path("session")), with: transcript.url)
    }

    private static func isTranscript(_ fixture: Fixture) -> Bool {
        !fixture.name.contains("/")
    }

    /// The transcript as it would read today.
    private func replay(_ text: String, in folder: URL) throws -> String {
        var result: [String] = []
        var isConsole = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```console" {
                isConsole = true
            } else if line == "```" {
                isConsole = false
            } else if isConsole {
                // Old output makes way for the new.
                if line.hasPrefix("$ ") { result += try run(String(line.dropFirst(2)), folder) }
                continue
            }
            result.append(String(line))
        }
        return result.joined(separator: "\n")
    }

    private func run(_ command: String, _ folder: URL) throws -> [String] {
        let user = folder.deletingLastPathComponent()
        let run = try Console.shell(
            "{ \(command)\n} 2>&1", in: folder,
            environment: GitSource.environment.merging([
                "HOME": user.appending(path: "home").path,
                "XDG_STATE_HOME": user.appending(path: "state").path,
            ]) { $1 })
        var lines = ["$ \(command)"]
        var output = run.output
        if output.hasSuffix("\n") { output.removeLast() }
        if !run.output.isEmpty {
            lines += output.split(separator: "\n", omittingEmptySubsequences: false).map {
                // How long a step of a pipeline took.
                String($0).replacing(/^(perilune: .*: )[0-9]+\.[0-9]{2} s$/) { "\($0.1)0.00 s" }
            }
        }
        if run.ending != .exited(0) {
            lines.append(run.status.map { "? \($0)" } ?? "? \(run.ending)")
        }
        return lines
    }
}
