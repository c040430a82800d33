internal import ArgumentParser
internal import Perilune
internal import SpecQuery

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Print the items that match a selector.",
        discussion: """
            A selector is a kind, or * for all, and filters in brackets that must all
            hold. A comma stands between selectors of which one is enough.

              [owner]  [!owner]    it has a value, or a tick; it has none
              [impact=high]        the text, or the level or status that it means;
                                   != is the opposite, and true without a value
              [text~vault]         contains; !~ is the opposite
              [impact>=medium]     also < <= >: levels (very-low low medium high
                                   very-high critical), numbers (80, and of one
                                   unit 250ms; 80 finds 80%, and any unit in what
                                   a vocabulary calls numbers), dates (2026-01-31,
                                   or 2026-01 for the month, however the document
                                   writes them)
              [owner="R. Osei"]    a value with spaces or signs stands in quotes

            Case and the number of spaces do not matter. Of a list, one element is
            enough. What a selector may name:

              impact               a field of the kind
              title                what names the item, whatever its kind calls it
              section              a title or role of its section, or of one above
              key kind line placeholder
              spec.status          of the spec: path, status, template, title, and
                                   metadata such as author or related-prd
              spec."Cost centre"   metadata by its own name
              "Due date"           a column that the kind does not know
              values.staging       one of several named values

            Items that are template text alone are left out unless the selector
            says [placeholder].

            EXAMPLES
              perilune query 'risk[impact=high][!mitigation]'
              perilune query 'question[!done], *[text~TBD]' docs --format json
              perilune query 'risk[spec.status=approved]' --fields id,text,owner
              perilune query '*[section=security]' --format csv > security.csv
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    @Argument(help: "Which items.")
    var selector: String

    @Argument(help: "Files, folders, patterns, or - for standard input.")
    var paths: [String] = []

    @Option(
        help: "table: for people; json: as perilune model writes items; csv: for spreadsheets.")
    var format: Format = .table

    @Option(
        help: ArgumentHelp(
            "The columns of a table or of CSV, named as in a selector; a,b or repeated.",
            valueName: "field"))
    var fields: [String] = []

    @Flag(help: "Do not leave out items that are template text alone.")
    var includePlaceholders = false

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if !fields.isEmpty, format == .json {
            throw ValidationError("--fields is for table and csv; json has all fields")
        }
    }

    func run() throws {
        let read = try ReadInput(paths, configuration, input, sandbox, messages)
        let names = read.queryNames
        let query = try reading(selector, "selector") { text throws(QueryError) in
            try Query(text, names: names)
        }
        let fields = try self.fields.flatMap { list in
            try reading(list, "--fields") { text throws(QueryError) in
                try FieldReference.list(text, of: query.kinds, names: names)
            }
        }
        let report = QueryReport(
            query, in: read.specs, fields: fields.isEmpty ? nil : fields,
            includingPlaceholders: includePlaceholders, names: names)
        try show(report)
        try read.finish()
    }

    private func show(_ report: QueryReport) throws {
        switch format {
        case .json: try Terminal.output.write(report.json())
        case .csv: try Terminal.output.write(product: report.csv())
        case .table:
            let text = report.table(width: Terminal.output.width, style: messages.outputStyle)
            try Terminal.output.write(Array(text.utf8))
            if !messages.quiet { Terminal.error.write(report.summary + "\n") }
        }
    }

    /// Reads a text of the command line; shows where it is wrong.
    private func reading<Value>(
        _ text: String, _ name: String, _ read: (String) throws(QueryError) -> Value
    ) throws -> Value {
        do throws(QueryError) {
            return try read(text)
        } catch {
            let problem = Problem("\(name), column \(error.column): \(error.message)")
            Terminal.error.report([problem])
            Terminal.error.write(
                QueryReport.mistake(error, in: text, style: messages.errorStyle))
            throw Exit.invocation
        }
    }
}
