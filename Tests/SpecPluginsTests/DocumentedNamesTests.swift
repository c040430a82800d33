import Foundation
import SpecModel
import SpecPlugins
import TestSupport
import Testing

/// `plugins/README.md` names what plugins find, all of it, and nothing else.
@Suite struct DocumentedNamesTests {
    private let page = try? String(
        contentsOf: Repository.path("plugins/README.md"), encoding: .utf8)

    /// What a Lua expression says inside of a plugin.
    private func lua(_ expression: String) throws -> String {
        var session = try PluginSession(
            Plugin(.check(each: "spec", "report(thing, '%s', \(expression))")))
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        let result = session.check(SpecBuilder.example(), [request])
        #expect(result.failures == [])
        return try #require(result.findings.first).message
    }

    /// Runs of letters, digits and the characters of `inside`.
    private func words(_ text: String, with inside: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && !inside.contains($0) }.map(String.init)
    }

    @Test(arguments: [
        "adf", "csv", "date", "env", "files", "hash", "html", "jira", "json", "markdown", "sqlite",
        "template",
        "text",
        "xlsx",
    ])
    func theLibraryIsAsDocumented(_ library: String) throws {
        let page = try #require(page)
        let found = try lua(
            """
            (function()
              local names = {}
              for name in pairs(\(library)) do names[#names + 1] = name end
              return table.concat(names, " ")
            end)()
            """
        ).split(separator: " ").map(String.init)
        let prefix = library + "."
        let documented = words(page, with: "._").filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
        #expect(Set(documented) == Set(found))
    }

    @Test func everyGlobalIsDocumented() throws {
        let page = try #require(page)
        let found = try lua(
            """
            (function()
              local names = {}
              for name in pairs(_G) do names[#names + 1] = name end
              return table.concat(names, " ")
            end)()
            """
        ).split(separator: " ").map(String.init)
        #expect(found.contains("csv") && found.contains("pcall"))
        let documented = Set(words(page, with: "_"))
        #expect(Set(found).subtracting(documented) == ["_G", "_VERSION"])
    }

    @Test func everyItemKindIsDocumentedWithItsFields() throws {
        let page = try #require(page)
        for kind in Subjects.builtIn.kinds {
            let fields = kind.fields.map { "`\($0)`" }.joined(separator: " ")
            #expect(page.contains("| `\(kind.name)` | \(fields) |"))
        }
    }

    @Test func everyValueOfEachIsDocumented() throws {
        let page = try #require(page)
        #expect(Set(Subjects.builtIn.all).subtracting(words(page, with: "-")) == [])
    }

    @Test(arguments: [
        ("spec", "thing"), ("section", "thing.sections[1]"), ("item", "thing:items()[1]"),
        ("schema", "thing.schema"), ("expected", "thing.schema.sections[1]"),
        ("field", "thing.schema.metadata[1]"), ("held", "thing.schema.tables[1]"),
        ("column", "thing.schema.tables[1].columns[1]"), ("value", "thing.schema.values[1]"),
        ("link", "thing.links[1]"),
    ])
    func everyFieldOfAnObjectIsDocumented(_ name: String, _ expression: String) throws {
        let page = try #require(page)
        let found = try lua(
            """
            (function()
              local names = {}
              for name in pairs(\(expression)) do names[#names + 1] = name end
              return table.concat(names, " ")
            end)()
            """
        ).split(separator: " ").map(String.init)
        let ofKinds = Set(Subjects.builtIn.kinds.flatMap(\.fields))
        for field in found where name != "item" || !ofKinds.contains(field) {
            #expect(page.contains("`\(name).\(field)`"), "\(name).\(field)")
        }
    }
}
