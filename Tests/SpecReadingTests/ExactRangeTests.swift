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
        let style: Generated.Style = part % 4 == 3 ? .plain : .varied
        let documents = try Generated.documents(250, seed: part, style)
        for (index, bytes) in documents.enumerated() { check(bytes, "\(style) \(part)/\(index)") }
        #expect(documents.count == 250)
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: ["corpus/specs", "seeds"])
    func real(_ folder: String) throws {
        let documents = try Generated.markdown(in: Shared.path(folder))
        for (path, bytes) in documents { check(bytes, path) }
        #expect(documents.count >= 5)
    }

    @Test(arguments: ModelTests.fixtures)
    func fixture(_ fixture: Fixture) throws {
        check(try fixture.bytes(), fixture.name)
    }

    /// The examples of CommonMark and GFM, whose Markdown is stranger than what people write.
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: Example.files)
    func example(_ file: String) throws {
        let examples = try Example.all(in: file)
        for example in examples { check(Array(example.utf8), example) }
        #expect(examples.count > 15)
    }

    /// However a real document is cut, what is left of it stands where it says.
    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: ["seeds/proposal.md", "seeds/numbered.md"])
    func prefixes(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Shared.path(path)))
        for count in 0...bytes.count {
            #expect(inexact(Array(bytes[..<count])) == [], "cut at \(count)")
        }
    }

    private func check(_ bytes: [UInt8], _ name: String) {
        for variant in Variant.allCases {
            #expect(inexact(variant.apply(bytes)) == [], "\(name) \(variant)")
        }
    }

    private func inexact(_ bytes: [UInt8]) -> [String] {
        let spec = SpecReader().read(bytes, path: "a.md")
        return ValueCheck(spec).wrong + CoverCheck(spec).wrong
    }
}
