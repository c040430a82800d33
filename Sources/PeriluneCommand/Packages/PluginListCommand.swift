internal import ArgumentParser
internal import Perilune

struct PluginListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the plugins that are on: which version, from where, with which permissions.",
        discussion: """
            EXAMPLES
              perilune plugin list
              perilune plugin list --permissions   what each asks for, is granted and has
              perilune plugin list --format json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "text or json.")
    var format: Format = .text

    @Flag(help: "Show what each asks for beside specs, what perilune.yml grants, and what it has.")
    var permissions = false

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        var workspaces = try arguments.configuration.workspaces(arguments.sandbox)
        let workspace = try workspaces.workspace()
        let list = PluginList(workspace, try arguments.manager().packages)
        arguments.sandbox.warn([workspace])
        switch format {
        case .json: try Terminal.output.write(PackagesReport.json(list))
        case .text:
            let text = PackagesReport.text(
                list, permissions: permissions, style: arguments.messages.outputStyle)
            try Terminal.output.write(Array(text.utf8))
        }
        arguments.messages.report(workspace.countedFailures)
        if !workspace.failures.isEmpty { throw Exit.pluginFailure }
    }
}
