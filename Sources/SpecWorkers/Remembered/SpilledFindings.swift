package import SpecModel
package import Spilling

/// Findings as bytes, most of them in a file: for as long as processes are at work, which take memory, too.
package struct SpilledFindings: Sendable {
    /// What is handed to the file at once.
    private static let bytesOfPiece = 64 << 10
    /// What is held in memory: some thousand findings.
    private static let room = 256 << 10

    private let file: SpillFile
    private var pieces: [SpilledBytes] = []
    private var last = WireWriter()
    /// How many there are.
    private var count = 0
    private var rules: [String] = []
    private var places: [String: Int] = [:]
    /// One behind the other; a path may come again.
    private var paths: [String] = []

    package init(in file: SpillFile = SpillFile(room: room)) { self.file = file }

    /// Costs a microsecond or two for each.
    package mutating func add(_ findings: [Finding]) {
        for finding in findings { add(finding) }
        count += findings.count
        if last.bytes.count < Self.bytesOfPiece { return }
        pieces.append(file.keep(last.bytes))
        last = WireWriter()
    }

    /// All of them, in the order in which they came, and none from then on; nil where the file cannot be read
    /// again.
    package mutating func take() -> [Finding]? {
        var findings: [Finding] = []
        findings.reserveCapacity(count)
        do throws(WireError) {
            for piece in pieces { try read(piece.bytes, into: &findings) }
            try read(last.bytes, into: &findings)
        } catch {
            return nil
        }
        let isWhole = findings.count == count && !pieces.contains(where: \.isDamaged)
        self = SpilledFindings(in: file)
        return isWhole ? findings : nil
    }
}

extension SpilledFindings {
    private mutating func add(_ finding: Finding) {
        place(ofRule: finding.rule).write(to: &last)
        finding.severity.write(to: &last)
        add(finding.location)
        last.text(finding.message)
        finding.item.write(to: &last)
        finding.related.count.write(to: &last)
        for related in finding.related {
            last.text(related.message)
            add(related.location)
        }
        finding.help.write(to: &last)
        finding.fix.count.write(to: &last)
        for edit in finding.fix {
            place(ofPath: edit.path).write(to: &last)
            edit.range.write(to: &last)
            last.text(edit.replacement)
            edit.group.write(to: &last)
        }
        finding.applicability.write(to: &last)
    }

    private mutating func add(_ location: Location) {
        place(ofPath: location.path).write(to: &last)
        for position in [location.start, location.end] {
            position.line.write(to: &last)
            position.column.write(to: &last)
            position.offset.write(to: &last)
        }
    }

    private mutating func place(ofRule rule: String) -> Int {
        if let place = places[rule] { return place }
        places[rule] = rules.count
        rules.append(rule)
        return rules.count - 1
    }

    private mutating func place(ofPath path: String) -> Int {
        // As bytes: two ways to write an accent are two paths.
        if paths.last?.utf8.elementsEqual(path.utf8) != true { paths.append(path) }
        return paths.count - 1
    }
}

extension SpilledFindings {
    private func read(_ bytes: [UInt8], into findings: inout [Finding]) throws(WireError) {
        var reader = WireReader(bytes)
        reader.furthest = .max
        while !reader.isAtEnd { findings.append(try finding(&reader)) }
    }

    private func finding(_ reader: inout WireReader) throws(WireError) -> Finding {
        var finding = Finding(
            rule: try name(among: rules, &reader), severity: try .read(from: &reader),
            message: "", location: try location(&reader))
        finding.message = try reader.text()
        finding.item = try .read(from: &reader)
        for _ in 0..<(try reader.count(upTo: .max)) {
            finding.related.append(
                Finding.Related(message: try reader.text(), location: try location(&reader)))
        }
        finding.help = try .read(from: &reader)
        for _ in 0..<(try reader.count(upTo: .max)) {
            finding.fix.append(
                Edit(
                    path: try name(among: paths, &reader), range: try .read(from: &reader),
                    replacement: try reader.text(), group: try .read(from: &reader)))
        }
        finding.applicability = try .read(from: &reader)
        return finding
    }

    private func location(_ reader: inout WireReader) throws(WireError) -> Location {
        Location(
            path: try name(among: paths, &reader), start: try position(&reader),
            end: try position(&reader))
    }

    private func position(_ reader: inout WireReader) throws(WireError) -> SourcePosition {
        SourcePosition(
            line: try .read(from: &reader), column: try .read(from: &reader),
            offset: try .read(from: &reader))
    }

    private func name(
        among names: [String], _ reader: inout WireReader
    ) throws(WireError) -> String {
        names[try reader.count(upTo: names.count - 1)]
    }
}
