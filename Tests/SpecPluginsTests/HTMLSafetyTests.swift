import Foundation
import TestSupport
import Testing

/// Whatever a text holds, nothing of it runs in the HTML that is made of it.
@Suite struct HTMLSafetyTests {
    private static let hasPython = (try? Console.shell("command -v python3"))?.status == 0
    private static let hasLint = (try? Console.shell("command -v xmllint"))?.status == 0

    /// Names what could run or leave the page, and what is not closed.
    private static let judge = """
        import json, re, sys
        from html.parser import HTMLParser
        TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code",
            "hr", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "del", "a", "img", "br",
            "input", "sup", "div", "i"}
        ATTRIBUTES = {"href", "src", "alt", "start", "style", "class", "type", "disabled", "checked",
            "title"}
        class Judge(HTMLParser):
            def handle_starttag(self, tag, attrs):
                if tag not in TAGS: self.wrong.append("tag " + tag)
                for name, value in attrs:
                    if name not in ATTRIBUTES: self.wrong.append("attribute " + name)
                    bare = re.sub("[\\\\x00-\\\\x20]", "", value or "").lower()
                    if name in ("href", "src"):
                        scheme = re.match("[a-z][a-z0-9+.-]*:", bare)
                        if scheme and scheme[0] not in ("http:", "https:", "mailto:"):
                            self.wrong.append("address " + bare[:80])
                    if name == "style" and not re.fullmatch("text-align: (left|center|right)", value):
                        self.wrong.append("style " + value)
            handle_startendtag = handle_starttag
            def handle_comment(self, data): self.wrong.append("comment")
            def handle_decl(self, decl): self.wrong.append("declaration")
            def handle_pi(self, data): self.wrong.append("instruction")
            def unknown_decl(self, data): self.wrong.append("unknown declaration")
        for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
            judge = Judge(convert_charrefs=True)
            judge.wrong = []
            judge.feed(json.loads(line))
            judge.close()
            for wrong in judge.wrong: print(number, wrong)
        """

    private static func pages() throws -> [String] {
        var texts = HostileTexts.all
        // Every prefix of the short ones is a text too, and so are pairs of them.
        for text in HostileTexts.all where text.count < 60 {
            texts += text.indices.map { String(text[..<$0]) }
        }
        for (one, other) in zip(HostileTexts.all, HostileTexts.all.dropFirst()) {
            if one.count + other.count < 1_000 { texts.append(one + other) }
        }
        let attribute = "'<i title=\"' .. html.escape(s) .. '\">' .. html.escape(s) .. '</i>'"
        return try EncoderRun.texts("html.encode(s)", of: texts)
            + EncoderRun.texts(attribute, of: texts)
    }

    @Test(.enabled(if: hasPython, "needs python3, whose html.parser is the judge"))
    func `no script, no handler, no address that runs`() throws {
        let folder = try TemporaryFolder()
        let pages = try Self.pages()
        let lines = try pages.map { page in
            String(decoding: try JSONEncoder().encode(page), as: UTF8.self)
        }
        let file = try folder.write("pages.jsonl", Array(lines.joined(separator: "\n").utf8))
        let script = try folder.write("judge.py", Self.judge)
        let run = try Console.shell("python3 \(script.path) \(file.path)")
        #expect(run.errors == "")
        #expect(run.output == "")
        #expect(pages.count > 500)
    }

    @Test(.enabled(if: hasLint, "needs xmllint: install libxml2-utils"))
    func `it is well-formed`() throws {
        let folder = try TemporaryFolder()
        let all = try Self.pages().map { "<div>\($0)</div>" }.joined(separator: "\n")
        let file = try folder.write("pages.xml", Array("<pages>\(all)</pages>".utf8))
        let run = try Console.shell("xmllint --huge --noout \(file.path)")
        #expect(run.errors == "")
        #expect(run.status == 0)
    }
}
