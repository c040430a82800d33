internal import SpecModel

// What a template asks for, as part of a document's facts.

extension TemplateMatch {
    /// Do all indices name something in a spec, and in this?
    func fits(_ spec: Spec) -> Bool {
        func isPart(_ index: Int?) -> Bool { index.map(sections.indices.contains) ?? true }
        return sections.enumerated().allSatisfy { place, section in
            (section.parent.map { (0..<place).contains($0) } ?? true) && isPart(section.after)
                && (section.section.map(spec.sections.indices.contains) ?? true)
                && section.duplicates.allSatisfy(spec.sections.indices.contains)
        } && tables.allSatisfy { isPart($0.section) }
            && values.allSatisfy { $0.item.map(spec.items.indices.contains) ?? true }
    }
}

extension TemplateMatch: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(template)
        sections.write(to: &writer)
        metadata.write(to: &writer)
        tables.write(to: &writer)
        values.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> TemplateMatch {
        var match = TemplateMatch(template: try reader.text())
        match.sections = try .read(from: &reader)
        match.metadata = try .read(from: &reader)
        match.tables = try .read(from: &reader)
        match.values = try .read(from: &reader)
        return match
    }
}

extension ExpectedSection.Displacement: WireValue {}

extension ExpectedSection: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(title)
        number.write(to: &writer)
        level.write(to: &writer)
        role.write(to: &writer)
        isOptional.write(to: &writer)
        writer.text(hint)
        parent.write(to: &writer)
        section.write(to: &writer)
        isRenamed.write(to: &writer)
        displacement.write(to: &writer)
        after.write(to: &writer)
        duplicates.write(to: &writer)
        place.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> ExpectedSection {
        var section = ExpectedSection(
            title: try reader.text(), number: try .read(from: &reader),
            level: try .read(from: &reader), role: try .read(from: &reader),
            isOptional: try .read(from: &reader), hint: try reader.text(),
            parent: try .read(from: &reader), place: SourceRange(0, 0))
        section.section = try .read(from: &reader)
        section.isRenamed = try .read(from: &reader)
        section.displacement = try .read(from: &reader)
        section.after = try .read(from: &reader)
        section.duplicates = try .read(from: &reader)
        section.place = try .read(from: &reader)
        return section
    }
}

extension ExpectedMetadata: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        role.write(to: &writer)
        isOptional.write(to: &writer)
        writer.text(hint)
        options.write(to: &writer)
        value.write(to: &writer)
        place.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> ExpectedMetadata {
        ExpectedMetadata(
            name: try reader.text(), role: try .read(from: &reader),
            isOptional: try .read(from: &reader), hint: try reader.text(),
            options: try .read(from: &reader), value: try .read(from: &reader),
            place: try .read(from: &reader))
    }
}

extension ExpectedTable: WireValue {
    func write(to writer: inout WireWriter) {
        section.write(to: &writer)
        missing.write(to: &writer)
        columns.write(to: &writer)
        place.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> ExpectedTable {
        ExpectedTable(
            section: try .read(from: &reader), missing: try .read(from: &reader),
            columns: try .read(from: &reader), place: try .read(from: &reader))
    }
}

extension ExpectedTable.Column: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        isExpected.write(to: &writer)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> ExpectedTable.Column {
        ExpectedTable.Column(
            name: try reader.text(), isExpected: try .read(from: &reader),
            range: try .read(from: &reader))
    }
}

extension ChosenValue: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        writer.text(value)
        options.write(to: &writer)
        isOption.write(to: &writer)
        item.write(to: &writer)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> ChosenValue {
        ChosenValue(
            name: try reader.text(), value: try reader.text(), options: try .read(from: &reader),
            isOption: try .read(from: &reader), item: try .read(from: &reader),
            range: try .read(from: &reader))
    }
}
