internal import ArgumentParser
internal import Perilune

/// The command line: `perilune`.
struct PeriluneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perilune",
        abstract: "Reads technical specifications as they are, checks and exports them.",
        discussion: """
            EXAMPLES
              perilune check                          check what perilune.yml includes
              perilune check docs/checkout.md         check one spec
              perilune export risk-register/csv -o risks.csv
              perilune model docs/checkout.md         what was read, and where it stands
              perilune query 'risk[impact=high]'      the items that match
              perilune explain risk-mitigated         why a rule is there
              perilune new feature -o docs/search.md  a fresh spec from a template

            RESPONSE FILES
              @FILE  the arguments that stand in a file; white space parts them, quotes and \\ keep it
              @@…    an argument that begins with @

            EXIT CODES
              0  clean
              1  findings at or above --fail-on; for doctor, something that must hold does not
              2  wrong usage or configuration, or a file that cannot be read or written
              3  a plugin failed
            """,
        version: Perilune.fullVersion,
        subcommands: [
            CheckCommand.self, ExportCommand.self, TransformCommand.self, RunCommand.self,
            NewCommand.self, ModelCommand.self, QueryCommand.self, SchemaCommand.self,
            RulesCommand.self,
            ExplainCommand.self, PluginCommand.self, TrustCommand.self, DoctorCommand.self,
            CleanCommand.self, CompletionsCommand.self,
            ManualCommand.self,
        ])
}
