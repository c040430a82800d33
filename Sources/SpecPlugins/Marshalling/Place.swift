internal import LuaSandbox
internal import SpecModel

/// A part of a spec as Lua names it. Indices are checked here, so that whatever comes back, no
/// range can lie outside the document.
struct Place {
    enum Part: String {
        case spec, item, section, placeholder, block, link
        /// What the template asks for: index in `TemplateMatch.places`.
        case template
    }

    /// Index in the specs of the run.
    var spec: Int
    var part: Part
    /// Index in the spec's list of such parts.
    var index: Int
    /// A field of the item, a role of the spec's metadata, or words of the block.
    var field: String?
    /// Which text of a field that has several: its name, or its number from 1. Of words of a block, the
    /// byte from 1 that they are looked for from; where the words are empty, the line from 1.
    private var element: Element?

    private enum Element {
        case number(Int)
        case name(String)
    }

    /// Reads `spec`, `what`, `index`, `field` and `element` of a record; nil where they name
    /// nothing.
    init?(_ value: LuaValue, in specs: SpecList) {
        guard let spec = value["spec"]?.integer, spec >= 1, spec <= specs.count,
            let part = value["what"]?.string.flatMap(Part.init(rawValue:)),
            let index = value["index"]?.integer
        else { return nil }
        self.spec = Int(spec) - 1
        self.part = part
        self.index = Int(truncatingIfNeeded: index) &- 1
        field = value["field"]?.string
        element =
            value["element"]?.string.map(Element.name)
            ?? value["element"]?.integer.map { .number(Int(truncatingIfNeeded: $0)) }
        guard part == .spec || Self.count(part, specs[self.spec]).contains(self.index) else {
            return nil
        }
    }

    /// Reads what `host.source` writes: the part, its index, and behind them a field and the
    /// number or the name of an element, each behind a zero byte.
    init?(spec: Int, text: some Sequence<UInt8>, in specs: SpecList) {
        let parts = text.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard specs.indices.contains(spec), parts.count >= 2, let part = Part(rawValue: parts[0]),
            let index = Int(parts[1])
        else { return nil }
        self.spec = spec
        self.part = part
        self.index = index &- 1
        field = parts.count > 2 ? parts[2] : nil
        element = parts.count > 3 ? Int(parts[3]).map(Element.number) ?? .name(parts[3]) : nil
        guard part == .spec || Self.count(part, specs[spec]).contains(self.index) else {
            return nil
        }
    }

    /// The key of the item at hand.
    func itemKey(in specs: SpecList) -> String? {
        switch part {
        case .item: return specs[spec].items[index].key
        case .template:
            guard let match = specs[spec].match else { return nil }
            let value = index - (match.places.count - match.values.count)
            guard match.values.indices.contains(value) else { return nil }
            return match.values[value].item.map { specs[spec].items[$0].key }
        case .spec, .section, .placeholder, .block, .link: return nil
        }
    }

    /// Where the part stands, or the field of it where there is one.
    func range(in specs: SpecList) -> SourceRange {
        fieldRange(in: specs) ?? partRange(specs[spec])
    }

    /// Where the field stands; nil where the document does not have it.
    func fieldRange(in specs: SpecList) -> SourceRange? {
        guard let field else { return nil }
        switch part {
        case .item:
            return itemField(in: specs).map { elementRange(of: $0, in: specs[spec]) ?? $0.range }
        case .spec: return specs[spec].range(ofRole: field)
        case .block:
            let (source, block) = (specs[spec].source, specs[spec].blocks[index].range)
            guard case .number(let number) = element else { return source.first(field, in: block) }
            if field.isEmpty { return source.line(number, of: block) }
            guard (1...max(1, block.count)).contains(number) else { return nil }
            return source.first(field, in: SourceRange(block.start + number - 1, block.end))
        case .link:
            let (source, link) = (specs[spec].source, specs[spec].links[index])
            if field == "target" { return source.target(of: link) }
            guard field == "text", case .name(let words) = element else { return nil }
            return source.first(words, in: link.range)
        case .section, .placeholder, .template: return nil
        }
    }

    /// The item's field, or its unknown column.
    func itemField(in specs: SpecList) -> Field? {
        guard part == .item, let field else { return nil }
        let item = specs[spec].items[index]
        return item.field(field) ?? item.extra.first { $0.name == field }
    }

    /// Where an element of a field stands; nil where the field does not have it.
    private func elementRange(of field: Field, in spec: Spec) -> SourceRange? {
        switch (element, field.value) {
        case (.number(let number), .list(let texts)):
            texts.indices.contains(number &- 1) ? texts[number &- 1].range : nil
        case (.name(let name), .record(let entries)):
            entries.first { $0.name == name }?.value.range
        case (.name(let words), .text): spec.source.first(words, in: field.range)
        default: nil
        }
    }

    private func partRange(_ spec: Spec) -> SourceRange {
        switch part {
        case .spec: spec.source.lineRange(0)
        case .item: spec.items[index].range
        case .section: spec.sections[index].headingRange
        case .placeholder: spec.placeholders[index].range
        case .block: spec.blocks[index].range
        case .template: spec.match?.places[index] ?? spec.source.lineRange(0)
        case .link: spec.links[index].range
        }
    }

    private static func count(_ part: Part, _ spec: Spec) -> Range<Int> {
        switch part {
        case .spec: 0..<1
        case .item: spec.items.indices
        case .section: spec.sections.indices
        case .placeholder: spec.placeholders.indices
        case .block: spec.blocks.indices
        case .template: 0..<(spec.match?.places.count ?? 0)
        case .link: spec.links.indices
        }
    }
}

extension Spec {
    /// Where the value of a metadata role stands; nil where the document does not have it.
    func range(ofRole role: String) -> SourceRange? {
        switch role {
        case "title": title?.range
        case "status": status?.range ?? metadata.first { $0.role == role }?.range
        default: metadata.first { $0.role == role }?.range
        }
    }
}

extension SourceText {
    /// What a link leads to, where it stands in the link itself, without escapes.
    fileprivate func target(of link: Link) -> SourceRange? {
        let target = Array(link.target.utf8)
        guard !target.isEmpty, target.count + 4 <= link.range.count else { return nil }
        var start = link.range.end - target.count - 1
        // Behind the last "](", for the words of a link may hold an image.
        while start > link.range.start + 1 {
            if bytes[start - 1] == UInt8(ascii: "("), bytes[start - 2] == UInt8(ascii: "]") {
                break
            }
            start -= 1
        }
        guard start - 2 > link.range.start else { return nil }
        while start < link.range.end, [0x20, 0x09, 0x0A, 0x3C].contains(bytes[start]) { start += 1 }
        guard bytes[start..<link.range.end].starts(with: target) else { return nil }
        return SourceRange(start, start + target.count)
    }

    /// What stands on one of the lines of a range, counted from 1; nil where there is no such line, or
    /// nothing on it.
    fileprivate func line(_ number: Int, of range: SourceRange) -> SourceRange? {
        let index = lineIndex(of: range.start).addingReportingOverflow(number - 1)
        guard number >= 1, !index.overflow, index.partialValue < lineStarts.count else {
            return nil
        }
        var line = lineRange(index.partialValue)
        line.end = min(line.end, range.end)
        while line.start < line.end, bytes[line.start] == 0x20 || bytes[line.start] == 0x09 {
            line.start += 1
        }
        return line.isEmpty ? nil : line
    }

    /// Where words first stand in a range, byte for byte; nil where they do not, or are a page.
    fileprivate func first(_ words: String, in range: SourceRange) -> SourceRange? {
        let words = Array(words.utf8)
        guard !words.isEmpty, words.count <= min(range.count, 1_000) else { return nil }
        return (range.start...range.end - words.count).first {
            bytes[$0] == words[0] && bytes[$0..<$0 + words.count].elementsEqual(words)
        }.map { SourceRange($0, $0 + words.count) }
    }
}
