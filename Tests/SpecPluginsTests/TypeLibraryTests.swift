import Foundation
import SpecModel
import SpecPlugins
import TestSupport
import Testing

/// What editors are told of the sandbox is what plugins find there, all of it and nothing else.
@Suite struct TypeLibraryTests {
    /// A class of the library: its fields, and its methods.
    private struct Described {
        var fields: Set<String> = []
        /// Those that are never nil.
        var required: Set<String> = []
        var methods: Set<String> = []
    }

    private let library = PluginFiles.typeLibrary

    private var classes: [String: Described] {
        var classes: [String: Described] = [:]
        var name = ""
        for line in library.components(separatedBy: "\n") {
            if let match = line.wholeMatch(of: /---@class (?:\(exact\) )?perilune\.(\w+)/) {
                name = String(match.1)
                classes[name] = Described()
            } else if let match = line.prefixMatch(of: /---@field (\w+)\??/) {
                if line.contains(" fun(self:") {
                    classes[name]?.methods.insert(String(match.1))
                } else {
                    classes[name]?.fields.insert(String(match.1))
                    if !match.0.hasSuffix("?") {
                        classes[name]?.required.insert(String(match.1))
                    }
                }
            } else if let match = line.prefixMatch(of: /function [a-z]+:(\w+)\(/) {
                classes[name]?.methods.insert(String(match.1))
            }
        }
        return classes
    }

    @Test func isLua() throws {
        let check = #"{ summary = "s", severity = "info", each = "spec", run = print }"#
        // What stands in the gaps is comments.
        let source = library.replacing("$items\n", with: "")
        _ = try Plugin(.single(source + "return { checks = { rule = \(check) } }"))
    }

    /// Lua's own names are known to editors; the library has the host's.
    @Test func globalsAreThoseOfTheSandbox() throws {
        var described: [String: Set<String>] = [:]
        for line in library.components(separatedBy: "\n") {
            if let match = line.prefixMatch(of: /(?:function )?([a-z]+)\.(\w+)(?:\(| =)/) {
                described[String(match.1), default: []].insert(String(match.2))
            } else if let match = line.prefixMatch(of: /function ([a-z]+)\(/) {
                described[String(match.1)] = []
            }
        }
        let globals = try SandboxNames().globals
        let own: Set = [
            "adf", "csv", "date", "env", "files", "hash", "html", "jira", "json", "markdown",
            "require", "sqlite",
            "template",
            "text",
            "xlsx",
        ]
        let found = globals.filter { own.contains($0.name) }
        #expect(Set(described.keys) == Set(found.map(\.name)))
        for global in found {
            #expect(described[global.name] == Set(global.fields), "\(global.name)")
        }
        // Of those that are left, there is none that Lua 5.4 does not have.
        let others = Set(globals.map(\.name)).subtracting(found.map(\.name))
        let lua: Set = [
            "_VERSION", "assert", "coroutine", "error", "getmetatable", "ipairs", "math", "next",
            "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "select",
            "setmetatable", "string", "table", "tonumber", "tostring", "type", "utf8", "xpcall",
        ]
        #expect(others == lua)
    }

    @Test(arguments: [
        ("Spec", "thing"), ("Section", "thing.sections[1]"), ("Item", "thing:items()[1]"),
        ("Placeholder", "thing.placeholders[1]"), ("Link", "thing.links[1]"),
        ("Schema", "thing.schema"), ("ExpectedSection", "thing.schema.sections[1]"),
        ("ExpectedMetadata", "thing.schema.metadata[1]"),
        ("ExpectedTable", "thing.schema.tables[1]"),
        ("ExpectedColumn", "thing.schema.tables[1].columns[1]"),
        ("ChosenValue", "thing.schema.values[1]"), ("Metadata", "thing.metadata[1]"),
    ])
    func fieldsOfAnObjectAreThoseThatItHas(_ name: String, _ expression: String) throws {
        let described = try #require(classes[name])
        let there = try names(in: expression)
        let ofKinds = Set(Subjects.builtIn.kinds.flatMap(\.fields))
        let unknown = there.subtracting(described.fields)
        #expect(name == "Item" ? unknown.isSubset(of: ofKinds) : unknown.isEmpty, "\(unknown)")
        // What `pairs` does not show the host computes when it is asked for, or it is nil here.
        let missing = described.fields.subtracting(there)
        for field in missing.intersection(described.required) {
            #expect(try lua("tostring((\(expression)).\(field) ~= nil)") == "true", "\(field)")
        }
        let optional = missing.subtracting(described.required)
        #expect(optional.isSubset(of: Self.absent[name] ?? []), "\(optional)")
    }

    /// What may be nil, and is in the example.
    private static let absent: [String: Set<String>] = [
        "Spec": [
            "schema", "template", "title", "reviewers", "project", "feature", "created", "updated",
            "date", "version", "related_prd", "target_release",
        ],
        "Section": ["parent", "expected", "number", "role"],
        "Item": ["title", "section"], "Placeholder": ["section"], "Link": ["section", "exists"],
        "ExpectedSection": ["section", "parent", "after"],
        "ChosenValue": ["item"], "Metadata": ["date"],
    ]

    @Test func methodsAreThoseThatTheHostDefines() throws {
        var described: Set<String> = []
        let own = ["ExpectedSection": "expected", "ExpectedMetadata": "field"]
        for (name, entry) in classes {
            for method in entry.methods {
                // What stands for a template shares one class of the host, but for its words.
                let isOfTemplate = name.hasPrefix("Expected") || name == "ChosenValue"
                if isOfTemplate, method == "at" { continue }
                described.insert("\(own[name] ?? name.lowercased()):\(method)")
            }
        }
        #expect(described == (try HostNames.writtenMethods()))
    }

    private func names(in expression: String) throws -> Set<String> {
        let names = try lua(
            """
            (function()
              local names = {}
              for name in pairs(\(expression)) do names[#names + 1] = name end
              return table.concat(names, ' ')
            end)()
            """)
        return Set(names.split(separator: " ").map(String.init))
    }

    /// What a Lua expression says inside of a plugin.
    private func lua(_ expression: String) throws -> String {
        let body = "report(thing, '%s', \(expression))"
        var session = try PluginSession(Plugin(.check(each: "spec", body)))
        session.reader = ExampleTexts()
        let request = CheckRequest(name: "rule", severity: .info, options: [:])
        var spec = SpecBuilder.example()
        spec.placeholders = [
            Placeholder(style: "bracket", text: "[Name]", range: SourceRange(0, 1))
        ]
        let result = session.check(spec, [request])
        #expect(result.failures == [])
        return try #require(result.findings.first).message
    }
}
