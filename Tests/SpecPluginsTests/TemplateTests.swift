import Foundation
import SpecPlugins
import TestSupport
import Testing

/// Mustache, rule by rule of its specification: interpolation, sections, inverted sections, comments,
/// partials, delimiters.
@Suite struct TemplateTests {
    struct Row: Sendable, CustomStringConvertible {
        var description: String
        var template: String
        /// In Lua.
        var values: String
        var expected: String
        var partials: [String: String] = [:]

        init(
            _ rule: String, _ template: String, _ values: String, _ expected: String,
            _ partials: [String: String] = [:]
        ) {
            description = rule
            self.template = template
            self.values = values
            self.expected = expected
            self.partials = partials
        }
    }

    /// What a plugin with templates makes, or the message of its failure.
    private static func render(
        _ templates: [String: String], _ expression: String, fuel: Int = 50_000_000
    ) throws -> String {
        let source = """
            return { exports = { out = { summary = "s", extension = "txt",
              run = function(workspace, artifact) artifact:write(\(expression)) end } } }
            """
        var files = [
            PluginFiles.File(
                path: "plugin.yml",
                bytes: Array("name: demo\nversion: 1.0.0\ndescription: d\n".utf8)),
            PluginFiles.File(path: "init.lua", bytes: Array(source.utf8)),
        ]
        for (path, text) in templates {
            files.append(.init(path: path + ".mustache", bytes: Array(text.utf8)))
        }
        files.sort { $0.path < $1.path }
        var limits = PluginLimits()
        limits[.fuel] = fuel
        do throws(PluginFailure) {
            let plugin = try Plugin(
                PluginFiles(name: "demo", root: "demo", files: files), limits: limits)
            var session = try PluginSession(plugin)
            let artifact = try session.export("out", [], options: [:])
            return String(decoding: artifact.bytes, as: UTF8.self)
        } catch {
            return "\(error.file ?? ""):\(error.line ?? 0): \(error.message)"
        }
    }

    @Test(arguments: rows) func rule(_ row: Row) throws {
        var templates = row.partials
        templates["page"] = row.template
        let found = try Self.render(templates, "template.render('page.mustache', \(row.values))")
        #expect(found == row.expected)
    }

    private static let standalone = "| This Is\n{{#boolean}}\n|\n{{/boolean}}\n| A Line\n"

    private static let rows = [
        // Interpolation.
        Row("no interpolation", "Hello from {Mustache}!\n", "{}", "Hello from {Mustache}!\n"),
        Row("basic", "Hello, {{subject}}!", "{ subject = 'world' }", "Hello, world!"),
        Row("escapes", "{{f}}", "{ f = [[& \" < > ']] }", "&amp; &quot; &lt; &gt; &#39;"),
        Row("triple mustache", "{{{f}}}", "{ f = '& \" < >' }", "& \" < >"),
        Row("ampersand", "{{&f}}", "{ f = '& \" < >' }", "& \" < >"),
        Row("integer", "{{n}} {{{n}}} {{&n}}", "{ n = 85 }", "85 85 85"),
        Row("decimal", "{{n}}", "{ n = 1.21 }", "1.21"),
        Row("nothing there", "({{x}}) ({{{x}}}) ({{&x}})", "{}", "() () ()"),
        Row("dotted names", "{{a.b.c}}", "{ a = { b = { c = 'x' } } }", "x"),
        Row("a broken chain", "{{a.b.c}} == ", "{ a = {} }", " == "),
        Row(
            "a broken chain is not looked for elsewhere", "{{a.b.c.name}} == ",
            "{ a = { b = {} }, c = { name = 'Jim' } }", " == "),
        Row(
            "the first part is looked for, the rest is not", "{{#a}}{{b.c}}{{/a}}",
            "{ a = { b = {} }, b = { c = 'ERROR' } }", ""),
        Row(
            "a deep first part", "{{#a}}{{b.c.d}}{{/a}}",
            "{ a = { x = 1 }, b = { c = { d = 'Phil' } } }", "Phil"),
        Row(
            "implicit iterator", "{{#l}}({{.}})({{{.}}}){{/l}}", "{ l = { '<', 2 } }",
            "(&lt;)(<)(2)(2)"),
        Row("surrounding white space stays", "| {{s}} |", "{ s = '---' }", "| --- |"),
        Row("it does not stand alone", "  {{s}}\n", "{ s = '---' }", "  ---\n"),
        Row("white space inside of tags", "|{{ s }}|{{{ s }}}|{{& s }}|", "{ s = '-' }", "|-|-|-|"),
        // Sections.
        Row("truthy", "\"{{#b}}This.{{/b}}\"", "{ b = true }", "\"This.\""),
        Row("falsy", "\"{{#b}}This.{{/b}}\"", "{ b = false }", "\"\""),
        Row("null is falsy", "\"{{#b}}This.{{/b}}\"", "{ b = json.null }", "\"\""),
        Row(
            "a blank text is falsy, zero is not", "{{#s}}x{{/s}}{{#z}}y{{/z}}", "{ s = '', z = 0 }",
            "y"),
        Row("context", "\"{{#c}}Hi {{name}}.{{/c}}\"", "{ c = { name = 'Joe' } }", "\"Hi Joe.\""),
        Row(
            "parent contexts", "\"{{#s}}{{a}}, {{b}}, {{c.d}}{{/s}}\"",
            "{ a = 'foo', b = 'wrong', s = { b = 'bar' }, c = { d = 'baz' } }", "\"foo, bar, baz\""),
        Row(
            "deeply nested",
            "{{#a}}{{one}}{{#b}}{{one}}{{two}}{{#c}}{{one}}{{two}}{{three}}{{/c}}{{/b}}{{/a}}",
            "{ a = { one = 1 }, b = { two = 2 }, c = { three = 3 } }", "112123"),
        Row(
            "list", "\"{{#l}}{{item}}{{/l}}\"",
            "{ l = { { item = 1 }, { item = 2 }, { item = 3 } } }",
            "\"123\""),
        Row("empty list", "\"{{#l}}Yay{{/l}}\"", "{ l = {} }", "\"\""),
        Row(
            "doubled", "{{#b}}\n* first\n{{/b}}\n* {{t}}\n{{#b}}\n* third\n{{/b}}\n",
            "{ b = true, t = 'second' }", "* first\n* second\n* third\n"),
        Row("nested", "| A {{#b}}B {{#b}}C{{/b}} D{{/b}} E |", "{ b = true }", "| A B C D E |"),
        Row("nested, falsy", "| A {{#b}}B {{#b}}C{{/b}} D{{/b}} E |", "{ b = false }", "| A  E |"),
        Row("nothing there is falsy", "[{{#m}}x{{/m}}]", "{}", "[]"),
        Row(
            "lists of lists", "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", "{ l = { { 1, 2 }, { 'a' } } }",
            "(12)(a)"),
        Row(
            "dotted truthy", "\"{{#a.b.c}}Here{{/a.b.c}}\"", "{ a = { b = { c = true } } }",
            "\"Here\""),
        Row("dotted broken", "\"{{#a.b.c}}Here{{/a.b.c}}\"", "{ a = {} }", "\"\""),
        Row(
            "surrounding white space of sections stays", " | {{#b}}\t|\t{{/b}} | \n",
            "{ b = true }",
            " | \t|\t | \n"),
        Row(
            "indented inline sections", " {{#b}}YES{{/b}}\n {{#b}}GOOD{{/b}}\n", "{ b = true }",
            " YES\n GOOD\n"),
        Row("standalone lines", standalone, "{ boolean = true }", "| This Is\n|\n| A Line\n"),
        Row(
            "indented standalone lines", "| This Is\n  {{#b}}\n|\n  {{/b}}\n| A Line\n",
            "{ b = true }",
            "| This Is\n|\n| A Line\n"),
        Row("standalone with CRLF", "|\r\n{{#b}}\r\n{{/b}}\r\n|", "{ b = true }", "|\r\n|"),
        Row("standalone without a line before", "  {{#b}}\n#{{/b}}\n/", "{ b = true }", "#\n/"),
        Row("standalone without a newline", "#{{#b}}\n/\n  {{/b}}", "{ b = true }", "#\n/\n"),
        Row("padding of sections", "|{{# b }}={{/ b }}|", "{ b = true }", "|=|"),
        // Inverted sections.
        Row("inverted falsy", "\"{{^b}}This.{{/b}}\"", "{ b = false }", "\"This.\""),
        Row("inverted truthy", "\"{{^b}}This.{{/b}}\"", "{ b = true }", "\"\""),
        Row("inverted null", "\"{{^b}}This.{{/b}}\"", "{}", "\"This.\""),
        Row("inverted context", "\"{{^c}}x{{/c}}\"", "{ c = { name = 'Joe' } }", "\"\""),
        Row("inverted list", "\"{{^l}}x{{/l}}\"", "{ l = { 1 } }", "\"\""),
        Row("inverted empty list", "\"{{^l}}Yay{{/l}}\"", "{ l = {} }", "\"Yay\""),
        Row(
            "inverted doubled", "{{^b}}\n* first\n{{/b}}\n* {{t}}\n{{^b}}\n* third\n{{/b}}\n",
            "{ b = false, t = 'second' }", "* first\n* second\n* third\n"),
        Row("inverted dotted broken", "\"{{^a.b.c}}No{{/a.b.c}}\"", "{ a = {} }", "\"No\""),
        Row(
            "inverted standalone", "| This Is\n{{^b}}\n|\n{{/b}}\n| A Line\n", "{}",
            "| This Is\n|\n| A Line\n"),
        // Comments.
        Row("inline comment", "12345{{! Comment }}67890", "{}", "1234567890"),
        Row("multiline comment", "12345{{!\n  This\n  is\n}}67890\n", "{}", "1234567890\n"),
        Row("standalone comment", "Begin.\n{{! Comment }}\nEnd.\n", "{}", "Begin.\nEnd.\n"),
        Row(
            "indented standalone comment", "Begin.\n  {{! Comment }}\nEnd.\n", "{}",
            "Begin.\nEnd.\n"),
        Row("standalone comment with CRLF", "|\r\n{{! c }}\r\n|", "{}", "|\r\n|"),
        Row("standalone comment at the start", "  {{! c }}\n!", "{}", "!"),
        Row("standalone comment at the end", "!\n  {{! c }}", "{}", "!\n"),
        Row(
            "multiline standalone comment", "Begin.\n{{!\nSomething\n}}\nEnd.\n", "{}",
            "Begin.\nEnd.\n"),
        Row("indented inline comment", "  12 {{! 34 }}\n", "{}", "  12 \n"),
        Row("white space around a comment", "12345 {{! c }} 67890", "{}", "12345  67890"),
        // Partials.
        Row("partial", "\"{{>text}}\"", "{}", "\"from partial\"", ["text": "from partial"]),
        Row(
            "partial with context", "\"{{>p}}\"", "{ t = 'content' }", "\"*content*\"",
            ["p": "*{{t}}*"]),
        Row(
            "partial by its whole name, in a folder", "{{> a/b.mustache }}", "{}", "x", ["a/b": "x"]
        ),
        Row(
            "recursive partial", "{{>node}}",
            "{ content = 'X', nodes = { { content = 'Y', nodes = {} } } }", "X<Y<>>",
            ["node": "{{content}}<{{#nodes}}{{>node}}{{/nodes}}>"]),
        Row("inline partial", "| {{>p}} |", "{}", "| \t|\t |", ["p": "\t|\t"]),
        Row(
            "inline indentation of partials", "  {{d}}  {{> p}}\n", "{ d = '|' }", "  |  >\n>\n",
            ["p": ">\n>"]),
        Row("standalone partial with CRLF", "|\r\n{{>p}}\r\n|", "{}", "|\r\n>|", ["p": ">"]),
        Row("standalone partial at the start", "  {{>p}}\n>", "{}", "  >\n  >>", ["p": ">\n>"]),
        Row("standalone partial at the end", ">\n  {{>p}}", "{}", ">\n  >\n  >", ["p": ">\n>"]),
        Row(
            "indentation of each line", "\\\n {{>p}}\n/\n", "{ c = '<\\n->' }",
            "\\\n |\n <\n->\n |\n/\n",
            ["p": "|\n{{{c}}}\n|\n"]),
        Row("padding of partials", "|{{> p }}|", "{}", "|[]|", ["p": "[]"]),
        // Delimiters.
        Row("pair", "{{=<% %>=}}(<%text%>)", "{ text = 'Hey!' }", "(Hey!)"),
        Row("special characters", "({{=[ ]=}}[text])", "{ text = 'It worked!' }", "(It worked!)"),
        Row(
            "sections and delimiters",
            "[\n{{#s}}\n  {{d}}\n  |d|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{d}}\n  |d|\n|/s|\n]\n",
            "{ s = true, d = 'I' }", "[\n  I\n  |d|\n\n  {{d}}\n  I\n]\n"),
        Row(
            "partials inherit no delimiters", "[ {{>i}} ]\n{{= | | =}}\n[ |>i| ]\n",
            "{ v = 'yes' }",
            "[ .yes. ]\n[ .yes. ]\n", ["i": ".{{v}}."]),
        Row(
            "delimiters of a partial stay in it", "[ {{>i}} ]\n[ .{{v}}.  .|v|. ]\n",
            "{ v = 'yes' }",
            "[ .yes.  .yes. ]\n[ .yes.  .|v|. ]\n", ["i": ".{{v}}. {{= | | =}} .|v|."]),
        Row("white space around delimiters", "| {{=@ @=}} |", "{}", "|  |"),
        Row("standalone delimiters", "Begin.\n{{=@ @=}}\nEnd.\n", "{}", "Begin.\nEnd.\n"),
        Row(
            "indented standalone delimiters", "Begin.\n  {{=@ @=}}\nEnd.\n", "{}", "Begin.\nEnd.\n"),
        Row("standalone delimiters at the end", "=\n  {{=@ @=}}", "{}", "=\n"),
        Row("padding of delimiters", "|{{= @   @ =}}|", "{}", "||"),
        // What is said in values is no template.
        Row("values are not read", "{{a}}{{{a}}}", "{ a = '{{b}}', b = 'x' }", "{{b}}{{b}}"),
    ]

    @Test(arguments: [
        ("{{a", "page.mustache:1: a tag has no end: }}"),
        ("x\n{{{a}}", "page.mustache:2: a tag has no end: }}}"),
        ("\n{{#a}}", "page.mustache:2: section \"a\" has no end"),
        ("{{#a}}{{/b}}", "page.mustache:1: expected the end of \"a\", found that of \"b\""),
        ("{{/b}}", "page.mustache:1: no section \"b\" is open"),
        ("{{}}", "page.mustache:1: a tag names nothing"),
        ("{{#}}{{/}}", "page.mustache:1: a section names nothing"),
        ("{{=<%=}}", "page.mustache:1: delimiters are two, found \"<%\""),
        (
            "{{>pag}}",
            "the plugin has no template \"pag.mustache\"; did you mean \"page.mustache\"?"
        ),
        ("{{>page}}", "template.render: partials more than 50 deep, at \"page\""),
        ("{{t}}", "template.render: \"t\" is a table; expected a string, a number or a boolean"),
        ("{{#f}}{{/f}}", "template.render: \"f\" is a function; sections are of values"),
        (
            String(repeating: "{{#a}}", count: 101), "page.mustache:1: sections more than 100 deep"
        ),
    ])
    func `what is wrong is said at the plugin's line`(_ template: String, _ message: String) throws
    {
        let found = try Self.render(
            ["page": template], "template.render('page.mustache', { t = {}, f = print })")
        #expect(found == "init.lua:2: " + message)
    }

    @Test func `a template that is not there`() throws {
        #expect(
            try Self.render([:], "template.render('page.mustache', {})")
                == "init.lua:2: the plugin has no template \"page.mustache\"; its templates are files that end with .mustache"
        )
        #expect(
            try Self.render(["page": "x"], "template.render('init.lua', {})")
                == "init.lua:2: the plugin has no template \"init.lua\"")
    }

    @Test func `loops in loops end with a limit`() throws {
        let list =
            "(function() local l = {} for i = 1, 1000 do l[i] = { i } end l.l = l return l end)()"
        let found = try Self.render(
            ["page": "{{#l}}{{#l}}{{#l}}{{#l}}x{{/l}}{{/l}}{{/l}}{{/l}}"],
            "template.render('page.mustache', { l = \(list) })")
        #expect(found.contains("limit of"))
        let doubled = try Self.render(
            ["page": "{{>page}}{{>page}}"], "template.render('page.mustache', {})")
        #expect(doubled.contains("partials more than 50 deep"))
    }

    @Test func `a page in pieces is the page`() throws {
        let found = try Self.render(
            ["page": "{{#l}}{{.}},{{/l}}"],
            """
            (function()
              local l, pieces = {}, {}
              for i = 1, 2000 do l[i] = i end
              template.write({ write = function(_, name, piece) pieces[#pieces + 1] = name .. piece end },
                "page.mustache", { l = l }, "")
              return tostring(#pieces > 1 and table.concat(pieces) == template.render("page.mustache", { l = l }))
            end)()
            """)
        #expect(found == "true")
    }
}
