internal import SpecModel
internal import SpecPlugins

/// JUnit's XML, for the test pages of CI systems. There is no standard: this is what both of the
/// two schemas that are in use accept.
///
/// A spec is a suite, and a rule that looked at it a case, which fails where the rule found an error
/// or a warning. What is only said for information stands in the suite's output. What failed itself
/// is a case of a suite of its own, and rules that failed are skipped where they found nothing,
/// rather than passed. Time, date and host are fixed: the same findings give the same bytes.
enum JUnitReport {
    static func bytes(of outcome: CheckOutcome) -> [UInt8] {
        let report = outcome.report
        var found: [[UInt8]: [Finding]] = [:]
        outcome.forEachSpec { source, findings in
            found[Array(source.path.utf8)] = Array(findings)
        }
        let specs = report.groups.flatMap { group in
            group.specs.map { (path: $0, rules: group.rules) }
        }
        let failed = Set(report.failures.map(\.subject))
        var suites = specs.sorted { Path.precedes($0.path, $1.path) }.map { spec in
            let findings = found[Array(spec.path.utf8)] ?? []
            return JUnitSuite(spec.path, spec.rules, findings, failed: failed)
        }
        if !outcome.isComplete { suites.append(JUnitSuite(outcome.problems, report.failures)) }

        var writer = XMLWriter()
        writer.element("testsuites", [:]) { writer in
            for (index, suite) in suites.enumerated() { suite.write(to: &writer, index) }
        }
        return writer.bytes
    }
}

/// What one suite says.
private struct JUnitSuite {
    private enum Verdict: String {
        case passed, skipped, failure, error
    }

    private struct Case {
        var name: String
        var verdict = Verdict.passed
        var type = ""
        var message = ""
        var lines: [String] = []
    }

    private let name: String
    private var cases: [Case] = []
    private var output: [String] = []

    /// - Parameter failed: names of rules, and of plugins that failed as a whole.
    init(_ path: String, _ rules: [Rule], _ findings: [Finding], failed: Set<String>) {
        name = path
        var names = rules.map(\.name)
        var known = Set(names)
        // Reading has rules of its own.
        for finding in findings where known.insert(finding.rule).inserted {
            names.append(finding.rule)
        }
        let byRule = Dictionary(grouping: findings, by: \.rule)
        for name in names {
            let all = byRule[name] ?? []
            let grave = all.filter { $0.severity > .info }
            output += all.filter { $0.severity == .info }.map(Self.line)
            if let worst = grave.map(\.severity).max() {
                let more = grave.count == 1 ? "" : " (and \(grave.count - 1) more)"
                cases.append(
                    Case(
                        name: name, verdict: .failure, type: worst.rawValue,
                        message: grave[0].message + more, lines: grave.map(Self.line)))
            } else if failed.contains(name) || failed.contains(Path.parent(name)) {
                cases.append(Case(name: name, verdict: .skipped, message: "the plugin failed"))
            } else {
                cases.append(Case(name: name))
            }
        }
    }

    /// What kept rules from running.
    init(_ problems: [Problem], _ failures: [CountedFailure]) {
        name = "perilune"
        cases = problems.map { problem in
            Case(
                name: problem.description, verdict: .error, type: "problem",
                message: problem.message)
        }
        cases += failures.map { failure in
            Case(
                name: "\(failure.subject) at \(failure.place)", verdict: .error,
                type: failure.kind, message: failure.message,
                lines: FindingsReport.failures([failure]).split(separator: "\n").map { String($0) })
        }
    }

    private static func line(_ finding: Finding) -> String {
        var line = ""
        FindingsReport.append(finding, to: &line)
        return String(line.dropLast())
    }

    private func count(_ verdict: Verdict) -> String { "\(cases.count { $0.verdict == verdict })" }

    func write(to writer: inout XMLWriter, _ index: Int) {
        writer.element(
            "testsuite",
            [
                "id": "\(index)", "package": "perilune", "name": name,
                "timestamp": "1970-01-01T00:00:00", "hostname": "localhost",
                "tests": "\(cases.count)", "failures": count(.failure), "errors": count(.error),
                "skipped": count(.skipped), "time": "0",
            ]
        ) { writer in
            writer.element("properties")
            for test in cases { write(test, to: &writer) }
            writer.element("system-out", lines: output)
            writer.element("system-err")
        }
    }

    private func write(_ test: Case, to writer: inout XMLWriter) {
        let attributes: KeyValuePairs = ["classname": name, "name": test.name, "time": "0"]
        switch test.verdict {
        case .passed:
            writer.element("testcase", attributes)
        case .skipped:
            writer.element("testcase", attributes) { writer in
                writer.element("skipped", ["message": test.message])
            }
        case .failure, .error:
            writer.element("testcase", attributes) { writer in
                writer.element(
                    test.verdict.rawValue, ["type": test.type, "message": test.message],
                    lines: test.lines)
            }
        }
    }
}
