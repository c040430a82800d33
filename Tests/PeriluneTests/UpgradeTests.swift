import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import SpecWorkers
import TestSupport
import Testing

/// `upgrade-template` between all families: what a spec said it still says, wherever it stands then.
@Suite struct UpgradeTests {
    struct Pair: CustomStringConvertible, Sendable {
        var from: String
        var to: String
        var description: String { "\(from) to \(to)" }

        static let all = BundledTemplate.names.flatMap { from in
            BundledTemplate.names.filter { $0 != from }.map { Pair(from: from, to: $0) }
        }
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: Pair.all)
    func `nothing is lost on the way there and back`(_ pair: Pair) throws {
        let upgrade = try Upgrade()
        var fields = (found: 0, all: 0)
        for document in try GeneratedSpec.of(pair.from) {
            let there = try upgrade.run(document.bytes, to: pair.to)
            #expect(try upgrade.run(there, to: pair.to) == there, "\(document.name) moves again")
            let moved = upgrade.spec(there, pair.to)
            let original = upgrade.spec(document.bytes, pair.to)
            #expect(original.items.lost(in: moved.items) == [], "\(document.name) there")
            #expect(original.metadataValues.isSubset(of: moved.metadataValues))
            let found = try document.truth.fields(in: moved.items)
            fields = (fields.found + found.found, fields.all + found.all)
            let back = upgrade.spec(try upgrade.run(there, to: pair.from), pair.from)
            #expect(original.items.lost(in: back.items) == [], "\(document.name) back")
        }
        #expect(fields.all > 100)
        #expect(Double(fields.found) >= 0.98 * Double(fields.all), "\(fields)")
    }

    /// Lines that are no heading, no row and no entry, no metadata and no rule.
    private func prose(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).filter { line in
            let words = line.drop { $0.isWhitespace }
            return words.first?.isLetter ?? false && !words.contains("**")
        }
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: Pair.all)
    func `text moves byte for byte`(_ pair: Pair) throws {
        let upgrade = try Upgrade()
        for document in try GeneratedSpec.of(pair.from) where document.isPlain {
            let there = try upgrade.run(document.bytes, to: pair.to)
            let lines = Set(prose(String(decoding: there, as: UTF8.self)))
            let text = String(decoding: document.bytes, as: UTF8.self)
            #expect(prose(text).count > 5)
            #expect(prose(text).filter { !lines.contains($0) } == [])
        }
    }

    @Test(arguments: BundledTemplate.names)
    func `a fresh spec stays as it is under its own template`(_ name: String) throws {
        let bytes = try #require(BundledTemplate.bytes(name))
        #expect(try Upgrade().run(bytes, to: name) == bytes)
    }

    @Test(arguments: Pair.all) func `what is missing is added once`(_ pair: Pair) throws {
        let bytes = try #require(BundledTemplate.bytes(pair.from))
        let upgrade = try Upgrade("add-missing-sections")
        let there = try upgrade.run(bytes, to: pair.to)
        let match = try #require(upgrade.spec(there, pair.to).match)
        #expect(match.sections.allSatisfy { $0.section != nil || $0.isOptional })
        #expect(try upgrade.run(there, to: pair.to) == there)
        // What was there stands there still, in its order.
        var rest = there[...]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let place = rest.split(separator: UInt8(ascii: "\n")).firstIndex { $0 == line }
            let lines = rest.split(separator: UInt8(ascii: "\n"))
            rest = rest[lines[try #require(place)].endIndex...]
        }
    }

    @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
    func `line endings, a mark and the end of the file stay`(_ end: String, _ mark: String) throws {
        let lines = [
            "# Refunds", "", "**Author:** R. Osei", "", "## Open Questions", "", "- [ ] Who pays?",
            "", "## Overview", "", "A text.",
        ]
        for last in ["", end] {
            let text = mark + lines.joined(separator: end) + last
            let there = try Upgrade().run(Array(text.utf8), to: "numbered")
            let found = String(decoding: there, as: UTF8.self)
            #expect(found.unicodeScalars.first == text.unicodeScalars.first)
            #expect(found.hasSuffix("|" + last) && !found.hasSuffix("|" + end + end))
            #expect(found.contains("## 1. Overview" + end + end + "A text." + end))
            let bare = found.replacing(end, with: "")
            #expect(!bare.unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
        }
    }

    @Test func `a spec that is held against no template is a failure that says so`() throws {
        let failure = #expect(throws: PluginFailure.self) {
            _ = try Upgrade().run(Array("# Refunds\n".utf8), to: nil)
        }
        #expect(failure?.message.contains("--template") == true)
    }
}

/// One transform of the bundled plugin, in this process.
private final class Upgrade {
    private let reader = TemplateReader(SpecReader())
    private let name: String
    private var session: PluginSession

    init(_ name: String = "upgrade-template") throws {
        self.name = name
        let plugin = try Plugin(#require(PluginFiles.bundled("templates")))
        session = try PluginSession(plugin, reader)
    }

    func spec(_ bytes: [UInt8], _ template: String?) -> Spec {
        reader.read(bytes, path: "spec.md", template: template)
    }

    func run(_ bytes: [UInt8], to template: String?) throws -> [UInt8] {
        let spec = spec(bytes, template)
        let edits = try session.transform(name, spec, options: [:])
        return try #require(spec.source.applying(edits))
    }
}
