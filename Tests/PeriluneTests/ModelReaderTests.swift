import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecWorkers
import TestSupport
import Testing

@Suite struct ModelReaderTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace(Configuration(), root: "/", loadsPlugins: false) }

    private func model(_ documents: [[UInt8]]) -> [UInt8] {
        ModelReport.json(
            documents.enumerated().map { number, bytes in
                workspace.read(bytes, path: "docs/\(100_000 + number).md")
            })
    }

    private func specs(_ json: String) throws -> [Spec] {
        try ModelReader.specs(Array(json.utf8), name: "model.json", in: workspace)
    }

    private func expectBack(_ documents: [[UInt8]]) throws {
        let json = model(documents)
        let back = ModelReport.json(
            try ModelReader.specs(json, name: "model.json", in: workspace))
        guard back != json else { return }
        // Which one it was.
        for document in documents {
            let json = model([document])
            let back = ModelReport.json(
                try ModelReader.specs(json, name: "model.json", in: workspace))
            #expect(String(decoding: back, as: UTF8.self) == String(decoding: json, as: UTF8.self))
        }
    }

    // MARK: what was printed comes back

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: ["seeds", "corpus/specs"])
    func `a model that is read prints the same`(_ folder: String) throws {
        let documents = try Generated.markdown(in: try Shared.path(folder)).map(\.bytes)
        #expect(!documents.isEmpty)
        for start in stride(from: 0, to: documents.count, by: 50) {
            try expectBack(Array(documents[start..<min(start + 50, documents.count)]))
        }
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: [Generated.Style.varied, .plain])
    func `a model of generated specs that is read prints the same`(
        _ style: Generated.Style
    ) throws {
        let documents = try Generated.documents(40, seed: 7, style)
        for variant in [Variant.plain, .crlf, .cr, .mark, .unterminated] {
            try expectBack(documents.map(variant.apply))
        }
    }

    @Test func `columns that are called alike, and texts of all kinds, come back`() throws {
        try expectBack([
            Array(
                """
                # A

                ## Risks

                | Risk | Impact | Note | Note | 💥 |
                |---|---|---|---|---|
                | "a" \\ <br> b\u{202E} | Sky-high | one | two | 🙂 |
                |  | 3 | ##[error]x | é | e\u{301} |

                ## Risks

                | Risk | Impact |
                |---|---|
                | below the second heading | [High/Medium/Low] |

                """.utf8), [], Array("no heading\r\rat all\r\n".utf8),
        ])
    }

    // MARK: what programs make of it

    private static let range =
        #"{"start": {"line": 3, "column": 1, "offset": 9}, "end": {"line": 3, "column": 5, "offset": 13}}"#

    private func spec(
        path: String = "\"a.md\"", items: String = "[]", sections: String = "[]", rest: String = ""
    ) -> String {
        """
        {"schema_version": 1, "specs": [
        {"path": \(path), "template": null, "title": "A", "status": null, "metadata": [],
        "sections": \(sections), "items": \(items), "placeholders": [],
        "tasks": {"done": 1, "open": 2}, "code": []\(rest)}]}
        """
    }

    private func item(_ fields: String, kind: String = "risk") -> String {
        """
        [{"kind": "\(kind)", "key": "k", "section": null, "range": \(Self.range), "fields": {
        \(fields)}}]
        """
    }

    @Test func `members that nobody knows are passed over`() throws {
        let json = spec(rest: ", \"mine\": {\"a\": [1, -2.5e3, true, null, \"\\u00e9\"]}")
            .replacing("\"schema_version\"", with: "\"by\": \"me\", \"schema_version\"")
        #expect(try specs(json) == specs(spec()))
    }

    @Test func `specs are sorted, whatever their order`() throws {
        let one = spec(path: "\"a.md\"").split(separator: "\n")[1...].joined().dropLast(2)
        let two = one.replacing("a.md", with: "B.md")
        let both = try specs("{\"specs\": [\(one), \(two)], \"schema_version\": 1}")
        #expect(both.map(\.path) == ["B.md", "a.md"])
    }

    @Test func `lines are those of the model`() throws {
        let spec = try specs(spec(items: item("")))[0]
        #expect(
            spec.location(of: spec.items[0].range).start
                == SourcePosition(line: 3, column: 1, offset: 9))
        #expect(
            spec.location(of: spec.items[0].range).end
                == SourcePosition(line: 3, column: 5, offset: 13))
    }

    @Test func `where values stand, they are found without their markup`() throws {
        let document =
            "# A\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Plain words | **Bold** ones |\n"
        let json = model([Array(document.utf8)])
        let spec = try ModelReader.specs(json, name: "model.json", in: workspace)[0]
        let risk = try #require(spec.items.first)
        #expect(risk.field("text").map { spec.source.text($0.range) } == "Plain words")
        #expect(risk.field("mitigation").map { spec.source.text($0.range) } == "Bold ones    ")
        #expect(spec.source.text(risk.range).filter { $0 != " " } == "PlainwordsBoldones")
    }

    @Test func `half a pair of surrogates reads as a replacement`() throws {
        let spec = try specs(spec(path: #""\ud83d\ude42 \ud83d \ude42x \ud83d\u0041.md""#))[0]
        #expect(spec.path == "🙂 \u{FFFD} \u{FFFD}x \u{FFFD}A.md")
    }

    @Test func `levels and numbers follow the vocabulary, and else the model`() throws {
        let fields = #""impact": {"value": "odd", "range": \#(Self.range)}"#
        #expect(try specs(spec(items: item(fields)))[0].items[0].fields[0].meaning == .level)
        #expect(
            try specs(spec(items: item(fields, kind: "new")))[0].items[0].fields[0].meaning == .text
        )
        let number = #""x": {"value": "9 ms", "number": 9, "range": \#(Self.range)}"#
        #expect(try specs(spec(items: item(number, kind: "new")))[0].items[0].fields[0].number == 9)
    }

    // MARK: what is wrong with it

    private func problem(_ json: String) -> String {
        do {
            _ = try specs(json)
            return "none"
        } catch let problem as Problem {
            return problem.description
        } catch {
            return "\(error)"
        }
    }

    @Test func `what is wrong is said with its line and its path`() throws {
        let place = #"{"line": 3, "column": 1, "offset": 9}"#
        for (json, expected) in [
            ("", "1:1: expected an object, found the end of the text"),
            ("[]", "1:1: expected an object, found an array"),
            ("{}", "1:1: \"schema_version\" is missing"),
            ("{\"schema_version\": 1}", "1:1: \"specs\" is missing"),
            (
                "{\"schema_version\": 2, \"specs\": []}",
                "1:20: schema_version: is 2; this perilune reads version 1"
            ),
            (
                "{\"schema_version\": \"1\", \"specs\": []}",
                "1:20: schema_version: expected a number, found text"
            ),
            (
                "{\"schema_version\": 1.5, \"specs\": []}",
                "1:20: schema_version: expected a whole number from 0, found 1.5"
            ),
            (
                "{\"schema_version\": 1, \"specs\": {}}",
                "1:32: specs: expected an array, found an object"
            ),
            (
                "{\"schema_version\": 1, \"specs\": []} x",
                "1:36: expected nothing behind the value, found \"x\""
            ),
            (
                "{\"schema_version\": 1, \"specs\": [],}",
                "1:35: expected a value behind the comma, found \"}\""
            ),
            ("{\"schema_version\": 1\n\"specs\": []}", "2:1: expected \",\" or \"}\", found text"),
            (
                "{\"schema_version\": 1, \"specs\": [], \"specs\": []}",
                "1:36: specs: stands there twice"
            ),
            (
                "{\"schema_version\": 1, \"specs\": [\n1]}",
                "2:1: specs[0]: expected an object, found a number"
            ),
            (spec(path: "7"), "2:10: specs[0].path: expected text, found a number"),
            (spec(path: "\"\""), "2:10: specs[0].path: is empty"),
            (
                spec(path: "\"a\u{1}\""),
                "2:12: specs[0].path: a control character in text; write it as \\u00XX"
            ),
            (spec(path: "\"\\x\""), "2:12: specs[0].path: \"\\\" in front of what is no escape"),
            (
                spec(path: "\"\\u12g4\""),
                "2:13: specs[0].path: \"\\u\" without four digits behind it"
            ),
            (spec(path: "\"a"), "2:15: specs[0]: expected \",\" or \"}\", found \"t\""),
            (
                spec().replacing("\"title\": \"A\", ", with: ""),
                "2:1: specs[0]: \"title\" is missing"
            ),
            (
                spec().replacing("\"done\": 1", with: "\"done\": -1"),
                "4:19: specs[0].tasks.done: expected a whole number from 0, found -1"
            ),
            (
                spec().replacing("\"done\": 1", with: "\"done\": 01"),
                "4:20: specs[0].tasks: expected \",\" or \"}\", found a number"
            ),
            (
                spec().replacing("\"done\": 1", with: "\"done\": 99999999999999999999"),
                "4:19: specs[0].tasks.done: expected a whole number from 0, found 99999999999999999999"
            ),
            (spec(items: "[{}]"), "3:27: specs[0].items[0]: \"kind\" is missing"),
            (
                spec(items: item("\"text\": \"x\"")),
                "4:9: specs[0].items[0].fields.text: expected an object, found text"
            ),
            (
                spec(items: item("\"text\": {\"value\": 3, \"range\": \(Self.range)}")),
                "4:19: specs[0].items[0].fields.text.value: expected text, true or false, an array or an object, found a number"
            ),
            (
                spec(
                    items: item(
                        "\"impact\": {\"value\": \"x\", \"level\": \"big\", \"range\": \(Self.range)}"
                    )),
                "4:35: specs[0].items[0].fields.impact.level: expected one of very-low, low, medium, high, very-high, critical, found \"big\""
            ),
            (
                spec(
                    items: item(
                        "\"date\": {\"value\": \"x\", \"date\": \"2026-02-30\", \"range\": \(Self.range)}"
                    )),
                "4:32: specs[0].items[0].fields.date.date: expected a day as 2026-03-01, found \"2026-02-30\""
            ),
            (
                spec(items: item("").replacing("\"offset\": 9", with: "\"offset\": 1e99")),
                "3:127: specs[0].items[0].range.start.offset: expected a whole number from 0 to 16777216, found 1e99"
            ),
            (
                spec(items: item("").replacing("\"column\": 5", with: "\"column\": 6")),
                "3:138: specs[0].items[0].range.end: line 3 begins at offset 8, and elsewhere at 9"
            ),
            (
                spec(
                    items: item("").replacing(
                        place, with: #"{"line": 3, "column": 1, "offset": 1}"#
                    ).replacing(
                        #"{"line": 3, "column": 5, "offset": 13}"#,
                        with: #"{"line": 3, "column": 5, "offset": 5}"#)),
                "2:1: specs[0]: has places that no document has: its lines overlap"
            ),
            (
                spec(
                    items: item("").replacing(
                        "\"line\": 3, \"column\": 5, \"offset\": 13",
                        with: "\"line\": 2, \"column\": 1, \"offset\": 5")),
                "3:82: specs[0].items[0].range: ends before it begins"
            ),
            (
                "{\"schema_version\": 1, \"specs\": [], \"x\": "
                    + String(repeating: "[", count: 200),
                "1:168: " + "x" + String(repeating: "[0]", count: 127)
                    + ": stands more than 128 levels deep"
            ),
        ] {
            #expect(problem(json) == "model.json:\(expected)", "\(json)")
        }
        #expect(throws: Problem("is not UTF-8, so it is no JSON", path: "m")) {
            try ModelReader.specs([0x22, 0xFF, 0x22], name: "m", in: workspace)
        }
    }

    @Test func `two specs of one path are refused`() {
        let one = spec().split(separator: "\n")[1...].joined().dropLast(2)
        #expect(
            problem("{\"schema_version\": 1, \"specs\": [\(one), \(one)]}").hasSuffix(
                ": specs[1]: a second spec with the path \"a.md\""))
    }

    /// Bytes that are lost, doubled or other than they were never trap.
    @Test func `broken models are refused or read, and nothing worse`() throws {
        var random = SplitMix(state: 7)
        let document =
            "# A\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| Outage | High |\n\n- [ ] a\n"
        let json = model([Array(document.utf8)])
        for _ in 0..<2_000 {
            var broken = json
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<broken.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: broken.remove(at: place)
                case 1: broken.insert(broken[place], at: place)
                default: broken[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            _ = try? ModelReader.specs(broken, name: "m", in: workspace)
        }
        for end in stride(from: 0, to: json.count - 2, by: 7) {
            #expect(throws: Problem.self) {
                try ModelReader.specs(Array(json.prefix(end)), name: "m", in: workspace)
            }
        }
    }
}

/// Registers made of a model are those made of the files.
@Suite struct ModelExportTests {
    private func expectSame(_ documents: [[UInt8]]) throws {
        let workspace = try Workspace(Configuration(), root: "/")
        let all = documents.enumerated().map { number, bytes in
            Document(path: "docs/\(100_000 + number).md", bytes: bytes)
        }.filter { !workspace.read($0).findings.hasErrors }
        let json = ModelReport.json(all.map(workspace.read))
        let specs = try ModelReader.specs(json, name: "model.json", in: workspace)
        // Those of trackers quote the Markdown of a spec, which a model does not hold.
        let names = ["risk-register/csv", "requirements/csv", "open-questions/csv", "glossary/csv"]
        let registers = try names.map(workspace.export(named:))
        for register in registers {
            var (files, model) = (StageDocuments(all), StageDocuments(given: specs))
            let pipeline = Pipeline(workspace)
            let ofFiles = try #require(
                try pipeline.export(&files, as: register).product?.get())
            let ofModel = try #require(
                try pipeline.export(&model, as: register).product?.get())
            #expect(ofFiles.bytes.elementsEqual(ofModel.bytes), "\(register.name)")
        }
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: ["seeds", "corpus/specs"])
    func `registers of documents that people wrote`(_ folder: String) throws {
        try expectSame(try Generated.markdown(in: try Shared.path(folder)).map(\.bytes))
    }

    @Test(
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: [Generated.Style.varied, .plain])
    func `registers of generated specs`(_ style: Generated.Style) throws {
        try expectSame(try Generated.documents(60, seed: 70, style))
    }
}
