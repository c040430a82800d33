import Foundation
import TestSupport
import Testing

/// Where the time went is told by phase, plugin and rule, and telling it changes nothing else.
@Suite struct TimingsTests {
    private let folder: TemporaryFolder

    /// One rule that takes a while, one that does not, one that hits a limit, one over all specs, and
    /// one that has nothing to look at.
    private static let plugin = """
        local function burn(turns) for _ = 1, turns do end end
        return {
          checks = {
            slow = {
              summary = "s", severity = "info", each = "spec",
              run = function(spec, report) burn(3e6) report(spec, "seen") end,
            },
            quick = { summary = "s", severity = "info", each = "section", run = function() end },
            endless = {
              summary = "s", severity = "info", each = "spec",
              run = function(spec) if spec.path:find "3" then burn(math.huge) end end,
            },
            together = {
              summary = "s", severity = "info", each = "workspace", run = function() burn(1e6) end,
            },
            absent = { summary = "s", severity = "info", each = "risk", run = function() end },
          },
        }
        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "own/plugin.yml",
            "name: own\nversion: 1.0.0\ndescription: d\n")
        try folder.write("own/init.lua", Self.plugin)
        try folder.write(
            "perilune.yml",
            "plugins:\n  own: { path: own }\nlimits:\n  own: { fuel: 20M }\n")
        for number in 0..<12 {
            try folder.write("docs/\(number).md", "# Spec \(number)\n\n## Goals\n\nIt is fast.\n")
        }
    }

    private struct Timings: Decodable {
        struct Phase: Decodable {
            var phase: String
            var nanoseconds: Int
        }
        struct Spent: Decodable {
            var reading: Int
            var aroundRules: Int
            var plugins: [Plugin]

            enum CodingKeys: String, CodingKey {
                case reading, plugins
                case aroundRules = "around_rules"
            }
        }
        struct Plugin: Decodable {
            var plugin: String
            var nanoseconds: Int
            var rules: [Rule]
        }
        struct Rule: Decodable {
            var rule: String
            var nanoseconds: Int
            var runs: Int
        }
        var jobs: Int
        var specs: Int
        var specsLookedAt: Int
        var elapsed: [Phase]
        var spent: Spent

        enum CodingKeys: String, CodingKey {
            case jobs, specs, elapsed, spent
            case specsLookedAt = "specs_looked_at"
        }
    }

    private func timings(_ arguments: String) throws -> Timings {
        _ = try Console.shell(
            "perilune check -q --timings-file times.json \(arguments)", in: folder.url)
        return try JSONDecoder().decode(
            Timings.self, from: Data(contentsOf: folder.path("times.json")))
    }

    @Test(arguments: ["--jobs 1", "--jobs 3", "--sandbox off"])
    func `what each rule took is told`(_ how: String) throws {
        let times = try timings("--no-cache \(how)")
        #expect(times.specs == 12)
        #expect(times.specsLookedAt == 12)
        #expect(times.jobs == (how == "--jobs 3" ? 3 : 1))
        #expect(times.spent.reading > 0)
        #expect(times.spent.aroundRules > 0)
        #expect(times.elapsed.map(\.phase).contains("specs checked"))
        #expect(times.elapsed.allSatisfy { $0.nanoseconds >= 0 })
        let own = try #require(times.spent.plugins.first { $0.plugin == "own" })
        #expect(own.nanoseconds == own.rules.reduce(0) { $0 + $1.nanoseconds })
        let sums = times.spent.plugins.map(\.nanoseconds)
        #expect(sums == sums.sorted(by: >))
        let rules = Dictionary(uniqueKeysWithValues: own.rules.map { ($0.rule, $0) })
        #expect(Set(rules.keys) == ["own/slow", "own/quick", "own/endless", "own/together"])
        let slow = try #require(rules["own/slow"])
        #expect(slow.runs >= 12)
        #expect(slow.nanoseconds > rules["own/quick"]?.nanoseconds ?? 0)
        #expect(rules["own/together"]?.runs == 1)
    }

    @Test func `what is known from the cache took nothing`() throws {
        try folder.write(
            "own/init.lua", Self.plugin.replacing("burn(math.huge)", with: "burn(1)"))
        for number in 12..<40 { try folder.write("docs/\(number).md", "# Spec \(number)\n") }
        #expect(try timings("").specsLookedAt == 40)
        let warm = try timings("")
        #expect(warm.specsLookedAt == 0)
        #expect(warm.specs == 40)
        #expect(warm.spent.plugins.isEmpty)
        try folder.write("docs/7.md", "# Seven\n")
        #expect(try timings("").specsLookedAt == 1)
        let text = try Console.shell("perilune check -q --timings", in: folder.url)
        #expect(text.errors.contains("0 specs looked at, 40 known from the cache"))
    }

    @Test func `findings are the same with it`() throws {
        let plain = try Console.shell("perilune check --no-cache --format json", in: folder.url)
        let timed = try Console.shell(
            "perilune check --no-cache --format json --timings --timings-file t.json",
            in: folder.url)
        #expect(timed.out == plain.out)
        #expect(timed.status == plain.status)
        #expect(timed.errors.contains("own/slow"))
        #expect(timed.errors.contains("wrote t.json"))
        let wrong = try Console.shell(
            "perilune check -q --timings-file nowhere/t.json", in: folder.url)
        #expect(wrong.errors.contains("nowhere/t.json"))
        #expect(wrong.status == plain.status)
    }
}
