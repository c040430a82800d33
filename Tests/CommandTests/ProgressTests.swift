import Foundation
import TestSupport
import Testing

/// At a terminal, long work says how far it has come; nobody else is told.
@Suite struct ProgressTests {
    private let folder: TemporaryFolder

    /// A plugin that is slow enough for anybody to wonder, whatever the machine.
    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "slow/plugin.yml", "name: slow\nversion: 1.0.0\ndescription: takes its time\n")
        try folder.write(
            "slow/init.lua",
            """
            local function count(most)
              local sum = 0
              for number = 1, most do sum = sum + number % 7 end
              return sum
            end
            return {
              checks = {
                ["is-slow"] = {
                  summary = "counts for a while",
                  severity = "warning",
                  each = "spec",
                  run = function(spec, report) if count(5000000) == 0 then report(spec, "no") end end,
                },
              },
              exports = {
                sum = {
                  summary = "counts for a while",
                  extension = "txt",
                  run = function(_, artifact) artifact:write(count(80000000) .. "\\n") end,
                },
              },
            }

            """)
        try folder.write(
            "perilune.yml",
            """
            specs:
              - include: docs/*.md
            plugins:
              slow: { path: slow }
            limits:
              slow: { fuel: 2G }

            """)
        for number in 100..<130 { try folder.write("docs/\(number).md", "# \(number)\n") }
    }

    private func run(_ arguments: String...) throws -> (run: Console.Run, seconds: Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let run = try Console.atTerminal(arguments, in: folder.url) { _ in "" }
        return (run, Double((clock.now - start).components.seconds + 1))
    }

    /// What is on the screen at the end, where a line may be written anew.
    private func screen(_ run: Console.Run) -> String {
        run.errors.components(separatedBy: "\n").map { line in
            line.components(separatedBy: "\r\u{1B}[K").last ?? ""
        }.joined(separator: "\n")
    }

    private func draws(_ run: Console.Run) -> [String] {
        run.errors.components(separatedBy: "\r\u{1B}[K").dropFirst()
            .map { $0.components(separatedBy: "\n")[0] }.filter { $0.hasPrefix("perilune: ") }
    }

    @Test(arguments: ["1", "4"])
    func `a long check counts specs, and leaves its line empty`(_ jobs: String) throws {
        let (run, seconds) = try run("check", "--jobs", jobs)
        #expect(run.ending == .exited(0))
        #expect(run.output == "")
        #expect(screen(run) == "no findings in 30 specs\n")
        let draws = draws(run)
        #expect(!draws.isEmpty)
        #expect(Double(draws.count) <= 10 * seconds)
        let counts = draws.map { draw in
            draw.hasSuffix(" of 30 specs") ? Int(draw.split(separator: " ")[2]) : nil
        }
        #expect(draws.allSatisfy { $0.hasPrefix("perilune: checking ") })
        #expect(
            !counts.contains(nil) && counts.compactMap(\.self) == counts.compactMap(\.self).sorted()
        )
    }

    @Test func `a long export says so while its plugin works`() throws {
        let (run, seconds) = try run("export", "slow/sum")
        #expect(run.output == "239999997\n")
        #expect(screen(run) == "")
        let draws = draws(run)
        #expect(draws.last == "perilune: exporting 30 specs")
        #expect(Double(draws.count) <= 10 * seconds)
    }

    @Test func `who asked for quiet, and what is short, sees none`() throws {
        #expect(try run("check", "--quiet").run.errors == "")
        let short = try run("check", "--no-config", "docs/100.md", "--color", "never").run
        #expect(short.errors == "no findings in 1 spec\n")
    }

    @Test func `a file gets none`() throws {
        let run = try Console.perilune("check", "--jobs", "1", in: folder.url)
        #expect(run.errors == "no findings in 30 specs\n")
    }
}
