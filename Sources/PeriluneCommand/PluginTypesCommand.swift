internal import ArgumentParser
internal import Perilune

struct PluginTypesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "types",
        abstract: "Write what editors and linters of plugin authors have to know of the sandbox.",
        discussion: """
            .perilune/types/perilune.d.lua  types for lua-language-server, with the kinds of items
                                            that perilune.yml and its plugins add
            .luarc.json                     has lua-language-server find them
            .luacheckrc                     a standard for luacheck that has what the sandbox has

            The last two are yours once they are there: --force writes them anew.

            EXAMPLES
              perilune plugin types
              perilune plugin types -o tools/rules --force
            """)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder to write to; it must be there.", valueName: "folder"))
    var output = "."

    @Flag(help: "Write also what is there already.")
    var force = false

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try configuration.workspaces(sandbox, loadsPlugins: false)
        let workspace = try workspaces.workspace()
        sandbox.warn([workspace])
        messages.report(workspace.countedFailures)
        let files = try AuthorFiles.write(
            try AuthorFiles.all(for: workspace), to: output, overwrites: force)
        files.written.forEach { messages.note("wrote \($0)") }
        files.kept.forEach { messages.note("kept \($0); --force writes it anew") }
        if !workspace.failures.isEmpty { throw Exit.pluginFailure }
    }
}
