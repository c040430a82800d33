import SpecModel
import SpecReading
import SpecTemplates
import TestSupport
import Testing

/// Templates and documents are anybody's: whatever they are, there is an answer, soon, the same one
/// each time, and all its places are inside the document.
@Suite struct HostileTests {
    private func match(_ document: [UInt8], _ template: [UInt8]) -> TemplateMatch? {
        let file = TemplateFile(name: "t.md", bytes: template)
        let spec = TemplateReader(SpecReader(), [file])
            .read(document, path: "d.md", template: "t.md")
        guard let match = spec.match else { return nil }
        for place in match.places {
            #expect(place.start <= place.end && place.end <= document.count)
        }
        #expect(
            match.sections.allSatisfy { $0.section.map(spec.sections.indices.contains) ?? true })
        #expect(match.values.allSatisfy { $0.item.map(spec.items.indices.contains) ?? true })
        return match
    }

    @Test(arguments: BundledTemplate.names)
    func `mangled documents and templates`(_ name: String) throws {
        var random = SplitMix(state: 7)
        let whole = try #require(BundledTemplate.bytes(name))
        var lines = whole.split(separator: 0x0A, omittingEmptySubsequences: false)
        for _ in 0..<40 {
            let first = Int(random.next() % UInt64(lines.count))
            let second = Int(random.next() % UInt64(lines.count))
            switch random.next() % 4 {
            case 0: lines.swapAt(first, second)
            case 1: lines[first] = lines[second]
            case 2: lines[first] = lines[first].dropLast(Int(random.next() % 8))
            default: lines[first] = lines[first] + [UInt8(truncatingIfNeeded: random.next())]
            }
            let mangled = Array(lines.joined(separator: [0x0A]))
            #expect(match(mangled, whole) == match(mangled, whole))
            #expect(match(whole, mangled) != nil || mangled.contains(0))
        }
    }

    private static let parts = [
        "headings of one name": "## A\n", "headings in one another": "# A\n## B\n### C\n",
        "headings that are alike": "## Rollout of plan nine\n", "bold headings": "**Risks**\n\n",
        "tables": "## A\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n", "metadata": "**A:** B | C\n\n",
        "choices": "## Risks\n\n| Risk | Impact |\n|---|---|\n| a | High/Medium/Low |\n\n",
        "brackets": "## [A]\n\n[B]\n\n", "comments": "## A\n\n<!-- B -->\n\n",
    ]

    @Test(arguments: parts.keys.sorted())
    func `much of one thing`(_ what: String) throws {
        let part = try #require(Self.parts[what])
        let template = Array(String(repeating: part, count: 2_000).utf8)
        let document = Array(String(repeating: part, count: 4_000).utf8)
        #expect(match(document, template) != nil)
        #expect(match(template, Array(part.utf8)) != nil)
    }

    @Test func `names that are long, and columns without end`() throws {
        let heading = "## " + String(repeating: "rollout plan ", count: 3_000) + "\n"
        let table =
            "## A\n\n|" + String(repeating: "a|", count: 3_000) + "\n|"
            + String(repeating: "-|", count: 3_000) + "\n"
        for text in [heading, table] {
            #expect(match(Array(text.utf8), Array((text + "## B\n").utf8)) != nil)
        }
    }
}
