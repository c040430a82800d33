import Foundation
import TestSupport
import Testing

/// Much honest work passes with the limits as they are: a sandbox that stops everybody is of no use.
struct LargeSpecTests {
    private static let plugin = """
        local checks = {}
        for n = 1, 30 do
          checks["rule-" .. n] = {
            summary = "x", severity = "warning", each = "requirement",
            run = function(requirement, report)
              local number = tonumber(requirement.id:match "^R%-(%d+)$")
              if not number then report(requirement:at "id", "no number") end
              if text.is_blank(requirement.text) then report(requirement, "no text") end
              if number % 1000 == n then
                report(requirement:at "text", "%s: rule %d", requirement.id, n)
              end
            end,
          }
        end
        return { checks = checks }
        """

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("own/init.lua", Self.plugin)
        try folder.write("own/plugin.yml", "name: own\nversion: 1.0.0\ndescription: x\n")
        try folder.write("perilune.yml", "plugins: { own: { path: own } }\n")
        let rows = (1...20_000).map { "|R-\($0)|Does \($0)|\n" }.joined()
        let heading = "# A\n\n## Functional Requirements\n\n|ID|Requirement|\n|-|-|\n"
        try folder.write("a.md", heading + rows)
    }

    @Test func `20,000 requirements are checked by 30 rules, here and in a worker`() throws {
        let findings = (0..<20).flatMap { thousand in
            (1...30).map { rule in
                let number = thousand * 1000 + rule
                let column = "|R-\(number)|".utf8.count + 1
                return "a.md:\(number + 6):\(column): warning: R-\(number): rule \(rule) "
                    + "[own/rule-\(rule)]"
            }
        }
        let expected = findings.joined(separator: "\n") + "\n"
        for arguments in ["", "--sandbox off"] {
            let run = try Console.shell("perilune check a.md \(arguments)", in: folder.url)
            #expect(run.status == 0)
            #expect(run.output == expected)
            #expect(run.errors.hasSuffix("600 warnings in 1 spec\n"))
        }
    }

    @Test func `what a plugin may do grows with the spec, whatever it looks at of it`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "own/init.lua",
            """
            return { checks = { long = {
              summary = "x", severity = "warning", each = "spec",
              run = function(spec, report)
                local n = 0
                for i = 1, 1e8 do n = n + i end
                report(spec, "%d", n)
              end,
            } } }
            """)
        try folder.write("own/plugin.yml", "name: own\nversion: 1.0.0\ndescription: x\n")
        try folder.write("perilune.yml", "plugins: { own: { path: own } }\n")
        try folder.write("small.md", "# Small\n")
        try folder.write(
            "large.md", "# Large\n\n" + String(repeating: "A line of text.\n\n", count: 150_000))
        let run = try Console.shell("perilune check --select own --jobs 1", in: folder.url)
        #expect(run.status == 3)
        #expect(run.output == "large.md:1:1: warning: 5000000050000000 [own/long]\n")
        #expect(run.errors.contains("fuel limit of 200,000,000 instructions reached"))
    }
}
