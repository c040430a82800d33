internal import ArgumentParser
internal import Perilune

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a fresh spec from a template.",
        discussion: """
            A value goes by the name of its metadata field, by title, or by what the placeholder
            calls itself: Target Release is target-release, {{PRD_LINK}} is prd-link. Dates stay
            open unless SOURCE_DATE_EPOCH, --today or --set date=… says which day it is.

            TEMPLATES
              numbered, engineering, proposal, formal, feature, or a Markdown file of your own

            EXAMPLES
              perilune new feature
              perilune new numbered -o docs/specs/refunds.md --set title=Refunds --today now
              perilune new templates/ours.md -o docs/search.md --set author="Ines Duarte"
            """)

    @Argument(help: "A bundled template, or a Markdown file.")
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

    @OptionGroup var messages: MessageOptions

    func run() throws {
        guard let template else { throw Problem("name a template; \(FreshSpec.expected)") }
        let bytes = try FreshSpec(template).filled(with: set, today: Today.day(today))
        guard let output, output != "-" else {
            return try Terminal.output.write(product: bytes)
        }
        try Files.create(output, with: bytes)
        messages.note("wrote \(output)")
    }
}
