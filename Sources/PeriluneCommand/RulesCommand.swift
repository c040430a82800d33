internal import ArgumentParser
internal import Perilune
internal import SpecReading

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the checks of the plugins that are on.",
        discussion: """
            EXAMPLES
              perilune rules
              perilune rules --format json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try configuration.workspaces(sandbox)
        let workspace = try workspaces.workspace()
        sandbox.warn([workspace])
        switch format {
        case .json:
            try Terminal.output.write(RulesReport.json(workspace.rules))
        case .text:
            let text = RulesReport.text(workspace.rules, style: messages.outputStyle)
            try Terminal.output.write(Array(text.utf8))
        }
        messages.report(workspace.countedFailures)
        if !workspace.failures.isEmpty { throw Exit.pluginFailure }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a check looks for, why, and how to mend what it finds.",
        discussion: """
            EXAMPLES
              perilune explain risk-register/risk-mitigated
              perilune explain risk-mitigated
            """)

    @Argument(help: "plugin/rule, or the rule alone where only one plugin has it.")
    var rule: String

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        if let known = ReadingRule.allCases.first(where: { $0.name == rule }) {
            let text = RulesReport.explanation(known, style: messages.outputStyle)
            return try Terminal.output.write(Array(text.utf8))
        }
        var workspaces = try configuration.workspaces(sandbox)
        let workspace = try workspaces.workspace()
        sandbox.warn([workspace])
        messages.report(workspace.countedFailures)
        let found = try workspace.rule(named: rule)
        let text = RulesReport.explanation(
            found, page: workspace.page(of: found), style: messages.outputStyle)
        try Terminal.output.write(Array(text.utf8))
        if !workspace.failures.isEmpty { throw Exit.pluginFailure }
    }
}
