internal import Printable
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// Takes out of what was found what comments suppress, and says what is wrong with the comments. The
/// one place where that is done: all rules have run, and no baseline was asked yet.
struct Suppressor {
    /// What a run of the checks came to, as comments are held against it.
    struct Run {
        /// The day that it is; nil where nobody says, and no comment is too old.
        var today: String?
        /// Were rules neither selected nor left out, and did no plugin fail?
        var isEverything: Bool
        /// Were all specs of the workspace looked at?
        var isWhole: Bool
        /// Of what failed: rules, and plugins where none of their rules did alone.
        var failed: Set<String>
        /// By full name, those that were left out by who ran them, whatever the configuration says.
        var leftOut: Set<String>
    }

    private(set) var findings: [Finding] = []
    private(set) var suppressed: [SuppressedFinding] = []

    private let run: Run
    private var names: SuppressionNames

    init(_ run: Run, _ workspace: Workspace) {
        self.run = run
        names = SuppressionNames(of: workspace)
    }

    /// Takes in what was found in documents without such comments.
    mutating func add(_ findings: [Finding]) { self.findings += findings }

    /// Takes in what was found in one document.
    /// - Parameters:
    ///   - rules: those that there are for it, with the severities that they have there.
    ///   - suppressions: in the order of the document.
    mutating func add(
        _ findings: [Finding], in document: Document, _ rules: [Rule],
        _ suppressions: [Suppression]
    ) {
        let source = SourceText(path: document.path, bytes: document.bytes)
        var comments = SuppressionComments(source, rules, run)
        for suppression in suppressions { comments.add(suppression, &names) }
        comments.index.finish()
        for finding in findings + comments.findings { take(finding, comments: &comments) }
        // What hides nothing is known only now; and of what hides that, only then.
        for finding in comments.unused(ofUse: false) { take(finding, comments: &comments) }
        self.findings += comments.unused(ofUse: true)
    }

    private mutating func take(_ finding: Finding, comments: inout SuppressionComments) {
        guard let suppression = comments.suppress(finding) else {
            findings.append(finding)
            return
        }
        suppressed.append(
            SuppressedFinding(
                finding: finding, reason: suppression.reason.printable,
                comment: comments.location(suppression.range)))
    }
}
