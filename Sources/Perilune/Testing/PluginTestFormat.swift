internal import Printable

/// How `perilune plugin test` says what the tests came to.
public enum PluginTestFormat: String, CaseIterable, Sendable {
    /// For people: what did not hold, and a sum.
    case text
    /// Version 14 of the Test Anything Protocol.
    case tap
    case junit, json

    /// The whole of it.
    /// - Parameter style: of `text`; the others have none.
    public func bytes(of report: PluginTestReport, style: Style = .plain) -> [UInt8] {
        switch self {
        case .text: Array(PluginTestText.text(report, style).utf8)
        case .tap: Array(PluginTestTAP.text(report).utf8)
        case .junit: PluginTestJUnit.bytes(report)
        case .json: PluginTestJSON.bytes(report)
        }
    }
}

extension TestCase.Note {
    /// Lines of a diff that are shown; the rest is counted.
    private static let most = 60

    /// The note on lines of its own, each safe to print.
    func lines(style: Style = .plain) -> [String] {
        guard !diff.isEmpty else { return [text.printable] }
        let all = EditsReport.display(diff, style: style).split(separator: "\n").map(String.init)
        let rest = all.count - Self.most
        return [text.printable] + all.prefix(Self.most)
            + (rest > 0 ? ["(and \(rest) more lines)"] : [])
    }
}
