internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import Yaml

/// In which formats what was found is reported, and where.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            """
            text: a line each; full: with the line of the spec; json, jsonl, sarif, junit, github, \
            gitlab, checkstyle, rdjson. FORMAT:FILE writes a file; repeat it for several at once. \
            On a terminal full, else text.
            """, valueName: "format[:file]"),
        completion: .list(CheckFormat.allCases.map(\.rawValue)))
    var formats: [String] = []

    func validate() throws {
        _ = try reports(on: .output)
    }

    /// Does one of the formats look at the documents again?
    var needsSources: Bool {
        let reports = [Terminal.output, .error].map { (try? self.reports(on: $0)) ?? [] }
        return reports.joined().contains(where: \.format.needsSources)
    }

    /// Writes what a check came to: findings to standard output and into files, the rest to
    /// standard error.
    /// - Parameters:
    ///   - terminal: where findings go that no file is named for.
    ///   - fixes: a line that says what was fixed.
    /// - Returns: what is wrong with files that could not be written.
    func show(
        _ outcome: CheckOutcome, on terminal: Terminal = .output, fixes: String? = nil,
        _ messages: MessageOptions
    ) throws -> [Problem] {
        var problems: [Problem] = []
        outcome.report.log.forEach(messages.show)
        for report in try reports(on: terminal) {
            guard let file = report.file else {
                let style = terminal.style(messages.color)
                try report.format.write(outcome, style: style, to: terminal.write)
                continue
            }
            problems += messages.write(report.format.bytes(of: outcome), to: file)
        }
        messages.report(outcome.report.failures)
        if !messages.quiet {
            if let fixes { Terminal.error.write(fixes + "\n") }
            Terminal.error.write(FindingsReport.summary(outcome.report) + "\n")
        }
        return problems
    }

    private struct Report {
        var format: CheckFormat
        /// Nil for standard output.
        var file: String?
    }

    private func reports(on terminal: Terminal) throws -> [Report] {
        if formats.isEmpty { return [Report(format: terminal.isInteractive ? .full : .text)] }
        let reports = try formats.map(Self.report)
        let shown = reports.filter { $0.file == nil }
        if shown.count > 1 {
            let names = shown.map(\.format.rawValue).joined(separator: " and ")
            throw ValidationError(
                "\(names) cannot share standard output; write one into a file: "
                    + "--format \(shown[1].format.rawValue):FILE")
        }
        var files: Set<String> = []
        for file in reports.compactMap(\.file) where !files.insert(file).inserted {
            throw ValidationError("two formats for the file \"\(file)\"")
        }
        return reports
    }

    /// Reads `sarif` and `sarif:build/out.sarif`; the file `-` is standard output.
    private static func report(_ text: String) throws -> Report {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard let format = CheckFormat(rawValue: name) else {
            let known = CheckFormat.allCases.map(\.rawValue)
            throw ValidationError(
                "unknown format \"\(text)\"\(suggestion(for: name, among: known))")
        }
        guard parts.count > 1, parts[1] != "-" else { return Report(format: format) }
        if parts[1].isEmpty {
            throw ValidationError("--format \(text) names no file; expected \(name):FILE")
        }
        return Report(format: format, file: String(parts[1]))
    }
}
