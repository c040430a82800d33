internal import ArgumentParser
internal import Perilune
internal import Printable
internal import SpecPlugins

struct PluginAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract:
            "Turn a plugin on: write it into perilune.yml, and what it is into perilune.lock.",
        discussion: """
            A repository is fetched with the git of the user: its keys, proxies and insteadOf hold. \
            Without --version, --tag or --rev it is the newest release, and what is compatible with it.

            EXAMPLES
              perilune plugin add https://example.com/acme/spec-rules
              perilune plugin add git@example.com:acme/plugins.git --subdir rules --version ^1.2
              perilune plugin add tools/our-rules      a folder of this repository
              perilune plugin add rules-1.2.0.tar.gz   an archive
              perilune plugin add sqlite               a bundled one
            """)

    @Argument(help: "A repository, a folder, an archive or the name of a bundled plugin.")
    var source: String

    @Option(help: "What it is called here; else what it calls itself.")
    var name: String?

    @Option(help: ArgumentHelp("The plugin's folder in the repository.", valueName: "folder"))
    var subdir: String?

    @Option(help: ArgumentHelp("The versions to choose from: ^1.2.", valueName: "range"))
    var version: String?

    @Option(help: "The tag to take.")
    var tag: String?

    @Option(help: "The commit or branch to take; perilune.lock has the commit.")
    var rev: String?

    @Flag(help: "Grant what it asks for beside specs.")
    var allowPermissions = false

    @OptionGroup var arguments: PackageArguments

    func validate() throws {
        let given = [("--version", version), ("--tag", tag), ("--rev", rev)].filter { $0.1 != nil }
        if given.count > 1 {
            throw ValidationError("\(given[0].0) and \(given[1].0) exclude each other")
        }
    }

    func run() throws {
        var manager = try arguments.manager()
        let added = try manager.add(
            PackageRequest(
                source: source, name: name, subdir: subdir, version: version, tag: tag, rev: rev,
                isGranted: allowPermissions))
        for note in added.notes { arguments.messages.note(note) }
        for change in added.changes { arguments.messages.note(change.text) }
        if !added.asked.isEmpty {
            arguments.messages.note(
                "\"\(added.name)\" asks for \(added.asked.json), and has none of it; what you grant "
                    + "it in \(manager.configurationPath) with \"grant\" it has")
        }
    }
}

struct PluginRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a plugin out of perilune.yml, perilune.lock and .perilune/vendor.")

    @Argument(help: "Its name in perilune.yml.")
    var name: String

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        var manager = try arguments.manager()
        for change in try manager.remove(name) { arguments.messages.note(change.text) }
    }
}
