import Perilune
import TestSupport
import Testing
import Yaml

@Suite struct ConfigurationEditing {
    static let fixtures = Fixture.files("Fixtures/editing", extension: "yml")

    /// What becomes of a file as a plugin is added, as members are set and as each is taken out.
    @Test(arguments: fixtures) func changes(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        var report = ""
        func note(_ title: String, _ edit: (inout ConfigurationEditor) throws -> String?) {
            report += "# \(title)\n"
            do {
                var editor = try ConfigurationEditor(bytes, path: "perilune.yml")
                if let said = try edit(&editor) { report += "note: \(said)\n" }
                report += Difference.unified(from: bytes, to: editor.bytes)
            } catch {
                report += "\(error)\n"
            }
            report += "\n"
        }
        note("add acme-rules") { try $0.addPlugin("acme-rules", Edits.shared) }
        note("add team") { try $0.addPlugin("team", .members([("path", .text("tools/a team"))])) }
        for name in Edits.plugins(of: bytes) {
            note("set version of \(name)") {
                try $0.setPlugin(name, "version", ">=2")
                return nil
            }
            note("remove \(name)") {
                try $0.removePlugin(name)
                return nil
            }
        }
        try Golden.compare(report, with: fixture.sibling("txt"))
    }

    /// The same edit of the same text, however its lines end and whatever its first bytes say.
    @Test(arguments: fixtures) func `ends of lines and a byte order mark stay`(
        _ fixture: Fixture
    ) throws {
        let text = String(decoding: try fixture.bytes(), as: UTF8.self)
        for edit in Edits.all(of: Array(text.utf8)) {
            guard let result = edit.result(Array(text.utf8)) else { continue }
            let expected = String(decoding: result, as: UTF8.self)
            for variant in [
                { (text: String) in text.replacing("\n", with: "\r\n") },
                { (text: String) in text.replacing("\n", with: "\r") },
                { (text: String) in "\u{FEFF}" + text },
            ] where !text.isEmpty {
                let found = edit.result(Array(variant(text).utf8))
                #expect(
                    found.map { String(decoding: $0, as: UTF8.self) } == variant(expected),
                    "\(edit)")
            }
        }
    }

    @Test func `a missing last end of line goes on missing`() throws {
        for text in ["plugins:\n  one: bundled", "plugins: {}", "plugins:", "specs: []"] {
            for text in [text, text.replacing("\n", with: "\r\n")] {
                var editor = try ConfigurationEditor(Array(text.utf8), path: "perilune.yml")
                try editor.addPlugin("two", .text("bundled"), keeping: ["one"])
                #expect(editor.bytes.last == UInt8(ascii: "d"), "\(text)")
            }
        }
    }

    @Test func `no end of line is made up where there is one`() throws {
        var editor = try ConfigurationEditor([], path: "perilune.yml")
        try editor.addPlugin("two", .text("bundled"), keeping: [])
        #expect(editor.bytes == Array("plugins:\n  two: bundled\n".utf8))
    }

    @Test func `several edits follow each other`() throws {
        var editor = try ConfigurationEditor([], path: "perilune.yml")
        try editor.addPlugin("one", Edits.shared, keeping: [])
        try editor.addPlugin("two", Edits.shared)
        try editor.setPlugin("one", "version", "^2.1")
        try editor.setPlugin("one", "tag", "1.10")
        try editor.removePlugin("two")
        #expect(editor.hasPlugin("one") && !editor.hasPlugin("two"))
        #expect(
            String(decoding: editor.bytes, as: UTF8.self) == """
                plugins:
                  one:
                    git: https://git.example/acme.git
                    subdir: rules
                    version: ^2.1
                    grant: { read: ["data/*.csv"], env: [TEAM] }
                    tag: "1.10"

                """)
    }

    @Test(arguments: [
        ("^1.2", "^1.2"), ("~1.2", "~1.2"), (">=1 <2", "\">=1 <2\""), ("*", "\"*\""),
        ("1.2", "\"1.2\""), ("1.2.0", "1.2.0"), ("v1.2.0", "v1.2.0"), ("7", "\"7\""),
        ("4fe1234", "\"4fe1234\""), ("4f3aabz", "4f3aabz"), ("12e4567", "\"12e4567\""),
        ("git@host.example:team/rules.git", "git@host.example:team/rules.git"),
        ("ssh://git@host.example:22/x", "ssh://git@host.example:22/x"), ("../rules", "../rules"),
        ("a b", "\"a b\""), ("a #b", "\"a #b\""), ("no", "\"no\""), ("~", "\"~\""), ("", "\"\""),
        ("- a", "\"- a\""), ("a: b", "\"a: b\""), ("a:", "\"a:\""), ("[a]", "\"[a]\""),
        ("\"\\", "\"\\\"\\\\\""), ("é", "\"é\""),
        (
            "\u{1}\u{7F}\u{85}\u{2028}\n",
            "\"\\u0001\\u007F\\u0085\\u2028\\u000A\""
        ),
        ("\u{FEFF}🌙\u{FFFE}", "\"\\uFEFF🌙\\uFFFE\""),
    ])
    func `text is quoted where YAML needs it`(text: String, written: String) throws {
        for file in ["plugins:\n  a: { path: b }\n", "plugins:\n  a:\n    path: b\n"] {
            var editor = try ConfigurationEditor(Array(file.utf8), path: "perilune.yml")
            try editor.setPlugin("a", "tag", text)
            #expect(String(decoding: editor.bytes, as: UTF8.self).contains("tag: \(written)"))
            let tree = try #require(try YamlNode.parse(editor.bytes))
            #expect(try tree["plugins"]?["a"]?["tag"]?.string("tag") == text)
        }
    }

    @Test func `quotes that stand there are kept`() throws {
        let file = "plugins: { a: { x: 'b', y: \"c\", z: d } }\n"
        var editor = try ConfigurationEditor(Array(file.utf8), path: "perilune.yml")
        for name in ["x", "y", "z"] { try editor.setPlugin("a", name, "it's") }
        #expect(
            String(decoding: editor.bytes, as: UTF8.self)
                == "plugins: { a: { x: 'it''s', y: \"it's\", z: \"it's\" } }\n")
    }
}

@Suite struct RefusedConfigurationEdits {
    private func message(_ text: String, _ edit: (inout ConfigurationEditor) throws -> Void)
        -> String
    {
        do {
            var editor = try ConfigurationEditor(Array(text.utf8), path: "perilune.yml")
            try edit(&editor)
            return String(decoding: editor.bytes, as: UTF8.self)
        } catch {
            return "\(error)"
        }
    }

    @Test func `say where and what`() {
        let file = "plugins:\n  house: bundled\n"
        #expect(
            message(file) { try $0.addPlugin("house", .text("bundled")) }
                == "perilune.yml:2:3: the plugin \"house\" stands here already")
        #expect(
            message(file) { try $0.addPlugin("House", .text("bundled")) }
                == "perilune.yml: a plugin cannot be called \"House\"; use lower-case letters, "
                + "digits and \"-\"")
        #expect(
            message(file) { try $0.addPlugin("reading", .text("bundled")) }
                == "perilune.yml: a plugin cannot be called \"reading\"; Perilune's own rules are")
        #expect(
            message(file) { try $0.removePlugin("hose") }
                == "perilune.yml: \"plugins\" has no \"hose\"; did you mean \"house\"?")
        #expect(
            message("") { try $0.removePlugin("hose") }
                == "perilune.yml: \"plugins\" has no \"hose\"")
        #expect(
            message(file) { try $0.setPlugin("house", "version", "1") }
                == "perilune.yml:2:10: the plugin \"house\" is \"bundled\", which has no "
                + "\"version\"")
        #expect(
            message("plugins:\n  a: { version: [1] }\n") { try $0.setPlugin("a", "version", "1") }
                == "perilune.yml:2:3: cannot be changed safely as it is written; write "
                + "version: \"1\" for the plugin \"a\" by hand")
    }

    @Test func `a text that holds a NUL is not written`() {
        #expect(
            message("plugins: {}") { try $0.addPlugin("a", .text("\0")) }
                .contains("cannot be changed safely"))
    }

    @Test func `a file that would be too large stays`() throws {
        let file = "plugins: {}\n#" + String(repeating: "x", count: 1 << 20 - 13 - 1)
        var editor = try ConfigurationEditor(Array(file.utf8), path: "perilune.yml")
        #expect(throws: Problem.self) { try editor.addPlugin("a", .text("bundled")) }
        #expect(editor.bytes == Array(file.utf8))
    }
}

@Suite struct ConfigurationEditProperties {
    /// What was added and is taken out again leaves no byte behind, and nothing else changes.
    @Test(arguments: 0..<400) func `add and remove`(_ seed: Int) throws {
        var generator = GeneratedConfiguration(seed: UInt64(seed))
        let text = generator.text()
        let bytes = Array(text.utf8)
        let before = try #require(try YamlNode.parse(bytes), "\(text)")
        var editor = try ConfigurationEditor(bytes, path: "perilune.yml")
        let count = try before["plugins"]?.mapping("plugins").count ?? 0
        try editor.addPlugin("acme-rules", Edits.shared, keeping: [])
        let added = editor.bytes
        let after = try #require(try YamlNode.parse(added))
        for pair in try before.mapping("file") where pair.key != "plugins" {
            #expect(Edits.dump(after[pair.key]) == Edits.dump(pair.value), "\(text)")
        }
        for pair in try before["plugins"]?.mapping("plugins") ?? [] {
            #expect(Edits.dump(after["plugins"]?[pair.key]) == Edits.dump(pair.value), "\(text)")
        }
        #expect(Edits.comments(added) == Edits.comments(bytes))
        try editor.removePlugin("acme-rules")
        if count > 0 { #expect(editor.bytes == bytes, "\(text)") }

        // Whatever is taken out takes no other value along.
        for pair in try before["plugins"]?.mapping("plugins") ?? [] {
            var editor = try ConfigurationEditor(bytes, path: "perilune.yml")
            try editor.setPlugin(pair.key, "version", "^9")
            try editor.removePlugin(pair.key)
            let after = try #require(try YamlNode.parse(editor.bytes))
            #expect(try after["plugins"]?.mapping("plugins").count == count - 1)
        }
    }

    /// Beginnings of odd files: an edit is made or refused, and says what it did.
    @Test(arguments: ConfigurationEditing.fixtures) func `every prefix`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        for end in 0...bytes.count {
            let prefix = Array(bytes[..<end])
            for edit in Edits.all(of: bytes) { _ = edit.result(prefix) }
        }
    }
}
