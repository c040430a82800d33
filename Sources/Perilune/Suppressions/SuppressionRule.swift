internal import SpecModel
internal import SpecPlugins

/// What is held against the comments that suppress findings: rules like those of plugins, but for
/// who runs them. They look at what all others found, which no plugin can.
enum SuppressionRule: String, CaseIterable {
    case inDate = "in-date"
    case inUse = "in-use"
    case reasonGiven = "reason-given"
    case ruleKnown = "rule-known"
    case wellFormed = "well-formed"

    /// What stands in front of the rules' names.
    static let plugin = "suppressions"

    /// `suppressions/in-use`.
    var name: String { "\(Self.plugin)/\(rawValue)" }

    /// All of them, as they run where a configuration says nothing.
    static var rules: [Rule] {
        allCases.map {
            Rule(
                plugin: plugin, check: $0.declaration, severity: $0.declaration.severity,
                options: [:])
        }
    }

    private var declaration: CheckDeclaration {
        CheckDeclaration(
            name: rawValue, summary: summary, severity: .warning, each: "comment", why: why,
            fix: fix, options: [], preset: preset)
    }

    private var preset: Preset {
        switch self {
        case .ruleKnown, .wellFormed: .minimal
        case .inDate, .inUse: .recommended
        case .reasonGiven: .strict
        }
    }

    private var summary: String {
        switch self {
        case .inDate: "a suppression with \"until=\" is of today or later"
        case .inUse: "a suppression hides something"
        case .reasonGiven: "a suppression says why"
        case .ruleKnown: "a suppression names rules and plugins that there are"
        case .wellFormed: "a comment that begins with \"perilune-\" says something"
        }
    }

    private var why: String {
        switch self {
        case .inDate:
            "Somebody put a day on it so that it would be looked at again; from the next day on it "
                + "hides nothing."
        case .inUse:
            "What it was for is mended, or has moved. Left there, it will hide the next mistake."
        case .reasonGiven:
            "Whoever finds it in a year must know whether it may go."
        case .ruleKnown:
            "A name with a slip hides nothing, and nobody knows why."
        case .wellFormed:
            "A comment that cannot be read hides nothing, and an \"enable\" without its \"disable\" "
                + "says that one of them is at the wrong place."
        }
    }

    private var fix: String {
        switch self {
        case .inDate: "Mend what it hid, or agree upon another day."
        case .inUse: "Delete the comment, or take the rule out of it."
        case .reasonGiven:
            "Write the reason behind the rules: <!-- perilune-disable-line rule -- reason -->."
        case .ruleKnown:
            "Write plugin/rule, or the plugin for all of its rules; perilune rules lists them."
        case .wellFormed:
            "Write perilune-disable-next-line, -disable-line, -disable-item, -disable-file, or "
                + "-disable and further down -enable; then rules, until=2026-03-01 and -- reason, "
                + "all three as you like."
        }
    }
}
