internal import ArgumentParser
internal import Perilune

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of what another command prints as JSON.",
        discussion: """
            It says what a program may rely on: while schema_version stays, keys may come
            and none goes, so ignore those that you do not know.

            EXAMPLES
              perilune schema model                   of perilune model --format json
              perilune schema query                   of perilune query --format json
              perilune schema findings                of perilune check --format json
              perilune schema timings                 of perilune check --timings-file
              perilune schema model > model.schema.json
            """)

    @Argument(
        help: "model, query, findings or timings.",
        completion: .list(ReportSchema.all.map(\.name)))
    var name: String

    func run() throws {
        try Terminal.output.write(ReportSchema.named(name).bytes)
    }
}
