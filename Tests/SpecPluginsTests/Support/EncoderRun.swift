import Foundation
import SpecPlugins
import TestSupport
import Testing

/// What an expression of Lua makes of texts, in one sandbox: what plugins' encoders give.
enum EncoderRun {
    /// What an export writes whose body finds the texts in `texts`.
    static func bytes(_ body: String, _ texts: [String] = []) throws -> [UInt8] {
        let manifest = """
            name: demo
            version: 1.0.0
            description: a plugin of a test
            options: { exports: { out: { texts: { type: list, default: [] } } } }
            """
        let source = """
            return { exports = { out = { summary = "s", extension = "bin", bytes = true,
              run = function(workspace, artifact, options)
                local texts = options.texts
                \(body)
              end } } }
            """
        let files = PluginFiles(
            name: "demo", root: "demo",
            files: [
                .init(path: "plugin.yml", bytes: Array(manifest.utf8)),
                .init(path: "init.lua", bytes: Array(source.utf8)),
            ])
        var limits = PluginLimits()
        limits[.fuel] = 4_000_000_000
        limits[.deadline] = 60_000
        var session = try PluginSession(Plugin(files, limits: limits))
        let artifact = try session.export("out", [], options: ["texts": .list(texts)])
        return artifact.files.first?.bytes ?? []
    }

    /// The value of the expression for each text, which it finds in `s`.
    static func values(_ expression: String, of texts: [String]) throws -> [Any] {
        let body = """
            for _, s in ipairs(texts) do artifact:write(json.encode { \(expression) } .. "\\n") end
            """
        return try String(decoding: bytes(body, texts), as: UTF8.self).split(separator: "\n")
            .map { line in
                let list = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
                return try #require(list?.first)
            }
    }

    /// The same where it gives texts.
    static func texts(_ expression: String, of texts: [String]) throws -> [String] {
        try values(expression, of: texts).map { try #require($0 as? String) }
    }
}

/// Texts that nobody writes on purpose, one for each thing that could go wrong.
enum HostileTexts {
    static let all: [String] = [
        "", " ", "\n", "\t", "\u{0}", "a\u{0}b", "\u{1}\u{8}\u{B}\u{1F}\u{7F}", "\u{FFFE}\u{FFFF}",
        "=cmd|' /C calc'!A0", "+1+2", "-1", "@SUM(A1)", "\"quoted\" 'single'", "a\r\nb\rc\nd",
        "::error file=x::y", "##vso[task.complete]", "<script>alert(1)</script>",
        "<SCRIPT SRC=//x>",
        "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))", "[x](<java\u{1}script:alert(1)>)", "[x](vbscript:x)",
        "[x](data:text/html,<script>)", "![x](javascript:alert(1))", "![x\" onerror=\"y](z)",
        "[x](\"onmouseover=alert(1))", "[x](https://e.org/\"onclick=\"y)", "<https://e.org/\"x>",
        "<javascript:alert(1)>", "[a]: javascript:alert(1)\n\n[a]",
        "<table><tr><td onclick=x>y</td></tr></table>",
        "<table><tr><td><a href=\"javascript:x\">y</a></td></tr></table>",
        "<table><tr><td><a href=\"java&#115;cript:x\">y</a></td></tr></table>",
        "``` \"><script>\nx\n```", "~~~js\" onclick=\"x\n</code></pre><script>\n~~~",
        "{code}x{code}", "{code:java}{noformat}{quote}{panel}{color:red}x{color}",
        "```\n{code}\n{CODE}\n```",
        "{{mono}} {{{{x}}}} `{{y}}` `*a*` `{` `}`", "!image.png! !x|width=1!",
        "[~user] [^file] [x|http://y]",
        "(x) (/) (!) (i) :) ;) :( :P (*) (flagoff)",
        "h1. title\nbq. quote\n* a\n# b\n- c\n----\n|| x || y ||\n| z |",
        "a*b*c _d_ -e- +f+ ^g^ ~h~ ??i??", "* * *", "\\ \\\\ \\{ \\* \\\n x", "a -- b --- c",
        "&lt;b&gt; &amp;amp; &#123;",
        "| a \\| b | c |\n|---|---|\n| `x \\| y` | <br> |\n| {code} | ]]> |", "]]> <![CDATA[x]]>",
        "--><!-- x -->",
        "\u{202E}txt.exe\u{202C}\u{200B}\u{2066}", "\u{2028}\u{2029}\u{85}",
        "e\u{301}\u{1F468}\u{200D}\u{1F469}",
        "- [ ] a\n- [x] b\n  - [ ] c\n    - d", "- [ ]\n- [x]\n",
        "1. a\n\n   ```\n   code\n   ```\n\n   > q\n\n   | t | u |\n   |---|---|\n   | 1 | 2 |\n",
        "> # h\n>\n> - [ ] t\n>\n> > q\n>\n> | a |\n> |---|\n> | b |\n>\n> ---",
        "- # h\n- > q\n- ---\n- ```\n  x\n  ```\n-\n- - - a",
        "- - - - - - - - - - - - deep", "> > > > deep",
        "**a `b` [c](https://x.org)** ~~***`d`***~~", "[`code`](https://x.org) [**b**](/rel)",
        "# ", "#\n\n##", "```\n```", "| |\n|---|", "|a|\n|-|\n", "*\n", "+\n  +", "***",
        "Setext\n===", "[^1] x\n\n[^1]: note\n\n    - list\n",
        "![](x) [](https://y.org) [](z)", "0. zero", "999999999. big", "mailto:x@y.z <x@y.z>",
        "http://a.b/c|d{e}[f]",
        String(repeating: "x", count: 40_000), String(repeating: "word {code} | ", count: 3_000),
        String(repeating: "## S\n\ntext\n\n", count: 500),
    ]
}
