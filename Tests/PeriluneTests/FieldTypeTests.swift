import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import SpecWorkers
import TestSupport
import Testing

/// The types that editors are told are those that fields of items have.
@Suite struct FieldTypeTests {
    /// Specs of every template, and of every shape that items have.
    private static let specs =
        Fixture.files("../../examples", extension: "md")
        + Fixture.files("../../Sources/SpecTemplates/Templates/Bundled", extension: "md")
        + Fixture.files("../SpecReadingTests/Fixtures", extension: "md")

    private static let source = """
        local levels = { ["very-low"] = 1, low = 1, medium = 1, high = 1, ["very-high"] = 1, critical = 1 }

        local function kind_of(value)
          if type(value) ~= "table" then return levels[value] and "level" or type(value) end
          local first = next(value)
          return first == nil and "table" or type(first) == "string" and "map" or "list"
        end

        return { checks = { types = {
          summary = "s", severity = "info", each = "spec",
          run = function(spec, report)
            local seen = {}
            for _, item in ipairs(spec:items()) do
              for field, value in pairs(item) do
                local line = item.kind .. " " .. field .. " " .. kind_of(value)
                if not seen[line] then report(spec, "%s", line) end
                seen[line] = true
              end
            end
          end,
        } } }
        """

    @Test func aFieldReadsAsItIsDeclared() throws {
        let files = PluginFiles(
            name: "types", root: "types",
            files: [
                .init(path: "init.lua", bytes: Array(Self.source.utf8)),
                .init(
                    path: "plugin.yml",
                    bytes: Array("name: types\nversion: 1.0.0\ndescription: d\n".utf8)),
            ])
        var session = try PluginSession(try Plugin(files), TemplateReader(SpecReader()))
        let request = CheckRequest(name: "types", severity: .info, options: [:])
        var seen: Set<String> = []
        for fixture in Self.specs {
            let spec = SpecReader().read(try fixture.bytes(), path: "spec.md")
            let result = session.check(spec, [request])
            #expect(result.failures == [], "\(fixture)")
            for finding in result.findings { seen.insert(finding.message) }
        }
        var found = 0
        for line in seen.sorted() {
            let words = line.split(separator: " ").map(String.init)
            let kind = Subjects.builtIn.kinds.first { $0.name == words[0] }
            guard let kind, kind.fields.contains(words[1]) else { continue }
            found += 1
            let readings: [String: Set<String>] = [
                "perilune.Level": ["level"], "boolean": ["boolean"], "string": ["string", "level"],
                "string[]": ["list", "table"], "table<string, string>": ["map", "table"],
            ]
            let type = TypeLibrary.type(of: words[1], in: words[0])
            #expect(readings[type]?.contains(words[2]) == true, "\(line), declared \(type)")
        }
        #expect(found > 80)
    }
}
