import Foundation
import SpecModel
import SpecPlugins
import TestSupport
import Testing

@testable import SpecWorkers

/// Two plugins over some texts: `kind`, and `cruel`, whose rule the fixture's hole knows.
struct PoolRun {
    let pool: WorkerPool
    let rules = ["kind": ["seen"], "cruel": ["deadly"]].sorted { $0.key > $1.key }.map {
        RulesOfPlugin(
            plugin: $0.key,
            requests: $0.value.map { CheckRequest(name: $0, severity: .error, options: [:]) })
    }
    let togetherRules = ["kind": "together", "cruel": "deadly-together"]
        .sorted { $0.key > $1.key }.map {
            RulesOfPlugin(
                plugin: $0.key,
                requests: [CheckRequest(name: $0.value, severity: .error, options: [:])])
        }

    struct Report {
        var reading: [Finding] = []
        var findings: [Finding] = []
        var failures: [PluginFailure] = []
    }

    /// - Parameter note: the last line of each `plugin.yml`.
    init(
        _ workers: Int, limits: PluginLimits = PluginLimits(), program: String? = nil,
        note: String = ""
    ) {
        let options = WorkerPool.Options(
            program: program ?? Console.built("spec-worker-fixture").path, arguments: [],
            workers: workers, requiresLock: false)
        pool = WorkerPool(
            [
                Self.plugin("kind", "seen", "together", note),
                Self.plugin("cruel", "deadly", "deadly-together", note),
            ]
            .map { WorkerPlugin(files: $0, limits: limits) }, options)
    }

    /// - Parameter words: of each document beside its text; as many as make it worth a worker's start.
    func documents(_ texts: [String], words: Int = 1 << 13) -> [Document] {
        let padding = String(repeating: "word\n\n", count: words)
        return texts.enumerated().map { index, text in
            Document(path: "\(index).md", bytes: Array((text + padding).utf8))
        }
    }

    func check(_ texts: [String], words: Int = 1 << 13) throws -> Report {
        var report = Report()
        var next = 0
        try pool.check(documents(texts, words: words), rules, CheckWishes()) { index, checked in
            #expect(index == next)
            next += 1
            report.reading += checked.reading
            report.findings += checked.results.flatMap(\.findings)
            report.failures += checked.results.flatMap(\.failures)
            return rules
        }
        #expect(next == texts.count)
        return report
    }

    private static func plugin(
        _ name: String, _ rule: String, _ together: String, _ note: String
    ) -> PluginFiles {
        let code = """
            return {
              checks = {
                ["\(rule)"] = {
                  summary = "a spec is there", severity = "error", each = "spec",
                  run = function(spec, report) report(spec, "seen") end,
                },
                ["\(together)"] = {
                  summary = "specs are there", severity = "error", each = "workspace",
                  run = function(workspace, report)
                    report(workspace.specs[1], #workspace.specs .. " specs")
                  end,
                },
              },
              transforms = {
                louder = {
                  summary = "goals shout", each = "goal",
                  run = function(goal, edit)
                    print(goal.spec.path)
                    if goal.text == "fails" then error("no") end
                    edit:set(goal, "text", goal.text .. "!")
                  end,
                },
                ["louder-together"] = {
                  summary = "goals shout their numbers", each = "workspace",
                  run = function(workspace, edit)
                    for n, goal in ipairs(workspace:items "goal") do
                      if goal.text == "fails" then error("no") end
                      local id = workspace:next_id "G"
                      edit:set(goal, "text", id .. (goal.spec.selected and "" or " of others"))
                    end
                    print(#workspace.specs .. " specs")
                  end,
                },
              },
              exports = {
                list = {
                  summary = "paths", extension = "txt",
                  run = function(workspace, artifact)
                    print(#workspace.specs .. " specs")
                    for _, spec in ipairs(workspace.specs) do
                      artifact:write(spec.path .. "\\n")
                    end
                  end,
                },
              },
            }
            """
        let manifest = "name: \(name)\nversion: 1.0.0\ndescription: said in the file\n\(note)\n"
        return PluginFiles(
            name: name, root: name,
            files: [
                PluginFiles.File(path: "init.lua", bytes: Array(code.utf8)),
                PluginFiles.File(path: "plugin.yml", bytes: Array(manifest.utf8)),
            ])
    }
}
