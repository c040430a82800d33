import Foundation
import TestSupport
import Testing

/// Rules run without the meter first. Nobody can tell: where the signal that looks after trials is ignored from the
/// start, there are none, and all is said in the same bytes.
struct TrialTests {
    private static let metered = "trap '' VTALRM; "

    private func same(_ line: String, in folder: URL) throws -> Console.Run {
        let tried = try Console.shell(line, in: folder, timeout: 300)
        let metered = try Console.shell(Self.metered + line, in: folder, timeout: 300)
        #expect(tried.out == metered.out)
        #expect(tried.err == metered.err)
        #expect(tried.ending == metered.ending)
        return tried
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: [1, 2])
    func `bundled rules find the same`(jobs: Int) throws {
        let folder = try TemporaryFolder()
        for (number, bytes) in try Generated.documents(60, seed: 9).enumerated() {
            try folder.write("generated/\(number).md", bytes)
        }
        try folder.copy(try Shared.path("corpus/specs"), to: "corpus")
        try folder.copy(try Shared.path("seeds"), to: "seeds")
        try folder.write("perilune.yml", "preset: strict\n")
        let run = try same("perilune check --jobs \(jobs) --format json", in: folder.url)
        #expect(run.status == 1)
        #expect(run.out.count > 10_000)
    }

    /// Bundled plugins share a state that is not set back in front of each spec.
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `bundled plugins say of a spec what they say where it is alone`() throws {
        let folder = try TemporaryFolder()
        for (number, bytes) in try Generated.documents(30, seed: 4).enumerated() {
            try folder.write("docs/\(100 + number).md", bytes)
        }
        try folder.write("perilune.yml", "preset: strict\n")
        let workspace = [
            "links/file-exists", "links/spec-link-exists", "requirements/id-unique-in-workspace",
        ]
        let ignored = workspace.joined(separator: ",")
        let line = "perilune check -q --no-cache --jobs 1 --ignore \(ignored)"
        let all = try Console.shell("\(line) docs", in: folder.url)
        let alone = try Console.shell("for spec in docs/*; do \(line) $spec; done", in: folder.url)
        #expect(all.out.count > 1_000)
        #expect(all.out == alone.out)
        #expect(all.err == alone.err)
    }

    private static let keeper = """
        local seen, cache = 0, {}
        total = 0

        local function rule(run)
          return { summary = "x", severity = "warning", each = "spec", run = run }
        end

        return {
          checks = {
            counts = rule(function(spec, report)
              seen, total = seen + 1, total + 1
              cache[#cache + 1] = spec.path
              print(seen, total, table.concat(cache, " "))
              report(spec, "%d %d", seen, total)
            end),
            errs = rule(function(spec) if spec.path:find "2" then error "no" end end),
            long = rule(function(spec, report)
              -- Longer than a trial runs uncounted, and far below the limit.
              local n = 0
              for i = 1, spec.path:find "3" and 2e7 or 1 do n = n + i end
              report(spec, "%d", n)
            end),
            loops = rule(function(spec) if spec.path:find "4" then while true do end end end),
          },
        }
        """

    private func keepers() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("own/init.lua", Self.keeper)
        try folder.write("own/plugin.yml", "name: own\nversion: 1.0.0\ndescription: x\n")
        try folder.write("perilune.yml", "plugins: { own: { path: own } }\n")
        for number in 1...5 { try folder.write("docs/\(number).md", "# Number \(number)\n") }
        return folder
    }

    @Test(arguments: ["--sandbox off", "--jobs 1", "--jobs 2"])
    func `what a plugin keeps is gone with the next spec`(arguments: String) throws {
        let folder = try keepers()
        let run = try Console.shell(
            "perilune check --select own/counts \(arguments) docs", in: folder.url)
        #expect(run.status == 0)
        #expect(
            run.output.split(separator: "\n").map(String.init)
                == (1...5).map { "docs/\($0).md:1:1: warning: 1 1 [own/counts]" })
        #expect(run.errors.contains("own: 1\\t1\\tdocs/5.md"))
    }

    @Test(arguments: ["--sandbox off", "--jobs 1"])
    func `errors and limits are those of the meter`(arguments: String) throws {
        let folder = try keepers()
        let run = try same(
            "perilune check --ignore own/counts --select own \(arguments) docs", in: folder.url)
        #expect(run.status == 3)
        #expect(run.errors.contains("fuel limit of 200,000,000 instructions reached"))
        #expect(run.output.contains("docs/3.md:1:1: warning: 200000010000000"))
    }
}
