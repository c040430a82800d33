internal import ArgumentParser
internal import Perilune

struct PluginNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract:
            "Write a plugin to begin with: a manifest, a rule, a test that it passes, a page.",
        discussion: """
            Where no repository is and no perilune.yml, the plugin is to have a repository of its own, to be
            shared: then there are a .gitignore, a workflow for GitHub that runs its tests, and what editors
            and linters have to know, as perilune plugin types writes it.

            EXAMPLES
              perilune plugin new tools/our-rules
              perilune plugin new acme-rules && cd acme-rules && git init && perilune plugin test
            """)

    @Argument(help: "The folder to make; its name is the plugin's.")
    var folder: String

    @OptionGroup var messages: MessageOptions

    func run() throws {
        for path in try PluginScaffold.write(to: folder) { messages.note("wrote \(path)") }
        messages.note("turn it on in perilune.yml, and try: perilune plugin test \(folder)")
    }
}
