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
        for name in Example.files {
            for example in try Example.all(in: name) {
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
}
