import Foundation
import SpecModel
import SpecReading
import TestSupport
import Testing

/// For every value, the bytes at its range say it and nothing else, and no byte belongs to two
/// siblings: in documents of all template families as people write them, in every variant.
@Suite struct ExactRangeTests {
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: 0..<8)
    func generated(_ part: Int) throws {
        let folder = try TemporaryFolder()
        let tool = try Shared.path("tools/generate-specs").path
        let style = part % 4 == 3 ? "--plain" : "--varied"
        let result = try Console.run(
            tool,
            [folder.url.path, style, "--size", "small", "--count", "250", "--seed", "\(part)"])
        try #require(result.status == 0, "\(result.errors)")
        try check(folder.url, atLeast: 250)
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: ["corpus/specs", "seeds"])
    func real(_ folder: String) throws {
        try check(try Shared.path(folder), atLeast: 5)
    }

    @Test(arguments: ModelTests.fixtures)
    func fixture(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        for variant in Variant.allCases {
            #expect(inexact(variant.apply(bytes)) == [], "\(variant)")
        }
    }

    private func check(_ folder: URL, atLeast least: Int) throws {
        let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
        var count = 0
        for path in paths.sorted() where path.hasSuffix(".md") {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
            for variant in Variant.allCases {
                #expect(inexact(variant.apply(bytes)) == [], "\(path) \(variant)")
            }
            count += 1
        }
        #expect(count >= least)
    }

    private func inexact(_ bytes: [UInt8]) -> [String] {
        let spec = SpecReader().read(bytes, path: "a.md")
        return ValueCheck(spec).wrong + Siblings(spec).overlaps
    }
}

/// The values of a spec whose ranges say something else.
private struct ValueCheck {
    let spec: Spec
    private(set) var wrong: [String] = []

    init(_ spec: Spec) {
        self.spec = spec
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
        wrong.append(
            "\(name): \(value.debugDescription) at \(spec.source.text(range).debugDescription)")
    }

    /// Is this the text of a piece of Markdown, read by itself?
    private func says(_ bytes: [UInt8], _ value: String) -> Bool {
        let text = unquoted(bytes)
        // What the rest of the document defines: footnotes and destinations of links.
        let defined = text.replacing(/\[\^[^\]\s]+\]/, with: "")
            .replacing(/\]\[[^\]]+\]/, with: "](x)")
        // In a table `\|` is a pipe, in code spans too.
        let readings = [text, defined, defined.replacing("\\|", with: "|")]
        return words(text) == value || readings.contains { isText($0, value) }
            || isCodeBehindNumber(text, value)
    }

    /// `400: {…}`, from its label `Error Response (400)` to the end of the code below it.
    private func isCodeBehindNumber(_ text: String, _ value: String) -> Bool {
        guard let cut = value.firstRange(of: ": "), let number = Int(value[..<cut.lowerBound])
        else {
            return false
        }
        return text.contains("(\(number))") && words(text).hasSuffix(value[cut.upperBound...])
    }

    private func isText(_ markdown: String, _ value: String) -> Bool {
        // Behind a word nothing is a list or a heading.
        let text = plainText(of: Array("x \(markdown)".utf8))
        if text == (value.isEmpty ? "x" : "x \(value)") { return true }
        return letters(of: plainText(of: Array(markdown.utf8))) == letters(of: value)
    }

    /// Lines without the quote marks in front of them.
    private func unquoted(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var isStart = false
        for byte in bytes {
            if isStart, byte == UInt8(ascii: ">") || byte == 0x20 || byte == 0x09 { continue }
            isStart = byte == 0x0A || byte == 0x0D
            output.append(isStart ? 0x0A : byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func words(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}

/// Blocks and sections that share bytes with a sibling, or leave their parent.
private struct Siblings {
    private(set) var overlaps: [String] = []

    init(_ spec: Spec) {
        check(spec.blocks.map { ("\($0.kind)", $0.range, $0.parent) })
        check(spec.sections.map { ($0.title, $0.range, $0.parent) })
    }

    private mutating func check(_ nodes: [(name: String, range: SourceRange, parent: Int?)]) {
        var ends: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() {
            let parent = node.parent ?? -1
            if node.range.start < ends[parent] ?? 0 {
                overlaps.append("\(node.name) at \(node.range) overlaps the one before it")
            }
            if let around = node.parent, !nodes[around].range.contains(node.range) {
                overlaps.append("\(node.name) at \(node.range) leaves \(nodes[around].range)")
            }
            ends[parent] = node.range.end
            ends[index] = node.range.start
        }
    }
}
