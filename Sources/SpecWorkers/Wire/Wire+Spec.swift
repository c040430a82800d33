internal import SpecModel

/// What a document says, for whoever has its bytes and need not read them again: all of a spec but
/// its source, its blocks, what it says to the checks (`SpecSuppressions`) and what reading found
/// wrong.
///
/// Indices and places are held against the document as they are read, so that no reader of the spec
/// traps; that they are true, nobody can tell.
enum SpecFacts {
    /// Bytes that the facts of a document of so many bytes may have.
    /// - Parameter isHeld: is it held against a template? What that asks for is part of them.
    static func most(of bytes: Int, isHeld: Bool) -> Int {
        (isHeld ? 1 << 20 : 4_096) + bytes * (isHeld ? 256 : 64)
    }

    static func frame(of spec: Spec) -> [UInt8] {
        var writer = WireWriter()
        spec.linkedFiles.write(to: &writer)
        spec.template.write(to: &writer)
        spec.title.write(to: &writer)
        spec.status.write(to: &writer)
        spec.metadata.write(to: &writer)
        spec.sections.write(to: &writer)
        spec.items.write(to: &writer)
        spec.placeholders.write(to: &writer)
        spec.code.write(to: &writer)
        spec.links.write(to: &writer)
        spec.headings.write(to: &writer)
        spec.tasks.done.write(to: &writer)
        spec.tasks.open.write(to: &writer)
        spec.match.write(to: &writer)
        return writer.bytes
    }

    /// The files that the links of a document lead to, without a look at the rest.
    static func linkedFiles(_ facts: [UInt8]) throws(WireError) -> [String] {
        var reader = WireReader(facts)
        return try .read(from: &reader)
    }

    /// The spec that the facts of a document make.
    /// - Parameter existing: of the linked files, those that are there.
    static func spec(
        _ facts: [UInt8], of source: SourceText, existing: [Bool?] = []
    ) throws(WireError) -> Spec {
        var reader = WireReader(facts)
        reader.furthest = source.bytes.count
        _ = try [String].read(from: &reader)
        var spec = Spec(source: source)
        spec.template = try .read(from: &reader)
        spec.title = try .read(from: &reader)
        spec.status = try .read(from: &reader)
        spec.metadata = try .read(from: &reader)
        spec.sections = try .read(from: &reader)
        spec.items = try .read(from: &reader)
        spec.placeholders = try .read(from: &reader)
        spec.code = try .read(from: &reader)
        spec.links = try .read(from: &reader)
        spec.headings = try .read(from: &reader)
        spec.tasks.done = try .read(from: &reader)
        spec.tasks.open = try .read(from: &reader)
        for (index, section) in spec.sections.enumerated() {
            guard section.parent.map({ (0..<index).contains($0) }) ?? true else {
                throw WireError()
            }
        }
        for item in spec.items {
            guard item.section.map(spec.sections.indices.contains) ?? true else {
                throw WireError()
            }
        }
        spec.match = try .read(from: &reader)
        spec.noteFiles(existing)
        guard reader.isAtEnd, spec.match?.fits(spec) ?? true else { throw WireError() }
        return spec
    }
}

extension SourceRange: WireValue {
    func write(to writer: inout WireWriter) {
        writer.number(Int64(start))
        writer.number(Int64(end - start))
    }

    static func read(from reader: inout WireReader) throws(WireError) -> SourceRange {
        let start = try reader.count(upTo: reader.furthest)
        return SourceRange(start, start + (try reader.count(upTo: reader.furthest - start)))
    }
}

extension Link.Style: WireValue {}

extension Link: WireValue {
    func write(to writer: inout WireWriter) {
        style.write(to: &writer)
        writer.text(text)
        writer.text(target)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Link {
        Link(
            style: try .read(from: &reader), text: try reader.text(), target: try reader.text(),
            range: try .read(from: &reader))
    }
}

extension Headings: WireValue {
    func write(to writer: inout WireWriter) {
        writer.raw(texts)
        ranges.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Headings {
        let headings = Headings(texts: try reader.raw(), ranges: try .read(from: &reader))
        guard headings.texts.last ?? 0 == 0,
            headings.texts.count(where: { $0 == 0 }) == headings.ranges.count
        else { throw WireError() }
        return headings
    }
}

extension SourcedText: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(text)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> SourcedText {
        SourcedText(try reader.text(), try .read(from: &reader))
    }
}

extension Status: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(raw)
        value.write(to: &writer)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Status {
        Status(
            raw: try reader.text(), value: try .read(from: &reader),
            range: try .read(from: &reader))
    }
}

extension MetadataField: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        role.write(to: &writer)
        writer.text(value)
        date.write(to: &writer)
        nameRange.write(to: &writer)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> MetadataField {
        MetadataField(
            name: try reader.text(), role: try .read(from: &reader), value: try reader.text(),
            date: try .read(from: &reader), nameRange: try .read(from: &reader),
            range: try .read(from: &reader))
    }
}

extension Section: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(title)
        number.write(to: &writer)
        level.write(to: &writer)
        role.write(to: &writer)
        parent.write(to: &writer)
        titleRange.write(to: &writer)
        headingRange.write(to: &writer)
        range.write(to: &writer)
        isEmpty.write(to: &writer)
        isOptional.write(to: &writer)
        isImplicit.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Section {
        Section(
            title: try reader.text(), number: try .read(from: &reader),
            level: try .read(from: &reader), role: try .read(from: &reader),
            parent: try .read(from: &reader), titleRange: try .read(from: &reader),
            headingRange: try .read(from: &reader), range: try .read(from: &reader),
            isEmpty: try .read(from: &reader), isOptional: try .read(from: &reader),
            isImplicit: try .read(from: &reader))
    }
}

extension Placeholder: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(style)
        writer.text(text)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Placeholder {
        Placeholder(
            style: try reader.text(), text: try reader.text(), range: try .read(from: &reader))
    }
}

extension CodeBlock: WireValue {
    func write(to writer: inout WireWriter) {
        language.write(to: &writer)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> CodeBlock {
        CodeBlock(language: try .read(from: &reader), range: try .read(from: &reader))
    }
}
