import Foundation
import TestSupport

/// Folders whose documents, plugins, file names and configurations are hostile wherever they may say
/// anything. Each place says its name, so that it is known what an output shows.
struct HostileWorkspace {
    enum Kind: String, CaseIterable {
        /// Everything loads, and works as well as it can.
        case working
        /// A plugin for each thing that keeps a plugin from loading.
        case plugins
        /// One document that cannot be read whole.
        case documents
        /// A configuration with a mistake in every value.
        case configuration
    }

    let folder: TemporaryFolder

    init(_ kind: Kind) throws {
        folder = try TemporaryFolder()
        switch kind {
        case .working: try working()
        case .plugins: try plugins()
        case .documents: try documents()
        case .configuration: try configuration()
        }
    }

    private func text(_ place: String) -> String { HostileText.line(place) }
    private func lua(_ place: String) -> String { HostileText.lua(HostileText.lines(place)) }
    private func yaml(_ place: String) -> String { HostileText.yaml(HostileText.lines(place)) }

    // MARK: working

    private func working() throws {
        let home = "tools/" + HostileText.name("folder")
        try folder.write(
            "perilune.yml",
            """
            specs: [{ include: "docs/*.md" }]
            plugins: { evil: { path: \(HostileText.yaml(home)) } }
            limits: { evil: { fuel: 2000000 } }
            exports:
              list: { use: evil/list }
              kept: { use: evil/list, output: build/list.csv }
              broken: { use: evil/breaks, output: build/broken.csv }
            pipelines:
              release: [check, transform: evil/rewrite, export: kept]
              broken: [export: broken]
            """)
        try folder.write(home + "/plugin.yml", manifest("evil", options: options))
        try folder.write(home + "/init.lua", entry)
        try folder.write("docs/" + HostileText.name("path") + ".md", document)
        try folder.write(home + "/rules/finds.md", "## Bad\n\n" + HostileText.lines("page"))
        try tests(in: home + "/tests/")
    }

    private func tests(in home: String) throws {
        let fixture = home + HostileText.name("fixture")
        let expected = "<!-- expect finds \"\(text("expectation"))\" -->\n<!-- expect\u{1B} -->\n"
        try folder.write(fixture + ".md", document + expected)
        try folder.write(fixture + ".yml", "limits: { evil: { fuel: 2000000 } }\n")
        try folder.write(fixture + ".expected/list.csv", HostileText.lines("golden"))
        try folder.write(fixture + ".expected/" + HostileText.name("product"), "")
        try folder.write(
            home + "a_test.lua",
            """
            describe(\(lua("group")), function()
              it(\(lua("test")), function() print(\(lua("print of a test"))) error(\(lua("error of a test"))) end)
              it("x", function() assert.are.equal(\(lua("wanted")), \(lua("found"))) end)
              pending(\(lua("pending")))
            end)
            """)
    }

    private func manifest(_ name: String, options: String = "") -> String {
        """
        name: \(name)
        version: 1.0.0
        description: \(yaml("description"))
        license: \(yaml("license"))
        \(options)
        """
    }

    private var options: String {
        """
        options:
          checks:
            finds:
              words:
                type: string
                default: \(yaml("default"))
                choices: [\(yaml("default")), \(yaml("choice"))]
                summary: \(yaml("option"))
        """
    }

    private var entry: String {
        """
        return {
          checks = {
            finds = {
              summary = \(lua("summary")), severity = "warning", each = "spec",
              why = \(lua("why")), fix = \(lua("fix")),
              run = function(spec, report, options)
                print(\(lua("print")))
                report(spec, "%s", \(lua("message")) .. options.words)
                for _, item in ipairs(spec:items "risk") do report(item, "%s", item.title) end
              end,
            },
            fails = {
              summary = "x", severity = "error", each = "spec",
              run = function() error(\(lua("error"))) end,
            },
            ends = {
              summary = "x", severity = "error", each = "spec",
              run = function() while true do end end,
            },
            badly = {
              summary = "x", severity = "error", each = "spec",
              run = function(spec) return spec:items(\(lua("argument of a function"))) end,
            },
          },
          transforms = {
            rewrite = {
              summary = \(lua("transform")), each = "risk",
              run = function(risk, edit)
                print(\(lua("print")))
                edit:set(risk, "owner", \(HostileText.lua(text("edit"))))
              end,
            },
            stumbles = {
              summary = "x", each = "risk",
              run = function(risk, edit) edit:set(risk, \(lua("field")), "x") end,
            },
          },
          exports = {
            list = {
              summary = \(lua("export")), extension = "csv",
              run = function(workspace, artifact)
                print(\(lua("print")))
                artifact:write(csv.encode { { \(lua("artifact")), -1 } } .. \(lua("artifact")))
              end,
            },
            plan = {
              summary = "x", extension = "csv",
              run = function(workspace) workspace:tickets { tracker = \(lua("tracker")) } end,
            },
            breaks = {
              summary = "x", extension = "csv",
              run = function() print(\(lua("print"))); error(\(lua("error"))) end,
            },
          },
        }
        """
    }

    private var document: String {
        """
        ---
        author: \(yaml("front matter"))
        ---
        # Technical Specification: \(text("title"))

        **Status:** \(text("status"))
        **\(text("label")):** \(text("metadata"))

        ::error at paragraph:: [Describe ::error at placeholder::\u{1B}\u{202E}]

        ## \(text("heading"))

        ## Risks and Mitigations

        | ID | Risk | Likelihood | Impact | Mitigation | Owner | \(text("column")) |
        | --- | --- | --- | --- | --- | --- | --- |
        | \(text("id")) | \(text("cell")) | \(text("level")) | High | - | =1+1 | \(text("extra")) |
         ::error at row:: | \(text("lazy")) | | | | | |
        | R-9 | Hidden <!-- perilune-disable-item evil/finds -- \(text("reason")) --> | Low | Low | - | x | |

        <!-- perilune-disable-file evil/finds\(text("rule")), \(text("rule")) -- \(text("reason")) -->

        <!-- perilune-\(text("word")) until=\(text("day")) -- \(text("reason")) -->

        ## Open Questions

        - [ ] \(text("question"))

        ## Environment Configuration

        | Variable | \(text("value name")) | Production |
        | --- | --- | --- |
        | URL | \(text("value")) | x |

        ```::error\u{1B}##vso[x]
        ::error::
        ```

        """
    }

    // MARK: what goes wrong

    private func plugins() throws {
        try folder.write("docs/a.md", "# Technical Specification: A\n")
        let broken: [(String, manifest: String, lua: String)] = [
            ("yaml", "name: yaml\nversion: 1.0.0\ndescription: [\(yaml("yaml"))]\n", ""),
            ("key", manifest("key") + "\(yaml("manifest key")): 1\n", ""),
            ("name", "name: \(yaml("plugin name"))\nversion: 1.0.0\ndescription: x\n", ""),
            ("version", "name: version\nversion: \(yaml("version"))\ndescription: x\n", ""),
            ("entry", manifest("entry") + "entry: \(yaml("entry"))\n", ""),
            ("engine", manifest("engine") + "engine: \(yaml("engine"))\n", ""),
            (
                "permission",
                manifest("permission") + "permissions: { \(yaml("permission")): [] }\n", ""
            ),
            (
                "option",
                manifest("option") + "options: { checks: { a: { \(yaml("option")): {} } } }\n", ""
            ),
            ("syntax", manifest("syntax"), "return \(lua("syntax")) \(lua("token"))"),
            ("throws", manifest("throws"), "print(\(lua("print"))) error(\(lua("error")))"),
            ("require", manifest("require"), "return require(\(lua("module")))"),
            ("shape", manifest("shape"), "return { [\(lua("record key"))] = 1 }"),
            ("check", manifest("check"), "return { checks = { [\(lua("check name"))] = {} } }"),
            (
                "each", manifest("each"),
                "return { checks = { a = { summary = 'x', severity = 'error', each = \(lua("each")), run = print } } }"
            ),
            (
                "severity", manifest("severity"),
                "return { checks = { a = { summary = 'x', severity = \(lua("severity")), each = 'spec', run = print } } }"
            ),
            (
                "suffix", manifest("suffix"),
                "return { exports = { a = { summary = 'x', extension = \(lua("extension")), run = print } } }"
            ),
        ]
        var configuration = "specs: [{ include: \"docs/*.md\" }]\nplugins:\n"
        for plugin in broken {
            let home = plugin.0 + HostileText.name("folder")
            try folder.write(home + "/plugin.yml", plugin.manifest)
            try folder.write(home + "/init.lua", plugin.lua)
            configuration += "  \(plugin.0): { path: \(HostileText.yaml(home)) }\n"
        }
        try folder.write("perilune.yml", configuration)
    }

    private func documents() throws {
        try folder.write("perilune.yml", "specs: [{ include: \"docs/**\" }]\n")
        let name = "docs/" + HostileText.name("path") + ".md"
        let bytes = Array("# \(text("title"))\n\n".utf8) + [0xFF, 0xC3, 0x28, 0x0A]
        try folder.write(name, bytes + Array("| \(text("column")) |\n| --- |\n".utf8))
    }

    private func configuration() throws {
        try folder.write(
            "perilune.yml",
            """
            specs:
              - { include: \(yaml("include")) }
              - { include: "*.md", template: \(yaml("template")) }
              - { \(yaml("spec key")): 1 }
            plugins: { \(yaml("plugin name")): { path: \(yaml("plugin path")) }, a: \(yaml("place")) }
            checks: { \(yaml("check")): error, x: \(yaml("severity")) }
            exports: { \(yaml("export")): {}, x: { use: x, output: \(HostileText.yaml(HostileText.name("output"))) } }
            pipelines: { \(yaml("pipeline")): [\(yaml("step"))] }
            limits: { a: { fuel: \(yaml("fuel")), \(yaml("limit")): 1 } }
            \(yaml("section")): 1
            """)
        // The same with what can only be judged when plugins are known.
        try folder.write(
            "names/perilune.yml",
            """
            specs: [{ include: \(HostileText.yaml("docs/" + text("include"))) }]
            plugins: { a: { path: \(HostileText.yaml(HostileText.name("plugin path"))) } }
            """)
        try folder.write(
            "rules/perilune.yml",
            """
            specs: [{ include: "*.md" }]
            checks: { \(yaml("check")): error, risk-register/risk-mitigated: { \(yaml("option")): 1 } }
            exports: { x: { use: \(HostileText.yaml(HostileText.name("use"))) } }
            pipelines: { \(yaml("pipeline")): [export: \(yaml("step"))] }
            """)
        try folder.write(
            "words/perilune.yml", "vocabulary: { \(yaml("vocabulary")): 1 }\n")
    }
}
