internal import Printable

/// For people.
enum PluginTestText {
    static func text(_ report: PluginTestReport, _ style: Style) -> String {
        var text = ""
        for test in report.cases where test.verdict != .passed {
            let word = test.verdict.rawValue
            let shown = test.verdict == .pending ? style.dim(word) : style.error(word)
            text += "\(shown) \(style.bold(test.title.printable))\n"
            for note in test.notes {
                text += note.lines(style: style).map { "  \($0)\n" }.joined()
            }
        }
        let counts = TestCase.Verdict.allCases.compactMap { verdict in
            let count = report.count(verdict)
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        return text + (counts.isEmpty ? "no test" : counts.joined(separator: ", ")) + "\n"
    }
}

/// The Test Anything Protocol, version 14 (testanything.org/tap-version-14-specification.html).
enum PluginTestTAP {
    static func text(_ report: PluginTestReport) -> String {
        var text = "TAP version 14\n1..\(report.cases.count)\n"
        for (index, test) in report.cases.enumerated() {
            let isGood = test.verdict == .passed || test.verdict == .pending
            text += "\(isGood ? "ok" : "not ok") \(index + 1) - \(escaped(test.title))"
            text += test.verdict == .pending ? " # TODO to be written\n" : "\n"
            guard !test.notes.isEmpty else { continue }
            // A diagnostic is YAML: literal blocks need no quotes.
            text += "  ---\n  severity: \(test.verdict == .broken ? "error" : "fail")\n"
            text += "  message: |\n"
            text += test.notes.flatMap { $0.lines() }.map { "    \($0)\n" }.joined()
            text += "  ...\n"
        }
        return text
    }

    /// A `#` begins a directive.
    private static func escaped(_ text: String) -> String {
        text.printable.replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
