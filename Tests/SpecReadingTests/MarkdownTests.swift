import Foundation
import SpecModel
import SpecReading
import TestSupport
import Testing

@Suite struct MarkdownTests {
    static let fixtures =
        Fixture.files("Fixtures/markdown", extension: "md")
        + Fixture.files("Fixtures/model", extension: "md")

    @Test(arguments: Fixture.files("Fixtures/markdown", extension: "md"))
    func tree(_ fixture: Fixture) throws {
        let source = SourceText(path: fixture.name, bytes: try fixture.bytes())
        try Golden.compare(dumpMarkdown(source), with: fixture.sibling("tree"))
    }

    /// However a document is cut, its ranges lie in the text and say what stands there.
    @Test(arguments: fixtures)
    func everyPrefix(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        for count in 0...bytes.count {
            let source = SourceText(path: fixture.name, bytes: Array(bytes[..<count]))
            #expect(brokenInvariant(of: source) == nil, "cut at \(count)")
        }
    }

    @Test(arguments: fixtures, Variant.allCases)
    func variants(_ fixture: Fixture, _ variant: Variant) throws {
        let source = SourceText(path: fixture.name, bytes: variant.apply(try fixture.bytes()))
        #expect(brokenInvariant(of: source) == nil)
        #expect(unplacedBytes(of: source) == 0)
    }

    /// The examples of CommonMark and GFM: cmark decides what they are, and each of their bytes
    /// is found.
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func specificationExamples() throws {
        var count = 0
        for name in ["spec", "extensions", "regression"] {
            let file = try Shared.path("corpus/gfm/\(name).txt")
            for example in try examples(in: String(contentsOf: file, encoding: .utf8)) {
                for variant in Variant.allCases {
                    let bytes = variant.apply(Array(example.utf8))
                    let source = SourceText(path: name, bytes: bytes)
                    #expect(brokenInvariant(of: source) == nil, "\(variant): \(example)")
                }
                let source = SourceText(path: name, bytes: Array(example.utf8))
                #expect(unplacedBytes(of: source) == 0, "\(example)")
                count += 1
            }
        }
        #expect(count > 600)
    }

    /// The Markdown between a fence of 32 backticks and the line with a full stop.
    private func examples(in text: String) -> [String] {
        let fence = String(repeating: "`", count: 32)
        return text.components(separatedBy: "\(fence) example").dropFirst().compactMap { part in
            guard let start = part.firstIndex(of: "\n"),
                let end = part.range(of: "\n.\n")
            else { return nil }
            guard end.lowerBound > start else { return "" }
            let body = part[part.index(after: start)..<end.lowerBound]
            return body.replacingOccurrences(of: "→", with: "\t") + "\n"
        }
    }
}

/// The same document in another dress.
enum Variant: CaseIterable {
    case plain, crlf, cr, mark, quoted, listed, tabbed, unterminated

    func apply(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .plain: bytes
        case .crlf: lineEnds(bytes, [0x0D, 0x0A])
        case .cr: lineEnds(bytes, [0x0D])
        case .mark: [0xEF, 0xBB, 0xBF] + bytes
        case .quoted: indented(bytes, first: "> ", rest: "> ")
        case .listed: indented(bytes, first: "- ", rest: "  ")
        case .tabbed: indented(bytes, first: "-\t", rest: "\t")
        case .unterminated: Array(bytes.reversed().drop { $0 == 0x0A }.reversed())
        }
    }

    private func lineEnds(_ bytes: [UInt8], _ ending: [UInt8]) -> [UInt8] {
        bytes.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? ending : [$0] }
    }

    private func indented(_ bytes: [UInt8], first: String, rest: String) -> [UInt8] {
        var output = Array(first.utf8)
        for (index, byte) in bytes.enumerated() {
            output.append(byte)
            if byte == 0x0A, index + 1 < bytes.count { output.append(contentsOf: rest.utf8) }
        }
        return output
    }
}
