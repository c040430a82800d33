import Foundation
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// What the exports write, read by somebody else's CSV reader.
@Suite struct CSVReadBackTests {
    private static let hasPython = (try? Console.shell("command -v python3"))?.status == 0

    private static let reader = """
        import csv, json, sys
        rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
        print(json.dumps(rows))
        """

    /// All specs that stand beside the plugins, exported together and read by Python. What transforms
    /// are expected to make of some says the same once more.
    private func rows(_ plugin: String) throws -> [[String]] {
        var session = try PluginSession(Plugin(#require(PluginFiles.bundled(plugin))))
        let files = Fixture.files("../../plugins", extension: "md").filter {
            !$0.name.contains(".expected/")
        }
        let specs = try files.map { SpecReader().read(try $0.bytes(), path: $0.name) }
        let artifact = try session.export("csv", specs, options: [:])
        let folder = try TemporaryFolder()
        let file = try folder.write("export.csv", artifact.bytes)
        let script = try folder.write("read.py", Self.reader)
        let run = try Console.shell("python3 \(script.path) \(file.path)")
        #expect(run.errors == "")
        return try JSONDecoder().decode([[String]].self, from: Data(run.out))
    }

    @Test(
        .enabled(if: hasPython, "needs python3, whose csv module is the other reader"),
        arguments: ["risk-register", "jira-issues"])
    func everyRowHasEveryColumn(_ plugin: String) throws {
        let rows = try rows(plugin)
        #expect(rows.count > 10)
        #expect(Set(rows.map(\.count)).count == 1)
    }

    @Test(.enabled(if: hasPython, "needs python3, whose csv module is the other reader"))
    func everyParentIsAnEarlierIssue() throws {
        let rows = try rows("jira-issues")
        let header = try #require(rows.first)
        let id = try #require(header.firstIndex(of: "Issue ID"))
        let parent = try #require(header.firstIndex(of: "Parent"))
        let summary = try #require(header.firstIndex(of: "Summary"))
        var seen: Set<String> = []
        var children = 0
        for row in rows.dropFirst() {
            if !row[parent].isEmpty {
                children += 1
                #expect(seen.contains(row[parent]))
            }
            #expect(seen.insert(row[id]).inserted)
            #expect(!row[summary].isEmpty && row[summary].count <= 255)
            #expect(!row[summary].contains { $0.isNewline })
        }
        #expect(children > 4)
        #expect(Set(rows.dropFirst().compactMap(\.last)).count == rows.count - 1)
    }

    @Test(.enabled(if: hasPython, "needs python3, whose csv module is the other reader"))
    func theRegisterIsSorted() throws {
        let rows = try rows("risk-register")
        let score = try #require(rows.first?.firstIndex(of: "Score"))
        let scores = rows.dropFirst().map { Int($0[score]) ?? 0 }
        #expect(scores == scores.sorted(by: >))
        #expect(Set(rows.dropFirst().map { $0[0] }).count == rows.count - 1)
    }

    @Test(arguments: ["risk-register", "jira-issues"])
    func theSameRunTwiceGivesTheSameBytes(_ name: String) throws {
        let specs = try Fixture.files("../../plugins", extension: "md").map {
            SpecReader().read(try $0.bytes(), path: $0.name)
        }
        let plugin = try Plugin(#require(PluginFiles.bundled(name)))
        var one = try PluginSession(plugin)
        var other = try PluginSession(plugin)
        let first = try one.export("csv", specs, options: [:])
        #expect(try one.export("csv", specs, options: [:]) == first)
        #expect(try other.export("csv", specs.reversed(), options: [:]) == first)
    }
}
