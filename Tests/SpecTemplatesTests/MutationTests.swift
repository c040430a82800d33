import SpecModel
import SpecReading
import SpecTemplates
import TestSupport
import Testing

/// Each thing that is done to a fresh spec is found, and nothing else: for each template, with LF
/// and with CRLF.
@Suite struct MutationTests {
    /// A template and its sections with all that is below them.
    private struct Source {
        let name: String
        let text: String
        let spec: Spec
        let expected: [ExpectedSection]
        let rules: Rules

        init(_ name: String) throws {
            self.name = name
            text = try BundledTemplate.text(name)
            spec = Checked.reader.read(Array(text.utf8), path: "spec.md", template: name)
            expected = try #require(spec.match).sections
            rules = try Rules("structure")
        }

        /// The places of sections that must be there, and where they stand with all below them. A bold
        /// paragraph that acts as a heading is below none.
        var required: [(place: Int, range: SourceRange)] {
            expected.indices.filter { !expected[$0].isOptional }.compactMap { place in
                guard let section = expected[place].section else { return nil }
                var range = spec.sections[section].range
                let next = spec.sections.dropFirst(section + 1).first { $0.isImplicit }
                if let next { range.end = min(range.end, next.headingRange.start) }
                return (place, range)
            }
        }

        func slice(_ range: SourceRange) -> String { spec.source.text(range) }

        /// The text with new text for some ranges, which stand in order.
        func replacing(_ edits: [(range: SourceRange, text: String)]) -> String {
            var result = ""
            var end = 0
            for edit in edits {
                result += slice(SourceRange(end, edit.range.start)) + edit.text
                end = edit.range.end
            }
            return result + slice(SourceRange(end, spec.source.bytes.count))
        }

        /// What is found; the same with either line ending, of which some are tried.
        func lines(_ edits: [(range: SourceRange, text: String)]) throws -> [String] {
            let text = replacing(edits)
            let lines = try check(text).lines
            if text.utf8.count.isMultiple(of: 4) {
                #expect(try check(text.replacing("\n", with: "\r\n")).lines == lines)
            }
            return lines
        }

        func check(_ text: String) throws -> Checked {
            try Checked(text, against: name, Checked.reader, rules)
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a section that is left out`(_ name: String) throws {
        let source = try Source(name)
        for (place, range) in source.required {
            let lines = try source.lines([(range, "")])
            let title = source.expected[place].title
            #expect(lines.count == 1, "\(title): \(lines)")
            let first = lines.first ?? ""
            #expect(first.contains("missing-section: section \"\(title)\" is missing"))
        }
        let optional = source.expected.filter { $0.isOptional && $0.role != "metadata" }
        for section in optional {
            let index = try #require(section.section)
            #expect(try source.lines([(source.spec.sections[index].range, "")]) == [])
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a section that is missing is asked for where it stood`(_ name: String) throws {
        let source = try Source(name)
        for (_, range) in source.required where range.end < source.spec.source.bytes.count {
            let found = try source.check(source.replacing([(range, "")])).findings
            #expect(found.first?.location.start.offset == range.start)
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a section with another name`(_ name: String) throws {
        let source = try Source(name)
        for (place, _) in source.required {
            let index = try #require(source.expected[place].section)
            let title = source.spec.sections[index].title
            let range = source.spec.sections[index].titleRange
            let lines = try source.lines([(range, "\(title) in Detail")])
            if source.spec.sections[index].isImplicit {
                // Without its name a bold paragraph is a paragraph.
                #expect(lines.count == 1 && lines[0].contains("missing-section"), "\(lines)")
                continue
            }
            let wanted =
                "renamed-section: section \"\(title) in Detail\" seems to be what the template "
                + "calls \"\(title)\""
            #expect(lines.count == 1 && lines[0].hasSuffix(wanted), "\(title): \(lines)")
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a section that is there twice`(_ name: String) throws {
        let source = try Source(name)
        for (place, range) in source.required {
            let index = try #require(source.expected[place].section)
            let section = source.spec.sections[index]
            let heading = source.slice(section.headingRange)
            let again = SourceRange(range.end, range.end)
            let lines = try source.lines([(again, "\n\(heading)\n\nOnce more.\n\n")])
            let wanted = "duplicate-section: section \"\(section.title)\" is there twice"
            #expect(lines.count == 1 && lines[0].contains(wanted), "\(section.title): \(lines)")
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `two neighbours that changed places`(_ name: String) throws {
        let source = try Source(name)
        for (first, second) in zip(source.required, source.required.dropFirst()) {
            let next = source.required.first {
                $0.range.start >= first.range.end
                    && source.expected[$0.place].parent == source.expected[first.place].parent
            }
            guard let next, next.range.start == first.range.end, second.place > first.place else {
                continue
            }
            let lines = try source.lines([
                (first.range, source.slice(next.range).ended),
                (next.range, source.slice(first.range)),
            ])
            #expect(lines.count == 1, "\(lines)")
            let titles = [first, next].map { "\"\(source.expected[$0.place].title)\"" }
            let found = lines.first ?? ""
            #expect(found.contains("misplaced-section") && titles.contains { found.contains($0) })
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a section that says nothing`(_ name: String) throws {
        let source = try Source(name)
        for (place, range) in source.required {
            let index = try #require(source.expected[place].section)
            let section = source.spec.sections[index]
            let hasOthers = source.spec.sections.contains { $0.parent == index }
            if hasOthers || section.isImplicit { continue }
            let body = SourceRange(section.headingRange.end, range.end)
            let lines = try source.lines([(body, "\n\n<!-- later -->\n\n")])
            let wanted = "empty-required-section: section \"\(section.title)\" is empty"
            #expect(lines.count == 1 && lines[0].contains(wanted), "\(section.title): \(lines)")
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a column that was dropped, and one that was added`(_ name: String) throws {
        let source = try Source(name)
        let tables = try #require(source.spec.match).tables
        for table in tables where !table.columns.isEmpty {
            let block = try #require(
                source.spec.blocks.first {
                    $0.kind == .table && $0.range.contains(table.place)
                })
            let rows = source.slice(block.range).split(separator: "\n").map(String.init)
            let title = source.expected[table.section].title
            for (number, column) in table.columns.enumerated() {
                let fewer = rows.map { $0.cells.without(number).row }.joined(separator: "\n")
                let lines = try source.lines([(block.range, fewer)])
                let wanted =
                    "missing-column: the table in \"\(title)\" has no column \"\(column.name)\""
                #expect(lines.count == 1 && lines[0].hasSuffix(wanted), "\(lines)")
            }
            let more = rows.enumerated().map { number, row in
                (row.cells + [["Mood", "---"].dropFirst(number).first ?? "fine"]).row
            }
            let lines = try source.lines([(block.range, more.joined(separator: "\n"))])
            let wanted = "extra-column: the template has no column \"Mood\" in \"\(title)\""
            #expect(lines.count == 1 && lines[0].hasSuffix(wanted), "\(lines)")
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `metadata that is not there`(_ name: String) throws {
        let source = try Source(name)
        #expect(!source.spec.metadata.isEmpty)
        for field in source.spec.metadata {
            let first = source.spec.source.lineIndex(of: field.nameRange.start)
            let line = SourceRange(
                source.spec.source.lineStarts[first], source.spec.source.lineStarts[first + 1])
            let lines = try source.lines([(line, "")])
            let wanted = "missing-metadata: metadata \"\(field.name)\" is missing"
            #expect(lines.count == 1 && lines[0].hasSuffix(wanted), "\(lines)")
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a value that is no choice`(_ name: String) throws {
        let source = try Source(name)
        let schema = try #require(Checked.reader.schema(name))
        for field in schema.metadata where !field.options.isEmpty {
            let range = try #require(source.spec.metadata.first { $0.name == field.name }).range
            let lines = try source.lines([(range, "Wobbly")])
            #expect(
                lines.count == 1 && lines[0].contains("unknown-choice: \(field.name) \"Wobbly\""))
            for option in field.options {
                #expect(try source.lines([(range, option.uppercased())]) == [])
            }
        }
        for choice in schema.choices {
            let field = try #require(
                source.spec.items.first { $0.kind == choice.kind }?.field(choice.field))
            let item = try #require(source.spec.items.first { $0.kind == choice.kind })
            // An item of placeholders alone is nobody's yet.
            let named = try #require(
                item.fields.first {
                    $0.name != choice.field && $0.range != field.range && $0.range.count > 0
                })
            var edits = [(named.range, "Real"), (field.range, "Wobbly")]
            edits.sort { $0.0.start < $1.0.start }
            let lines = try source.lines(edits.map { (range: $0.0, text: $0.1) })
            #expect(
                lines.contains { $0.contains("unknown-choice: \(choice.field) \"Wobbly\"") },
                "\(choice) \(lines)")
        }
    }
}

extension String {
    fileprivate var cells: [String] {
        split(separator: "|").map { String($0) }
    }

    /// With a line end, where it has none.
    fileprivate var ended: String { hasSuffix("\n\n") ? self : self + "\n" }
}

extension [String] {
    fileprivate func without(_ number: Int) -> [String] {
        var cells = self
        cells.remove(at: number)
        return cells
    }

    fileprivate var row: String { "|" + joined(separator: "|") + "|" }
}
