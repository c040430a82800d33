import Foundation
import TestSupport
import Testing

/// What is said does not depend on how many workers there are, on either stream, also where rules are
/// taken out that keep hitting limits: workers look at documents ahead of their turn, with rules
/// that are out when their turn comes.
struct JobsTests {
    private static let plugin = """
        local function rule(run)
          return { summary = "x", severity = "warning", each = "spec", run = run }
        end
        local function number(spec) return tonumber(spec.path:match("%d+")) end

        return {
          checks = {
            -- Out after the fourth document.
            endless = rule(function(spec)
              print("endless", spec.path)
              if number(spec) > 101 then while true do end end
            end),
            -- Takes what another needs.
            greedy = rule(function(spec, report)
              report(spec, "greedy %s", spec.path)
              local n = number(spec) - 100
              for i = 1, 700000 do end
              if n > 4 and n < 8 then while true do end end
            end),
            hungry = rule(function(spec, report)
              print("hungry", spec.path)
              for i = 1, 400000 do end
              report(spec, "hungry %s", spec.path)
            end),
            quiet = rule(function(spec, report) report(spec, "quiet %s", spec.path) end),
            together = {
              summary = "x", severity = "warning", each = "workspace",
              run = function(workspace) print("together", #workspace.specs) end,
            },
          },
        }
        """

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("own/init.lua", Self.plugin)
        try folder.write("own/plugin.yml", "name: own\nversion: 1.0.0\ndescription: x\n")
        try folder.write(
            "perilune.yml",
            """
            plugins: { own: { path: own } }
            limits: { own: { fuel: 1M } }
            overrides: [{ include: "docs/12*.md", checks: { own/quiet: info, hungry: off } }]
            """)
        for number in 1...40 {
            // Each third document is silent about a rule, and about one that says nothing of it.
            let comment =
                number % 3 == 0
                ? "\n<!-- perilune-disable-file own/quiet, own/together -- why -->\n" : ""
            try folder.write("docs/\(number + 100).md", "# Number \(number)\n" + comment)
        }
    }

    private func check(_ arguments: String) throws -> Console.Run {
        try Console.shell("perilune check docs \(arguments)", in: folder.url)
    }

    @Test func `both streams are the same for any number of jobs`() throws {
        let one = try check("--sandbox off --jobs 1")
        #expect(one.status == 3)
        // Not run on documents whose turn came when it was out.
        let said = one.errors.split(separator: "\n").filter { $0.hasPrefix("own: endless") }
        #expect(said.count < 10)
        #expect(one.output.contains("quiet docs/140.md"))
        #expect(!one.output.contains("quiet docs/139.md"))
        #expect(one.output.contains("docs/125.md:1:1: info: quiet"))
        #expect(!one.output.contains("hungry docs/125.md"))
        #expect(one.errors.contains("; 13 suppressed"))
        #expect(one.errors.contains("not run on the last"))
        for arguments in ["--jobs 1", "--jobs 2", "--jobs 3", "--jobs 8", "--jobs 40"] {
            let run = try check(arguments)
            #expect(run.out == one.out, "\(arguments)")
            #expect(run.err == one.err.withoutWarning, "\(arguments)")
        }
    }
}

extension [UInt8] {
    /// Without what is said where there is no sandbox.
    fileprivate var withoutWarning: [UInt8] {
        let lines = String(decoding: self, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("perilune: warning: --sandbox off") }
        return Array(lines.joined(separator: "\n").utf8)
    }
}
