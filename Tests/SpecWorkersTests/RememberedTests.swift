import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import Testing

@testable import SpecWorkers

/// What is known of documents is not asked again, and what is asked is said in the same order.
@Suite struct RememberedTests {
    private static let plugin = PluginFiles(
        name: "own", root: "own",
        files: [
            PluginFiles.File(
                path: "init.lua",
                bytes: Array(
                    """
                    local function rule(each, run)
                      return { summary = "s", severity = "error", each = each, run = run }
                    end
                    return {
                      checks = {
                        seen = rule("section", function(section, report)
                          report(section, "seen %s", section.title)
                        end),
                        picky = rule("spec", function(spec)
                          if spec.path == "3.md" then error("no") end
                          if spec.path == "5.md" then print("yes") end
                        end),
                        together = rule("workspace", function(workspace, report)
                          for _, spec in ipairs(workspace.specs) do
                            report(spec, "%s of %d", spec.title, #workspace.specs)
                          end
                        end),
                      },
                    }
                    """.utf8)),
            PluginFiles.File(
                path: "plugin.yml",
                bytes: Array("name: own\nversion: 1.0.0\ndescription: d\n".utf8)),
        ])

    /// Counts the documents that it is asked about.
    private final class Counter: CheckEngine {
        private let engine: LocalChecks
        var asked: [String] = []
        var together = 0

        init() throws {
            engine = LocalChecks(
                [try Plugin(RememberedTests.plugin)], TemplateReader(SpecReader()))
        }

        func check(
            _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
            accept: (Int, CheckedDocument) -> [RulesOfPlugin]
        ) {
            asked += documents.map(\.path)
            engine.check(documents, rules, wishes, accept: accept)
        }

        func checkWorkspace(
            _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
        ) -> CheckedTogether {
            together += 1
            return engine.checkWorkspace(documents, rules, wishes)
        }
    }

    private final class Store: CheckMemory {
        var values: [CheckKey: [UInt8]] = [:]

        func key(_ bytes: [UInt8]) -> CheckKey {
            // FNV-1a, twice: nobody here looks for two texts with one sum.
            var (high, low) = (0xcbf2_9ce4_8422_2325 as UInt64, 0x6c62_272e_07bb_0142 as UInt64)
            for byte in bytes {
                high = (high ^ UInt64(byte)) &* 0x100_0000_01b3
                low = (low ^ UInt64(byte)) &* 0x100_0000_01b3 &+ 1
            }
            return CheckKey(high: high, low: low)
        }

        func bytes(_ key: CheckKey) -> [UInt8]? { values[key] }

        func keep(_ bytes: [UInt8], as key: CheckKey) { values[key] = bytes }
    }

    private struct Said: Equatable {
        var findings: [[Finding]] = []
        var failures: [PluginFailure] = []
        var log: [String] = []
        var together: [CheckResult] = []
    }

    private static let each = [rules(["seen", "picky"])]

    private static func rules(_ names: [String]) -> RulesOfPlugin {
        RulesOfPlugin(
            plugin: "own",
            requests: names.map { CheckRequest(name: $0, severity: .warning, options: [:]) })
    }

    private func documents(_ count: Int = 8) -> [Document] {
        (0..<count).map { number in
            Document(
                path: "\(number).md",
                bytes: Array("# Title \(number)\n\n## Goals\n\n- [a](b.md)\n".utf8))
        }
    }

    private func run(
        _ documents: [Document], _ rules: [RulesOfPlugin] = each, by engine: some CheckEngine
    ) throws -> Said {
        var said = Said()
        var known: [KnownDocument] = []
        var next = 0
        try engine.check(documents, rules, CheckWishes(facts: .all)) { number, checked in
            #expect(number == next)
            next += 1
            said.findings.append(checked.reading + checked.results.flatMap(\.findings))
            said.failures += checked.results.flatMap(\.failures)
            said.log += checked.results.flatMap(\.log)
            if var document = checked.known {
                document.existing = Array(repeating: true, count: document.linkedFiles.count)
                known.append(document)
            }
            return rules
        }
        said.together = try engine.checkWorkspace(known, [Self.rules(["together"])], CheckWishes())
            .results
        return said
    }

    @Test func `nothing is asked twice but what failed or printed`() throws {
        let (counter, store) = (try Counter(), Store())
        let plain = try run(documents(), by: try Counter())
        #expect(plain.failures.count == 1)
        #expect(plain.log.count == 1)
        #expect(plain.together[0].findings.count == 8)
        let remembering = RememberedChecks(counter, store)
        #expect(try run(documents(), by: remembering) == plain)
        #expect(counter.asked.count == 8)
        #expect(counter.together == 1)
        counter.asked = []
        #expect(try run(documents(), by: remembering) == plain)
        #expect(counter.asked == ["3.md", "5.md"])
        #expect(counter.together == 1)
    }

    @Test func `what changes is asked again, and what looks at all of them`() throws {
        let (counter, store) = (try Counter(), Store())
        let remembering = RememberedChecks(counter, store)
        _ = try run(documents(), by: remembering)
        counter.asked = []
        var changed = documents()
        changed[6].bytes += Array("\nMore\n".utf8)
        #expect(try run(changed, by: remembering) == run(changed, by: try Counter()))
        #expect(counter.asked == ["3.md", "5.md", "6.md"])
        #expect(counter.together == 2)
        // Other rules, another template: all of them.
        counter.asked = []
        _ = try run(documents(), [Self.rules(["seen"])], by: remembering)
        changed = documents().map { document in
            var document = document
            document.template = "feature"
            return document
        }
        #expect(try run(changed, by: remembering) == run(changed, by: try Counter()))
        #expect(counter.asked.count == 16)
    }

    @Test func `facts that are lost are read again`() throws {
        let (counter, store) = (try Counter(), Store())
        let remembering = RememberedChecks(counter, store)
        let plain = try run(documents(), by: remembering)
        for (key, value) in store.values {
            // All but what was said of single documents.
            if (try? KeptCheck(frame: value)) == nil { store.values[key] = nil }
        }
        counter.asked = []
        #expect(try run(documents(), by: remembering) == plain)
        #expect(counter.asked.sorted() == (0..<8).map { "\($0).md" }.sorted())
    }

    @Test func `whatever is kept, no other bytes are believed`() throws {
        let (counter, store) = (try Counter(), Store())
        let remembering = RememberedChecks(counter, store)
        let documents = documents(1)
        let whole = try run(documents, by: remembering)
        let kept = store.values
        for (key, value) in kept {
            for count in 0..<value.count {
                store.values = kept
                store.values[key] = Array(value.prefix(count))
                #expect(try run(documents, by: remembering) == whole)
            }
            for place in value.indices {
                store.values = kept
                store.values[key]?[place] ^= 0xFF
                // Words may be other words where nothing guards them; places and rules may not.
                for finding in try run(documents, by: remembering).findings.joined() {
                    #expect(finding.location.path == "0.md")
                    #expect(finding.location.end.offset <= documents[0].bytes.count)
                    #expect(finding.severity == .warning || finding.rule.hasPrefix("reading/"))
                }
            }
        }
    }
}
