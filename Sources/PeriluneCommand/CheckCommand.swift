internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecWorkers

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run the checks; findings on standard output.",
        discussion: """
            EXAMPLES
              perilune check                            what perilune.yml includes
              perilune check docs "specs/**/*.md"       folders, files, patterns
              perilune check --select risk-register     the checks of one plugin
              perilune check --fail-on warning --format json > findings.json
              perilune check --baseline                 from now on only what is new
              perilune check --no-suppressions          also what comments suppress
              perilune check --diff                     what --fix would change
              perilune check --fix --fix-only placeholders
              perilune check --watch                    again whenever a file changes
              perilune check --timings --no-cache       what each rule costs
              perilune check --format text --format sarif:build/perilune.sarif
              cat draft.md | perilune check - --stdin-filename docs/draft.md
            """)

    @Argument(help: "Files, folders, patterns, or - for standard input.")
    var paths: [String] = []

    @OptionGroup var reports: ReportOptions

    @Option(help: "Exit with 1 from this severity on: error, warning, info, never.")
    var failOn: Threshold = .error

    @Option(
        help: ArgumentHelp(
            "Run only these checks, or those of these plugins; a,b or repeated.",
            valueName: "check"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp("Leave these checks out; a,b or repeated.", valueName: "check"))
    var ignore: [String] = []

    @OptionGroup var template: TemplateOption

    @Flag(help: "Exit with 0 whatever the findings; not where something went wrong.")
    var exitZero = false

    @Flag(help: "Check again whenever something changes, until Ctrl-C ends it.")
    var watch = false

    @OptionGroup var caching: CacheOptions
    @OptionGroup var timing: TimingsOptions
    @OptionGroup var fixes: FixOptions
    @OptionGroup var suppression: SuppressionOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    private var check: Check {
        Check(
            paths: paths, reports: reports, failOn: failOn, select: select, ignore: ignore,
            template: template, exitZero: exitZero, watch: watch, caching: caching,
            timing: timing, fixes: fixes, suppression: suppression, baseline: baseline,
            configuration: configuration, input: input, sandbox: sandbox, messages: messages)
    }

    func validate() throws { try check.validate() }

    func run() throws { try check.run() }
}
