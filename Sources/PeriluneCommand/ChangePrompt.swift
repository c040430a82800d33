internal import Perilune
internal import Printable
internal import SpecModel

/// Asks at the terminal for each change: what it is for, its lines as a diff, a question.
struct ChangePrompt {
    private let style: Style
    /// What is done: "fix".
    private let verb: String

    /// - Throws: where nobody can be asked.
    init(_ messages: MessageOptions, verb: String) throws(Problem) {
        for terminal in [Terminal.input, .error] where !terminal.isInteractive {
            throw Problem(
                "--interactive asks at a terminal, and \(terminal.name) is none; leave it out")
        }
        style = messages.errorStyle
        self.verb = verb
    }

    /// Asks for one change; who says no more is asked no more.
    func ask(_ change: ProposedChange, _ source: SourceText) throws(Problem) -> ChangeAnswer {
        Terminal.error.write(EditsReport.display(change, in: source, style: style))
        while true {
            Terminal.error.write(style.question("\(verb) this [y,n,a,q,?]?") + " ")
            guard let line = readLine() else {
                Terminal.error.write("\n")
                return .leaveAll
            }
            switch line.trimmed {
            case "y", "yes": return .make
            case "n", "no": return .leave
            case "a", "all": return .makeAll
            case "q", "quit": return .leaveAll
            default: Terminal.error.write(help)
            }
        }
    }

    private var help: String {
        """
        y  \(verb) this
        n  leave this as it is
        a  \(verb) this and all that come
        q  leave this and all that come; what was said yes to is written
        ?  say this again

        """
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()).lowercased()
    }
}
