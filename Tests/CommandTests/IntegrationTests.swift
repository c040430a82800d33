import Foundation
import TestSupport
import Testing
import Yaml

/// The files by which other tools start Perilune: what they say is what those tools expect, and the
/// commands in them do their work.
struct IntegrationTests {
    private static let hooks = ".pre-commit-hooks.yaml"
    private static let action = ".github/actions/check/action.yml"

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: [
            (hooks, "pre-commit-hooks.schema.json"), (action, "github-action.schema.json"),
        ])
    func `a file is what its tool reads`(_ file: String, _ schema: String) throws {
        let folder = try TemporaryFolder()
        let node = try Self.yaml(file)
        try folder.write("file.json", Self.json(node))
        let schema = try Shared.path("schemas/\(schema)").path
        let run = try Console.shell(
            """
            for python in python3 /usr/bin/python3; do
                "$python" -c 'import jsonschema' 2>/dev/null && break
            done
            "$python" -c 'import json, jsonschema, sys
            jsonschema.validate(json.load(open("file.json")), json.load(open(sys.argv[1])))' '\(schema)'
            """, in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `each hook checks what it is given, or everything`() throws {
        let folder = try Self.workspace()
        for hook in try Self.yaml(Self.hooks).list("hooks") {
            let entry = try #require(hook["entry"]).string("entry")
            let isGivenFiles = try hook["pass_filenames"]?.boolean("pass_filenames") ?? true
            let run = try Console.shell(entry + (isGivenFiles ? " b.md" : ""), in: folder.url)
            #expect(run.status == (isGivenFiles ? 0 : 1), "\(run.output)\(run.errors)")
        }
    }

    @Test func `the action annotates, leaves a report and fails where it should`() throws {
        let folder = try Self.workspace()
        let steps = try #require(Self.yaml(Self.action)["runs"]?["steps"]).list("steps")
        let step = try #require(steps.last)
        let script = try #require(step["run"]).string("run")
        try folder.write("script.sh", "set -eo pipefail\n" + script)
        for (paths, failOn, status) in [("", "error", 1), ("", "never", 0), ("b.md", "error", 0)] {
            let run = try Console.shell(
                """
                export PERILUNE=$(command -v perilune) GITHUB_OUTPUT=outputs SARIF=out.sarif
                export PATHS='\(paths)' FAIL_ON=\(failOn)
                bash script.sh
                """, in: folder.url)
            #expect(Int(run.status ?? -1) == status, "\(run.output)\(run.errors)")
            #expect(run.output.contains("::error ") == paths.isEmpty)
        }
        let outputs = try String(contentsOf: folder.path("outputs"), encoding: .utf8)
        #expect(outputs.hasPrefix("sarif=out.sarif\n"))
        let report = try String(contentsOf: folder.path("out.sarif"), encoding: .utf8)
        #expect(report.contains("\"version\": \"2.1.0\""))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are a script of the shell, and know the commands`(_ shell: String) throws {
        let script = try Console.perilune("completions", shell)
        #expect(script.status == 0)
        for word in ["check", "export", "baseline"] { #expect(script.output.contains(word)) }
        if shell == "bash" {
            #expect(try Console.shell("perilune completions bash | bash -n").status == 0)
        }
    }

    private static let hasMandoc = (try? Console.shell("command -v mandoc"))?.status == 0
    private static let man = Repository.path("Sources/PeriluneCommand/Man/perilune.1")

    /// `perilune man` prints what the tests make of the commands.
    @Test func `the manual page is made of the commands`() throws {
        let dump = try Console.perilune("--experimental-dump-help")
        try Golden.compare(try ManualPage(dump: Data(dump.out)).text, with: Self.man)
        let printed = try Console.perilune("man")
        #expect(printed.status == 0)
        #expect(try printed.out.elementsEqual(Data(contentsOf: Self.man)))
    }

    @Test(.enabled(if: hasMandoc, "there is no mandoc: install mandoc"))
    func `the manual page is one`() throws {
        let lint = try Console.shell("mandoc -T lint -W warning '\(Self.man.path)'")
        #expect(lint.status == 0, "\(lint.output)")
        let shown = try Console.shell("mandoc -T utf8 '\(Self.man.path)' | col -b")
        for text in ["PERILUNE(1)", "perilune plugin test", "--fail-on fail-on", "EXIT STATUS"] {
            #expect(shown.output.contains(text), "\(text)")
        }
    }

    /// One spec with an error, one without.
    private static func workspace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("perilune.yml", "specs:\n  - include: '*.md'\n")
        try folder.write(
            "a.md",
            "# A\n\n## Risks\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n| X | High | |\n")
        try folder.write("b.md", "# B\n\nAll is well.\n")
        return folder
    }

    private static func yaml(_ file: String) throws -> YamlNode {
        let bytes = try [UInt8](Data(contentsOf: Repository.root.appending(path: file)))
        return try #require(try YamlNode.parse(bytes))
    }

    private static func json(_ node: YamlNode) -> String {
        switch node.value {
        case .scalar:
            if let value = try? node.boolean("") { return "\(value)" }
            let text = (try? node.string("")) ?? ""
            let data = try? JSONSerialization.data(withJSONObject: [text])
            return String(decoding: (data ?? Data()).dropFirst().dropLast(), as: UTF8.self)
        case .sequence(let nodes): return "[" + nodes.map(json).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            return "{"
                + pairs.map { "\"\($0.key)\": \(json($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
