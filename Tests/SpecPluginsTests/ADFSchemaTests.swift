import Foundation
import TestSupport
import Testing

/// What Markdown becomes for Jira's interface is what Atlassian's schema takes.
@Suite struct ADFSchemaTests {
    private static let python = ["python3", "/usr/bin/python3"].first { python in
        (try? Console.shell("\(python) -c 'from jsonschema import Draft4Validator'"))?.status == 0
    }
    private static let hasPython = python != nil
    private static let absence = "no python3 has jsonschema: install python3-jsonschema"

    private static let judge = """
        import json, sys
        from jsonschema import Draft4Validator
        judge = Draft4Validator(json.load(open(sys.argv[1])))
        known = {}
        # The schema asks of texts and names no more than that they are not empty, and the same of
        # each of many: what differs in nothing else is judged once.
        def plain(value):
            if isinstance(value, list):
                values = [plain(one) for one in value]
                return [one for place, one in enumerate(values)
                    if place < 2 or one != values[place - 1] or one != values[place - 2]]
            if not isinstance(value, dict): return value
            return {key: "x" if key in ("text", "localId", "language") and one else plain(one)
                for key, one in value.items()}
        def judged(document):
            key = json.dumps(document)
            if key not in known: known[key] = judge.is_valid(document)
            return known[key]
        for line in open(sys.argv[2], encoding="utf-8"):
            document = plain(json.loads(line))
            blocks = document["content"]
            # What a document holds is judged block by block: those that come again are known.
            taken = judged({**document, "content": []}) and all(
                judged({"version": 1, "type": "doc", "content": [block]}) for block in blocks)
            print("" if taken else "no")
        """

    /// For each document, does the schema take it?
    private func judged(_ documents: [String]) throws -> [Bool] {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "documents.jsonl", Array(documents.joined(separator: "\n").utf8))
        let script = try folder.write("judge.py", Self.judge)
        let schema = try Shared.path("schemas/adf-full.schema.json").path
        let python = try #require(Self.python)
        let run = try Console.shell("\(python) \(script.path) '\(schema)' \(file.path)")
        try #require(run.errors == "")
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix(documents.count).map(\.isEmpty)
    }

    private func encoded(_ texts: [String]) throws -> [String] {
        try EncoderRun.texts("json.encode(adf.encode(s, { seed = 'a' }))", of: texts)
    }

    @Test(
        .enabled(if: hasPython, "\(absence)"), .enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `the schema takes what each text becomes`() throws {
        var texts = HostileTexts.all
        for folder in ["seeds", "corpus/specs"] {
            let root = try Shared.path(folder)
            for path in (FileManager.default.subpaths(atPath: root.path) ?? []).sorted()
            where path.hasSuffix(".md") {
                let bytes = try [UInt8](Data(contentsOf: root.appending(path: path)))
                texts.append(String(decoding: bytes, as: UTF8.self))
            }
        }
        for fixture in Fixture.files("Fixtures/encoders", extension: "md")
            + Fixture.files("../SpecReadingTests/Fixtures/markdown", extension: "md")
        {
            texts.append(try fixture.text())
        }
        #expect(texts.count > 100)
        let documents = try encoded(texts)
        for (text, isTaken) in zip(texts, try judged(documents)) {
            #expect(isTaken, "\(text.prefix(300).debugDescription)")
        }
    }

    /// Beside each text a document that the schema refuses and a plain writer would make of it.
    private static let rewritten: [(markdown: String, refused: String)] = [
        ("", #"{"version":2,"type":"doc","content":[]}"#),
        (
            "**`a`**",
            #"{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"code"},{"type":"strong"}]}]}]}"#
        ),
        (
            "**a****b**",
            #"{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":""}]}]}"#
        ),
        (
            "```\nx\n```",
            #"{"version":1,"type":"doc","content":[{"type":"codeBlock","content":[{"type":"text","text":"x","marks":[{"type":"strong"}]}]}]}"#
        ),
        (
            "-",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[]}]}]}"#
        ),
        (
            "- - a",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[]}]}]}]}]}]}"#
        ),
        (
            "- # a",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"heading","attrs":{"level":1},"content":[]}]}]}]}"#
        ),
        (
            "- a\n\n  > q",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[]},{"type":"blockquote","content":[{"type":"paragraph","content":[]}]}]}]}]}"#
        ),
        (
            "- a\n\n  ***",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[]},{"type":"rule"}]}]}]}"#
        ),
        (
            "- a\n\n  | t |\n  |---|\n  | u |",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[]},{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[]}]}]}]}]}]}]}"#
        ),
        (
            "> > a",
            #"{"version":1,"type":"doc","content":[{"type":"blockquote","content":[{"type":"blockquote","content":[{"type":"paragraph","content":[]}]}]}]}"#
        ),
        (
            "> # a",
            #"{"version":1,"type":"doc","content":[{"type":"blockquote","content":[{"type":"heading","attrs":{"level":1},"content":[]}]}]}"#
        ),
        (
            "> - [ ] a",
            #"{"version":1,"type":"doc","content":[{"type":"blockquote","content":[{"type":"taskList","attrs":{"localId":"1"},"content":[{"type":"taskItem","attrs":{"localId":"2","state":"TODO"}}]}]}]}"#
        ),
        (
            "- [ ] a",
            #"{"version":1,"type":"doc","content":[{"type":"taskList","content":[{"type":"taskItem","attrs":{"localId":"2","state":"TODO"}}]}]}"#
        ),
        (
            "- [ ] a\n\n  b",
            #"{"version":1,"type":"doc","content":[{"type":"taskList","attrs":{"localId":"1"},"content":[{"type":"taskItem","attrs":{"localId":"2","state":"TODO"},"content":[{"type":"paragraph","content":[]}]}]}]}"#
        ),
        (
            "> ",
            #"{"version":1,"type":"doc","content":[{"type":"taskList","attrs":{"localId":"1"},"content":[]}]}"#
        ),
        (
            "| |\n|---|\n| |",
            #"{"version":1,"type":"doc","content":[{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[]}]}]}]}"#
        ),
        ("| a |\n|---|", #"{"version":1,"type":"doc","content":[{"type":"table","content":[]}]}"#),
        ("***", #"{"version":1,"type":"doc","content":[{"type":"rule","attrs":{"a":1}}]}"#),
        (
            "- a",
            #"{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"text","text":"a"}]}]}"#
        ),
        (
            "[a]()",
            #"{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link"}]}]}]}"#
        ),
        (
            "####### a",
            #"{"version":1,"type":"doc","content":[{"type":"heading","attrs":{"level":7},"content":[]}]}"#
        ),
        ("<x>a</x>", #"{"version":1,"type":"doc","content":[{"type":"html","content":[]}]}"#),
        (
            "~~*a*~~",
            #"{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"deleted"}]}]}]}"#
        ),
    ]

    @Test(
        .enabled(if: hasPython, "\(absence)"), .enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `what the schema refuses is rewritten`() throws {
        let documents = try encoded(Self.rewritten.map(\.markdown))
        let taken = try judged(documents)
        let refused = try judged(Self.rewritten.map(\.refused))
        for (index, row) in Self.rewritten.enumerated() {
            #expect(taken[index], "\(row.markdown): \(documents[index])")
            #expect(!refused[index], "the schema takes \(row.refused)")
            #expect(documents[index] != row.refused)
        }
    }
}
