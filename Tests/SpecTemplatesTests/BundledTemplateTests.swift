import Foundation
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import TestSupport
import Testing

/// The five templates: each is a spec that passes what it asks for itself, and asks for what the
/// family is known for.
@Suite struct BundledTemplateTests {
    @Test(arguments: BundledTemplate.names, ["\n", "\r\n"])
    func `a fresh spec passes every check but those for what is left to fill`(
        _ name: String, _ lineEnd: String
    ) throws {
        let text = try BundledTemplate.text(name).replacing("\n", with: lineEnd)
        for template in [name, TemplateReader.automatic] {
            let spec = Checked.reader.read(Array(text.utf8), path: "spec.md", template: template)
            #expect(spec.template == name)
            #expect(spec.match?.sections.allSatisfy { $0.section != nil } == true)
            for plugin in PluginFiles.bundledNames {
                let result = try Rules(plugin) { !$0.summary.isOfBlanks }.check(spec)
                #expect(result.failures == [])
                #expect(result.findings == [])
            }
        }
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: BundledTemplate.names)
    func `a template asks for what its family's seed asks for`(_ name: String) throws {
        let seed = try Data(contentsOf: Shared.path("seeds/\(name).md"))
        let file = TemplateFile(name: "seed.md", bytes: [UInt8](seed))
        let theirs = try #require(TemplateReader(SpecReader(), [file]).schema("seed.md"))
        let ours = try #require(Checked.reader.schema(name))
        // The one heading that the seed has for an example without saying so.
        let sections = theirs.sections.filter { $0.title != "Create Resource" }
        #expect(ours.sections.map(\.shape) == sections.map(\.shape))
        #expect(ours.metadata.map(\.name) == theirs.metadata.map(\.name))
        #expect(ours.metadata.map(\.options) == theirs.metadata.map(\.options))
        #expect(Set(ours.choices.map(\.shape)).isSuperset(of: theirs.choices.map(\.shape)))
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: BundledTemplate.names,
        [true, false])
    func `a seed passes the checks of its own family`(_ name: String, _ isNamed: Bool) throws {
        let seed = try String(contentsOf: Shared.path("seeds/\(name).md"), encoding: .utf8)
        let checked = try Checked(seed, against: isNamed ? name : TemplateReader.automatic)
        #expect(checked.spec.match?.template == name)
        #expect(checked.lines == [])
    }

    @Test func `a document of another template is held against none`() throws {
        let checked = try Checked(
            "# Notes\n\n## Overview\n\nText.\n\n## Ideas\n\nText.\n",
            against: TemplateReader.automatic)
        #expect(checked.spec.match == nil)
        #expect(checked.lines == [])
    }
}

extension String {
    /// Is a rule with this summary about what a template leaves to fill?
    fileprivate var isOfBlanks: Bool {
        self == "no template text is left to fill"
            || self == "every list of choices is narrowed to one"
    }
}

extension Schema.Section {
    /// What it asks for, as text.
    fileprivate var shape: String {
        let tables = tables.map { $0.columns.map(\.name).joined(separator: "|") }
        return "\(level) \(number ?? "") \(title) \(role ?? "") \(tables)"
    }
}

extension Schema.Choice {
    fileprivate var shape: String { "\(kind).\(field): \(options)" }
}
