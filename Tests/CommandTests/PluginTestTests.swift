import Foundation
import TestSupport
import Testing

/// `perilune plugin test`: on our own plugins, and as those want its reports who read them. What it
/// prints stands in `Transcripts/plugin-test.md`.
@Suite struct PluginTests {
    private static let hasXMLLint = (try? Console.shell("xmllint --version"))?.status == 0

    /// The plugins of a folder that have tests.
    private static func tested(_ folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: Repository.path(folder).path)) ?? []
        return names.sorted().map { "\(folder)/\($0)" }.filter {
            FileManager.default.fileExists(atPath: Repository.path("\($0)/tests").path)
        }
    }

    private static let ours = tested("plugins") + tested("examples/payments/tools/perilune")

    @Test func `most of our plugins have tests`() {
        #expect(Self.ours.count >= 8)
        #expect(Self.ours.contains("plugins/risk-register"))
        #expect(Self.ours.contains("examples/payments/tools/perilune/payments-rules"))
    }

    @Test(arguments: ours)
    func `a plugin passes its tests, locked and in this process`(_ plugin: String) throws {
        let locked = try Console.perilune("plugin", "test", Repository.path(plugin).path)
        #expect(locked.status == 0, "\(locked.output)\(locked.errors)")
        let here = try Console.perilune(
            "plugin", "test", "--sandbox", "off", "--quiet", Repository.path(plugin).path)
        #expect(here.output == locked.output)
    }

    @Test(
        .enabled(if: hasXMLLint, "there is no xmllint: install libxml2-utils"),
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: ["junit-10", "junit-ant-windyroad"], ["rules", "broken"])
    func `the report for test pages is valid`(_ schema: String, _ plugin: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Transcripts/plugin-test")
        let schema = try Shared.path("schemas/\(schema).xsd").path
        let run = try Console.shell(
            "perilune plugin test \(plugin) --format junit --quiet "
                + "| xmllint --nonet --noout --schema '\(schema)' -", in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// What a fixture expects is found, and nothing else: each bad spec of a rule's page, with what
    /// is found in it as expectations at its end, passes.
    @Test func `a marker is no part of the spec`() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.path("plugins/requirements"), to: "requirements")
        let page = try String(
            contentsOf: Repository.path("plugins/requirements/rules/acceptance-stated.md"),
            encoding: .utf8)
        let table = try #require(page.components(separatedBy: "~~~~markdown\n").dropFirst().first)
            .components(separatedBy: "\n~~~~")[0]
        let marked = table.components(separatedBy: "\n").map { line in
            line.hasSuffix("| |")
                ? line + " <!-- expect acceptance-stated \"no acceptance criteria\" -->" : line
        }
        #expect(marked.joined(separator: "\n") != table)
        for (name, lines) in [("lf", marked), ("crlf", marked.map { $0 + "\r" })] {
            try folder.write("requirements/tests/\(name).md", lines.joined(separator: "\n"))
        }
        let run = try Console.shell(
            "perilune plugin test requirements --filter lf.md", in: folder.path(""))
        #expect(run.output == "2 passed\n")
    }
}

/// `perilune plugin types`, and those for whom it writes.
@Suite struct PluginTypes {
    private static let hasLuacheck = (try? Console.shell("luacheck --version"))?.status == 0
    private static let hasPython =
        (try? Console.shell("/usr/bin/python3 -c 'import jsonschema'"))?.status == 0

    /// Our plugins, with what is written beside them.
    private func checkout() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.path("plugins"), to: "plugins")
        try folder.copy(Repository.path("examples"), to: "examples")
        let run = try Console.perilune("plugin", "types", in: folder.path(""))
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    @Test(.enabled(if: hasLuacheck, "there is no luacheck: install lua-check"))
    func `luacheck finds nothing in our plugins, and what the sandbox refuses`() throws {
        let folder = try checkout()
        let ours = try Console.shell(
            "luacheck --no-color --quiet plugins examples", in: folder.path(""))
        #expect(ours.status == 0, "\(ours.output)")
        try folder.write(
            "a.lua", "os.exit(1) string.dump(print) text.trimm('') csv = nil describe()\n")
        let refused = try Console.shell("luacheck --no-color --codes a.lua", in: folder.path(""))
        for code in [
            "W113) accessing undefined variable 'os'", "'dump'", "'trimm'", "'csv'", "'describe'",
        ] {
            #expect(refused.output.contains(code), "\(refused.output)")
        }
    }

    @Test(
        .enabled(if: hasPython, "no /usr/bin/python3 has jsonschema: install python3-jsonschema"),
        .enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `the settings of lua-language-server are valid`() throws {
        let folder = try checkout()
        let schema = try Shared.path("schemas/luarc.schema.json").path
        let hold = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Reports/hold.py").path
        let run = try Console.shell(
            "/usr/bin/python3 '\(hold)' schema '\(schema)' .luarc.json", in: folder.path(""))
        #expect(run.status == 0, "\(run.errors)")
    }
}
