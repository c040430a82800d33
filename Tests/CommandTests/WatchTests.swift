import Foundation
import TestSupport
import Testing

/// `perilune check --watch` checks again when something has changed, once for each change, and not
/// when nothing has.
@Suite struct WatchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("work/docs/a.md", "# A\n\nTBD\n")
        try folder.write("work/plugin/plugin.yml", "name: own\nversion: 1.0.0\ndescription: d\n")
        try folder.write("work/plugin/init.lua", Self.plugin("one"))
        try folder.write("new/b.md", "# B\n\n[x](gone.md)\n")
        try folder.write("new/a.md", "# A\n\nTODO\n")
        try folder.write("new/sub/c.md", "# C\n\nTBD\n")
        try folder.write(
            "new/own.yml", "preset: minimal\nplugins: { own: { path: plugin }, links: bundled }\n")
        try folder.write("new/wrong.yml", "preset: least\n")
        try folder.write("new/init.lua", Self.plugin("two"))
        try folder.write("new/gone.md", "# Gone\n")
    }

    private static func plugin(_ word: String) -> String {
        """
        return { checks = { said = {
          summary = "s", severity = "info", each = "spec",
          run = function(spec, report) report(spec, "\(word)") end,
        } } }

        """
    }

    /// What is printed as each line of `sh` has been run. What it changes it changes at once, so that
    /// each of them is one change.
    private func session(_ arguments: String, _ steps: [String]) throws -> String {
        let script =
            """
            mkfifo ../said
            : > ../found
            perilune check --watch \(arguments) >> ../found 2> ../said &
            exec 3< ../said
            await() {
              while read -r line <&3; do
                case $line in *watching*) cat ../found; : > ../found; return;; esac
                echo "$line" >> ../found
              done
              echo ended
            }
            await

            """
            + steps.map { step in
                """
                echo '$ \(step)'
                \(step)
                await

                """
            }.joined()
                + """
                kill -INT $!
                wait $!
                echo "? $?"
                """
        let run = try Console.shell(script, in: folder.path("work"), timeout: 600)
        #expect(run.errors == "")
        return run.output
    }

    @Test func `each change is seen once`() throws {
        let said = try session(
            "docs --format text",
            [
                "mv ../new/b.md docs", "mv ../new/a.md docs/a.md", "mv ../new/gone.md docs",
                "mv ../new/sub docs", "rm docs/b.md", "mv ../new/own.yml perilune.yml",
                "mv ../new/init.lua plugin", "mv ../new/wrong.yml perilune.yml", "rm perilune.yml",
                "mv docs gone", "mv gone docs", "rm docs/sub/c.md",
            ])
        try Golden.compare(
            said,
            with: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Watching/changes.txt"))
    }

    @Test func `what it cannot do is said`() throws {
        for arguments in ["--fix", "--diff", "--baseline", "-", "--files-from -"] {
            let run = try Console.shell(
                "perilune check --watch \(arguments) </dev/null", in: folder.path("work"))
            #expect(run.status == 2)
            #expect(run.errors.contains("--watch looks"))
        }
        let run = try Console.shell(
            "perilune check --watch --root nowhere", in: folder.path("work"))
        #expect(run.status == 2)
    }
}
