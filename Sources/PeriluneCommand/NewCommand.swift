internal import ArgumentParser
internal import Perilune
internal import SpecPlugins

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a fresh spec from a template.",
        discussion: """
            A value goes by the name of its metadata field, by title, or by what the placeholder
            calls itself: Target Release is target-release, {{PRD_LINK}} is prd-link. Dates stay
            open unless SOURCE_DATE_EPOCH, --today or --set date=… says which day it is.

            TEMPLATES
              numbered, engineering, proposal, formal, feature; plugin/template, of a plugin that
              is on; or a Markdown file of your own

            EXAMPLES
              perilune new feature
              perilune new numbered -o docs/specs/refunds.md --set title=Refunds --today now
              perilune new templates/ours.md -o docs/search.md --set author="Ines Duarte"
              perilune new acme-rules/incident -o docs/incidents/31.md
            """)

    @Argument(help: "A bundled template, plugin/template, or a Markdown file.")
    var template: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write this file, which must not be there yet; - for standard output.",
            valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Fill a place; repeatable.", valueName: "name=value"))
    var set: [String] = []

    @Option(
        help: ArgumentHelp("Fill dates with this day: YYYY-MM-DD, or now.", valueName: "day"))
    var today: String?

    @Option(
        help: ArgumentHelp(
            "Take the plugins of this configuration instead of the nearest perilune.yml.",
            valueName: "file"))
    var config: String?

    @OptionGroup var messages: MessageOptions

    func run() throws {
        guard let template else {
            throw Problem("name a template; \(FreshSpec.expected(try? workspace(nil)))")
        }
        let choice = TemplateChoice(template)
        // Only a plugin's template asks for plugins; a mistake shows what they have.
        let workspace: Workspace? =
            switch choice {
            case .plugin: try workspace(choice)
            case .bundled, .file: nil
            case .automatic, .none?, nil: try? workspace(nil)
            }
        if case .plugin(let plugin, _) = choice, let workspace,
            workspace.failures.contains(where: { $0.plugin == plugin })
        {
            messages.report(workspace.countedFailures)
            throw Exit.pluginFailure
        }
        let bytes = try FreshSpec(template, in: workspace).filled(
            with: set, today: Today.day(today))
        guard let output, output != "-" else {
            return try Terminal.output.write(product: bytes)
        }
        try Files.create(output, with: bytes)
        messages.note("wrote \(output)")
    }

    private func workspace(_ template: TemplateChoice?) throws -> Workspace {
        var workspaces = try Workspaces(
            config.map { .file($0) } ?? .nearest, loadsPlugins: false,
            sandbox: SandboxOptions.standard, template: template)
        return try workspaces.workspace()
    }
}
