import Foundation
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import TestSupport
import Testing

@testable import SpecWorkers

/// What a worker tells of a document is what another one makes of it, and nothing else.
struct FactsTests {
    static let fixtures = Fixture.files("../SpecReadingTests/Fixtures", extension: "md")

    @Test(arguments: fixtures)
    func `a spec crosses whole, but for its blocks and findings`(_ fixture: Fixture) throws {
        try check(fixture.bytes())
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `so do the seeds and real documents`() throws {
        for folder in ["seeds", "corpus/specs"] {
            let root = try Shared.path(folder)
            let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            for name in names where name.hasSuffix(".md") {
                try check([UInt8](Data(contentsOf: root.appending(path: name))))
            }
        }
    }

    @Test(arguments: fixtures)
    func `what rules read of a spec crosses, and nothing else`(_ fixture: Fixture) throws {
        let spec = SpecReader().read(try fixture.bytes(), path: "a.md")
        for reads in [SpecReads.links, .anchors, .sections, .placeholders, .items, .all] {
            let kept = spec.kept(for: reads)
            var crossed = try SpecFacts.spec(SpecFacts.frame(of: kept), of: spec.source)
            (crossed.findings, crossed.suppressions) = (kept.findings, kept.suppressions)
            #expect(crossed == kept)
            #expect(kept.links == (reads.contains(.links) ? spec.links : []))
            #expect(kept.items == (reads.contains(.items) ? spec.items : []))
            #expect(kept.sections == (reads.contains(.sections) ? spec.sections : []))
        }
    }

    @Test(arguments: fixtures)
    func `no facts are the beginning of others, and damaged ones do no harm`(
        _ fixture: Fixture
    ) throws {
        let source = SourceText(path: "a.md", bytes: try fixture.bytes())
        let facts = SpecFacts.frame(of: SpecReader().read(source.bytes, path: "a.md"))
        for count in facts.indices.prefix(2_000) {
            #expect(throws: WireError.self) {
                try SpecFacts.spec(Array(facts.prefix(count)), of: source)
            }
        }
        var random = SplitMix(state: UInt64(facts.count))
        for _ in 0..<200 {
            var damaged = facts
            for _ in 0...random.next() % 3 {
                damaged[Int(random.next() % UInt64(damaged.count))] = UInt8(random.next() & 255)
            }
            guard let spec = try? SpecFacts.spec(damaged, of: source) else { continue }
            for item in spec.items {
                #expect(item.range.end <= source.bytes.count)
                #expect(item.section.map { $0 < spec.sections.count } ?? true)
            }
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `what a template asks for crosses with them, damaged or not`(_ name: String) throws {
        let bytes = try #require(BundledTemplate.bytes(name))
        let reader = TemplateReader(SpecReader())
        for template in BundledTemplate.names {
            let spec = reader.read(bytes, path: "a.md", template: template)
            try check(spec)
            let facts = SpecFacts.frame(of: spec)
            #expect(facts.count * 8 < SpecFacts.most(of: bytes.count, isHeld: true))
            var random = SplitMix(state: UInt64(facts.count))
            for _ in 0..<50 {
                var damaged = facts
                damaged[Int(random.next() % UInt64(damaged.count))] = UInt8(random.next() & 255)
                let damagedSpec = try? SpecFacts.spec(damaged, of: spec.source)
                guard let damagedSpec, let match = damagedSpec.match else { continue }
                #expect(match.places.allSatisfy { $0.end <= bytes.count })
                #expect(match.fits(damagedSpec))
            }
        }
    }

    private func check(_ bytes: [UInt8]) throws {
        let spec = SpecReader().read(bytes, path: "a.md")
        let facts = try check(spec)
        #expect(facts.count * 8 < SpecFacts.most(of: bytes.count, isHeld: false))
    }

    @Test func `comments for the checks stand where they are told to, or are none`() throws {
        let text = """
            <!-- perilune-disable a/b -- why -->

            ## Risks

            <!-- perilune-disable-item a, b/c until=2026-01-01 -- why not -->

            | Risk | Impact |
            |---|---|
            | Fire <!-- perilune-disable-line - one --> | High <!-- perilune-disable-item x -- é --> |

            <!-- perilune-enable a/b -->
            """
        let spec = SpecReader().read(Array(text.utf8), path: "a.md")
        #expect(spec.suppressions.count == 5)
        let frame = SpecSuppressions.frame(of: spec.suppressions)
        #expect(
            try SpecSuppressions.suppressions(frame, of: spec.source) == spec.suppressions)
        for count in 0..<frame.count {
            #expect(throws: WireError.self) {
                try SpecSuppressions.suppressions(Array(frame.prefix(count)), of: spec.source)
            }
        }
        for place in frame.indices {
            for value in [0, 1, 127, 255] as [UInt8] {
                var damaged = frame
                damaged[place] = value
                let found = try? SpecSuppressions.suppressions(damaged, of: spec.source)
                for suppression in found ?? [] {
                    #expect(spec.source.text(suppression.range).hasPrefix("<!-- perilune-"))
                    #expect((suppression.scope?.end ?? 0) <= spec.source.bytes.count)
                    #expect(suppression.items.count <= Suppression.itemLimit)
                }
            }
        }
    }

    @discardableResult
    private func check(_ spec: Spec) throws -> [UInt8] {
        var known = spec
        known.blocks = []
        known.findings = []
        known.suppressions = []
        let comments = SpecSuppressions.frame(of: spec.suppressions)
        if !comments.isEmpty {
            #expect(
                try SpecSuppressions.suppressions(comments, of: spec.source) == spec.suppressions)
        }
        let facts = SpecFacts.frame(of: spec)
        #expect(try SpecFacts.spec(facts, of: spec.source) == known)
        return facts
    }
}
