internal import ArgumentParser
internal import Perilune

/// What plugin authors do.
struct PluginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Use plugins of other repositories, or work on one.",
        groupedSubcommands: [
            CommandGroup(
                name: "Using",
                subcommands: [
                    PluginAddCommand.self, PluginInstallCommand.self, PluginUpdateCommand.self,
                    PluginOutdatedCommand.self, PluginRemoveCommand.self, PluginListCommand.self,
                    PluginWhyCommand.self, PluginVerifyCommand.self, PluginVendorCommand.self,
                ]),
            CommandGroup(
                name: "Writing",
                subcommands: [
                    PluginNewCommand.self, PluginTestCommand.self, PluginTypesCommand.self,
                ]),
        ])
}

struct PluginTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run a plugin's tests: what lies in the tests folder beside its plugin.yml.",
        discussion: """
            tests/NAME.md        a spec, or tests/NAME/ with some; what is found is expected in it:
                                 <!-- expect RULE "part of the message" --> on the line, or
                                 <!-- expect-next-line RULE @COLUMN "part of the message" -->
            tests/NAME.yml       options, template, today, env and limits of that one
            tests/NAME.files     what the plugin may read there of what it asks for
            tests/NAME.expected  what exports and transforms make of it: EXPORT.csv, TRANSFORM.md
            tests/NAME_test.lua  describe, it, before_each, after_each, pending, assert.are.equal
            tests/NAME_test.md   the spec that the functions of NAME_test.lua are given

            EXAMPLES
              perilune plugin test tools/rules
              perilune plugin test --filter owners --format tap
              perilune plugin test --update

            EXIT CODES
              0 all passed · 1 a test failed · 2 nothing to run, or it cannot be read
              3 the plugin failed: it does not load, a rule errs, a limit was hit
            """)

    @Argument(help: "Folders of plugins; the current one where none is named.")
    var folders: [String] = []

    @Option(
        help: ArgumentHelp(
            "Run the tests that have this in file or name; repeatable.", valueName: "text"))
    var filter: [String] = []

    @Flag(help: "Take what exports and transforms make for what is expected.")
    var update = false

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, tap, junit, json
    }

    @Option(help: "text, tap, junit or json.")
    var format: Format = .text

    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var report = PluginTestReport()
        // That of the environment would make one test of two.
        let day = try sandbox.today.flatMap { asked throws(Problem) in try Today.day(asked) }
        for folder in folders.isEmpty ? ["."] : folders {
            let tests = try PluginTests(folder, sandbox: sandbox.choice, today: day)
            if let problem = tests.problem { throw problem }
            report.add(try tests.run(filter: filter, updates: update))
        }
        sandbox.warn(hasStrangers: true, loose: report.looseLocks)
        report.log.forEach(messages.show)
        report.updated.forEach { messages.note("wrote \($0)") }
        if report.cases.isEmpty {
            throw Problem("no test has \(filter.map { "\"\($0)\"" }.joined(separator: " or "))")
        }
        let format = PluginTestFormat(rawValue: format.rawValue) ?? .text
        try Terminal.output.write(format.bytes(of: report, style: messages.outputStyle))
        if report.count(.broken) > 0 { throw Exit.pluginFailure }
        if report.count(.failed) > 0 { throw Exit.findings }
    }
}
