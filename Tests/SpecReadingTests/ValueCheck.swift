import SpecModel
import SpecReading

/// The values of a spec whose ranges say something else: the bytes at each, read by themselves, are
/// its text.
struct ValueCheck {
    let spec: Spec
    private(set) var wrong: [String] = []
    /// What the document says of the destinations of its links.
    private let definitions: String

    init(_ spec: Spec) {
        self.spec = spec
        let definition = /\s*\[[^\]^][^\]]*\]:\s*\S.*/
        definitions = unquoted(spec.source.bytes).split(separator: "\n")
            .filter { $0.contains("]:") && $0.wholeMatch(of: definition) != nil }
            .joined(separator: "\n")
        if let title = spec.title { check("title", title.text, title.range) }
        if let status = spec.status { check("status", status.raw, status.range) }
        for section in spec.sections { check("section", section.title, section.titleRange) }
        for field in spec.metadata {
            check("name of metadata", field.name, field.nameRange)
            check("metadata \(field.name)", field.value, field.range)
        }
        for placeholder in spec.placeholders {
            check("placeholder", placeholder.text, placeholder.range)
        }
        for item in spec.items {
            for field in item.fields { check(field, of: item) }
            for field in item.extra { check(field, of: item) }
        }
    }

    private mutating func check(_ field: Field, of item: Item) {
        let name = "\(item.kind).\(field.name)"
        switch field.value {
        case .text(let text):
            // A level that the heading above says, of a field that the item leaves empty.
            if text.isEmpty, field.level != nil { return }
            // Said by another item's heading, by the shape, and by a link's destination.
            if ["phase", "source", "url"].contains(field.name) { return }
            check(name, text, field.range)
        case .boolean: break
        case .list(let elements):
            for element in elements { check(name, element.text, element.range) }
        case .record(let entries):
            for entry in entries { check(name, entry.value.text, entry.value.range) }
        }
    }

    private mutating func check(_ name: String, _ value: String, _ range: SourceRange) {
        let bytes = spec.source.bytes[range.start..<range.end]
        if bytes.elementsEqual(value.utf8) || says(Array(bytes), words(value)) { return }
        // Of a character that a tag cuts in two, neither half says it.
        if String(validating: bytes, as: UTF8.self) == nil { return }
        wrong.append(
            "\(name): \(value.debugDescription) at \(spec.source.text(range).debugDescription)")
    }

    /// Is this the text of a piece of Markdown, read by itself?
    private func says(_ bytes: [UInt8], _ value: String) -> Bool {
        let text = unquoted(bytes)
        // What the rest of the document defines: footnotes and destinations of links.
        let defined = text.replacing(/\[\^[^\]\s]+\]/, with: "")
        // In a table `\|` is a pipe, in code spans too. Lines that were no table may be one alone.
        let line = defined.replacing("\\\n", with: " ").replacing("\n", with: " ")
        let linked = defined.replacing(/\]\[[^\]]+\]/, with: "](x)")
        let bare = defined.replacing(/[\[\]]/, with: "")
        let readings = [text, linked, linked.replacing("\\|", with: "|"), line, bare]
        // Of a code span that a separator cuts in two, each half has one of its marks.
        let halves = words(text.replacing("`", with: "")) == value
        return words(text) == value || halves || readings.contains { isText($0, value) }
            || readings.contains { isText($0 + "\n\n" + definitions, value) }
            || isCodeBehindNumber(defined, value)
            || isCodeBehindNumber(String(decoding: bytes, as: UTF8.self), value)
    }

    /// `400: {…}`, from its label `Error Response (400)` to the end of the code below it.
    private func isCodeBehindNumber(_ text: String, _ value: String) -> Bool {
        guard let cut = value.firstRange(of: ":"), let number = Int(value[..<cut.lowerBound])
        else {
            return false
        }
        let code = words(String(value[cut.upperBound...]))
        return text.filter(\.isNumber).hasPrefix("\(number)")
            && words(text).contains(code)
    }

    private func isText(_ markdown: String, _ value: String) -> Bool {
        // Behind a word nothing is a list or a heading.
        let text = plainText(of: Array("x \(markdown)".utf8))
        if text == (value.isEmpty ? "x" : "x \(value)") { return true }
        return letters(of: text) == "x" + letters(of: value)
            || letters(of: plainText(of: Array(markdown.utf8))) == letters(of: value)
    }

    private func words(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}

/// Markdown without the quote marks and the white space in front of its lines, each ended by LF.
func unquoted(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var isStart = false
    for (index, byte) in bytes.enumerated() {
        if isStart, byte == UInt8(ascii: ">") || byte == 0x20 || byte == 0x09 { continue }
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        isStart = byte == 0x0A || byte == 0x0D
        output.append(isStart ? 0x0A : byte)
    }
    return String(decoding: output, as: UTF8.self)
}
