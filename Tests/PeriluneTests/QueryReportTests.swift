import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecQuery
import SpecReading
import SpecTemplates
import SpecWorkers
import TestSupport
import Testing

/// What `perilune query` prints: tables that fit, and CSV that everybody reads back.
@Suite struct QueryReportTests {
    private static let hasPython = (try? Console.shell("python3 -c 'import csv'"))?.status == 0

    /// A spec whose risks have these texts and owners.
    private func spec(_ risks: [(String, String)], path: String = "docs/a.md") -> Spec {
        var spec = Spec(source: SourceText(path: path, bytes: Array("-\n-\n".utf8)))
        let nowhere = SourceRange(0, 0)
        for (number, risk) in risks.enumerated() {
            spec.items.append(
                Item(
                    kind: "risk", key: "risk:\(number)", section: nil, range: nowhere,
                    fields: [
                        Field(name: "text", value: .text(risk.0), range: nowhere),
                        Field(name: "owner", value: .text(risk.1), range: nowhere),
                    ], extra: [], isPlaceholder: false))
        }
        return spec
    }

    private func report(
        _ selector: String, _ specs: [Spec], fields: String? = nil
    ) throws -> QueryReport {
        let names = Subjects.builtIn.queryNames
        return QueryReport(
            try Query(selector, names: names), in: specs,
            fields: try fields.map { try FieldReference.list($0, of: nil, names: names) },
            names: names)
    }

    @Test(arguments: [
        (nil, ["A long text of a risk that nobody reads to its end  R. Osei"]),
        (90, ["A long text of a risk that nobody reads to its end  R. Osei"]),
        (60, ["A long text of a risk that nobody rea…  R. Osei"]),
        (40, ["A long text of a …  R. Osei"]),
        (1, ["A long …  R. Osei"]),
    ])
    func cellsAreCutToTheTerminal(_ width: Int?, _ expected: [String]) throws {
        let spec = spec([("A long text of a risk\nthat nobody  reads to its end", "R. Osei")])
        let lines = try report("risk", [spec]).table(width: width).split(separator: "\n")
        #expect(lines.dropFirst().map { String($0.dropFirst("docs/a.md:1  ".count)) } == expected)
        if let width, width >= 40 { #expect(lines.allSatisfy { $0.count <= width }) }
    }

    @Test func wideCharactersKeepTheirColumns() throws {
        let spec = spec([("卡库停机", "李雷"), ("🔴 e\u{301}", "x"), ("abcdefgh", "y"), ("", "z")])
        #expect(
            try report("risk", [spec], fields: "text,owner").table() == """
                place        text      owner
                docs/a.md:1  卡库停机  李雷
                docs/a.md:1  🔴 e\u{301}      x
                docs/a.md:1  abcdefgh  y
                docs/a.md:1            z

                """)
        let cut = try report("risk", [spec], fields: "text").table(width: 19)
        #expect(cut.split(separator: "\n")[1] == "docs/a.md:1  卡库停机")
    }

    @Test func nothingThatATerminalActsOnIsPrinted() throws {
        let spec = spec([("\u{1B}[31m\u{202E}##[error]", "a\tb")], path: "::x.md")
        let line = try report("risk", [spec]).table().split(separator: "\n").last
        #expect(line == #"./::x.md:1  \u{1B}[31m\u{202E}\u{23}#[error]  a b"#)
    }

    /// Texts that spreadsheets and readers of CSV stumble over.
    private static let awkward = [
        "", " ", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "''+1", "'a", "'", "＝1",
        "'＠",
        "a,b", "a\"b", "\"", "a\r\nb", "a\nb", "é🌙", "-", "=", "a=1", ",", "\"\"", "a'b",
    ]

    @Test func csvIsWhatPluginsWrite() throws {
        let spec = spec(Self.awkward.map { ($0, "owner of " + $0) })
        let plugin = PluginFiles(
            name: "demo", root: "demo",
            files: [
                .init(
                    path: "plugin.yml",
                    bytes: Array("name: demo\nversion: 1.0.0\ndescription: a test's\n".utf8)),
                .init(
                    path: "init.lua",
                    bytes: Array(
                        """
                        return { exports = { list = { summary = "s", extension = "csv",
                        run = function(workspace, artifact)
                          local rows = {}
                          for n, risk in ipairs(workspace:query "risk") do
                            rows[n] = { risk.spec.path, risk.line, risk.kind, risk.key, risk.text,
                              risk.owner }
                          end
                          local header = { "path", "line", "kind", "key", "text", "owner" }
                          csv.write(artifact, rows, { header = header })
                        end } } }
                        """.utf8)),
            ])
        var session = try PluginSession(Plugin(plugin), TemplateReader(SpecReader()))
        let theirs = try session.export("list", [spec], options: [:])
        let ours = try report("risk", [spec], fields: "text,owner").csv()
        #expect(
            String(decoding: ours, as: UTF8.self) == String(decoding: theirs.bytes, as: UTF8.self))
    }

    @Test(.enabled(if: hasPython, "needs python3, whose csv module is the other reader"))
    func pythonReadsTheTextsBack() throws {
        let spec = spec(Self.awkward.map { ($0, "o") })
        let folder = try TemporaryFolder()
        let file = try folder.write("query.csv", report("risk", [spec], fields: "text").csv())
        let script = try folder.write(
            "read.py",
            """
            import csv, json, sys
            rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
            print(json.dumps(rows))
            """)
        let run = try Console.shell("python3 \(script.path) \(file.path)")
        #expect(run.errors == "")
        let rows = try JSONDecoder().decode([[String]].self, from: Data(run.out))
        #expect(rows.first == ["path", "line", "kind", "key", "text"])
        let back = rows.dropFirst().map { $0[4] }
        #expect(back.count == Self.awkward.count)
        for (text, cell) in zip(Self.awkward, back) {
            // One apostrophe guards a formula; everything else is as it was.
            #expect(cell == text || cell == "'" + text)
            #expect(
                cell.unicodeScalars.first.map { !"=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) }
                    ?? true)
        }
    }

    @Test(arguments: [
        ("risk", 0, "no items in 2 specs"), ("risk[text=a]", 1, "1 item in 1 of 2 specs"),
        ("risk", 3, "6 items in 2 specs"),
    ])
    func theSummaryCounts(_ selector: String, _ count: Int, _ expected: String) throws {
        let risks = Array([("a", ""), ("b", ""), ("c", "")].prefix(count))
        let specs = [spec(risks, path: "a.md"), spec(count == 3 ? risks : [], path: "b.md")]
        #expect(try report(selector, specs).summary == expected)
    }
}
