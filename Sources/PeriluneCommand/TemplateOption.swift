internal import ArgumentParser
internal import Perilune

/// Which template specs are held against, whatever perilune.yml says.
struct TemplateOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Hold specs against this template: a bundled one, a Markdown file, auto for the nearest \
            bundled one, none.
            """, valueName: "template"))
    var template: String?

    /// nil where none is given.
    func choice() throws(Problem) -> TemplateChoice? {
        guard let template else { return nil }
        guard let choice = TemplateChoice(template) else {
            throw Problem(TemplateChoice.unknown(template))
        }
        return choice
    }
}
