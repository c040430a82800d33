internal import ArgumentParser
internal import Perilune
internal import Printable
internal import SpecPlugins
internal import Yaml

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The one place where errors become text and exit codes. `main` is synchronous: an asynchronous
/// one costs a static executable 4 ms at its end.
@main
enum Main {
    static func main() {
        if CommandLine.arguments.dropFirst().first == WorkerMode.flag {
            WorkerMode.serve(CommandLine.arguments.dropFirst(2))
        }
        // A reader that went away is seen where the bytes are written, and is no accident.
        signal(SIGPIPE, SIG_IGN)
        CheckSessions.allowTrials()
        do {
            if let problem = line.problem { throw problem }
            let arguments = line.arguments
            if let check = Check(plain: arguments) {
                try check.run()
            } else {
                var command = try PeriluneCommand.parseAsRoot(arguments)
                try command.run()
            }
            exit(Exit.clean.rawValue)
        } catch {
            let outcome = outcome(of: error)
            if outcome == .clean { showHelp(error) }
            report(error)
            exit(outcome.rawValue)
        }
    }

    /// What the command line says, with what stands in response files; nothing where one of these is
    /// wrong.
    static let line: (arguments: [String], problem: Problem?) = {
        do throws(Problem) {
            let line = try ResponseFiles(expanding: Array(CommandLine.arguments.dropFirst()))
            return (line.arguments, nil)
        } catch {
            return ([], error)
        }
    }()

    /// Shows what a command threw, unless it has been shown.
    static func report(_ error: any Error) {
        switch error {
        case is Exit: return
        case let problems as Problems: Terminal.error.report(problems.all)
        case let problem as Problem: Terminal.error.report([problem])
        default: showUsage(error)
        }
    }

    static func outcome(of error: any Error) -> Exit {
        if let outcome = error as? Exit { return outcome }
        if error is Problem || error is Problems { return .invocation }
        return PeriluneCommand.exitCode(for: error) == .success ? .clean : .invocation
    }

    /// Help and version are asked for, and go to standard output.
    private static func showHelp(_ request: any Error) -> Never {
        var text = PeriluneCommand.fullMessage(for: request)
        if !text.hasSuffix("\n") { text += "\n" }
        do throws(Problem) {
            try Terminal.output.write(Array(text.utf8))
            exit(Exit.clean.rawValue)
        } catch {
            Terminal.error.report([error])
            exit(Exit.invocation.rawValue)
        }
    }

    private static func showUsage(_ error: any Error) {
        let text = PeriluneCommand.fullMessage(for: error)
        if let unknown = unknownCommand() {
            Terminal.error.report([unknown])
        } else {
            var message = text[...]
            if message.hasPrefix("Error: ") { message = message.dropFirst(7) }
            let lowered = message.prefix(1).lowercased() + message.dropFirst()
            Terminal.error.write("perilune: error: \(lowered.printableLines)\n")
        }
    }

    /// ArgumentParser calls an unknown command an unexpected argument.
    private static func unknownCommand() -> Problem? {
        let names = PeriluneCommand.configuration.subcommands.compactMap {
            $0.configuration.commandName
        }
        guard let word = line.arguments.first, !word.hasPrefix("-"),
            !names.contains(word), word != "help"
        else { return nil }
        return Problem("unknown command \"\(word)\"\(suggestion(for: word, among: names))")
    }
}

/// How a command ends, thrown where that is not well.
enum Exit: Int32, Error {
    case clean = 0
    /// Findings at or above the threshold.
    case findings = 1
    /// Usage, configuration, input or output.
    case invocation = 2
    /// A plugin failed; never hidden behind 0 or 1.
    case pluginFailure = 3
}
