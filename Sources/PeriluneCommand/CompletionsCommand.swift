internal import ArgumentParser
internal import Perilune

struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print a script that teaches a shell what comes next: bash, zsh or fish.",
        discussion: """
            EXAMPLES
              source <(perilune completions bash)
              perilune completions zsh > ~/.zfunc/_perilune
              perilune completions fish > ~/.config/fish/completions/perilune.fish
            """)

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        let script = PeriluneCommand.completionScript(
            for: CompletionShell(rawValue: shell.rawValue) ?? .bash)
        try Terminal.output.write(Array((script + "\n").utf8))
    }
}
