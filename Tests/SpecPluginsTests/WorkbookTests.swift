import Foundation
import TestSupport
import Testing

/// Workbooks, read by somebody else's readers.
@Suite struct WorkbookTests {
    private static let python = [
        Repository.path(".build/sarif-tools/bin/python3").path, "python3", "/usr/bin/python3",
    ].first { python in
        (try? Console.shell("'\(python)' -c 'import openpyxl'"))?.status == 0
    }
    private static let hasPython = python != nil
    private static let noPython =
        "no python3 has openpyxl: the test command of README.md installs it"
    private static let hasOffice = (try? Console.shell("command -v soffice"))?.status == 0
    private static let noOffice = "needs soffice: install libreoffice-calc"

    /// A workbook whose first sheet has a row for each text.
    private static let workbook = """
        local rows = {}
        for index, text in ipairs(texts) do rows[index] = { text, index - 0.5, "High", true } end
        local long = {}
        for i = 1, 40 do long[i] = "choice, number " .. i end
        xlsx.write(artifact, { sheets = {
            {
              name = "All [texts]: every one of them, a/b", header = { "Text", "Number", "Level", "=Flag" },
              rows = rows, widths = { Text = 50 },
              lists = { Level = { "Low", "Medium", "High" }, Text = long },
              fills = { Level = { High = "FFC7CE", ["a \\"b\\" <c>"] = "c6efce" } },
            },
            { name = "all  texts   every one of them a b", header = { "One" } },
            { name = "'", header = { "One" }, rows = { { 9007199254740993 }, { 9007199254740992 }, { -1 } } },
            { name = "Lists", header = { "x" }, rows = { { "x" }, {}, { 0.1 } } },
        } })
        """

    /// Those of the hostile texts that fit in one cell each, and some that spreadsheets change.
    private static let texts =
        HostileTexts.all.filter { $0.utf16.count <= 20_000 } + [
            "_x0041_", "_x005F_x0041_", "_x", "007", "1E5", "1/2", "2026-01-02", "TRUE", "#N/A",
            "'=1",
            " lead", "trail ", "a\n\nb\n", "\u{1F600}", "12", "-5", "@x", "+1", "=1+2", "]]>",
            "&amp;",
        ]

    /// What a cell keeps of a text: no character that XML forbids, line feeds.
    private static func kept(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: true
            case 0..<0x20, 0xFFFE, 0xFFFF: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(scalars))
            .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private static let bytes = Result { try EncoderRun.bytes(workbook, texts) }

    private static let reader = """
        import json, sys, zipfile, openpyxl
        with zipfile.ZipFile(sys.argv[1]) as archive:
            assert archive.testzip() is None
            times = sorted({entry.date_time for entry in archive.infolist()})
        book = openpyxl.load_workbook(sys.argv[1])
        first = book.worksheets[0]
        print(json.dumps({
            "times": times, "names": book.sheetnames, "states": [s.sheet_state for s in book],
            "texts": [row[0].value for row in first.iter_rows(min_row=2)],
            "types": sorted({cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}),
            "numbers": [row[1].value for row in first.iter_rows(min_row=2)],
            "header": [[c.value, c.font.bold] for c in first[1]], "frozen": first.freeze_panes,
            "filter": first.auto_filter.ref, "width": first.column_dimensions["A"].width,
            "lists": [[str(v.sqref), v.formula1] for v in first.data_validations.dataValidation],
            "colours": [[str(r.sqref), [x.formula for x in r.rules], [x.dxf.fill.bgColor.rgb for x in r.rules]]
                for r in first.conditional_formatting],
            "last": [[row[0].value for row in book.worksheets[n].iter_rows(min_row=2)] for n in (2, 3)],
        }))
        """

    private struct Book: Decodable {
        var times: [[Int]]
        var names: [String]
        var states: [String]
        var texts: [String?]
        var types: [String]
        var numbers: [Double]
        var frozen: String
        var filter: String
        var width: Double
        var lists: [[String]]
    }

    @Test(.enabled(if: hasPython, "\(noPython)"))
    func `openpyxl reads every cell`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("book.xlsx", Self.bytes.get())
        let script = try folder.write("read.py", Self.reader)
        let run = try Console.shell("'\(try #require(Self.python))' \(script.path) \(file.path)")
        try #require(run.errors == "")
        let book = try JSONDecoder().decode(Book.self, from: Data(run.out))
        #expect(book.times == [[1980, 1, 1, 0, 0, 0]])
        #expect(
            book.names == [
                "All texts every one of them, a", "all texts every one of them a b", "Sheet3",
                "Lists (2)", "Lists",
            ])
        #expect(book.states == ["visible", "visible", "visible", "visible", "hidden"])
        #expect(book.texts.count == Self.texts.count)
        for (text, found) in zip(Self.texts, book.texts) {
            // It does not know that `_x005F_` stands for the line in front of what looks like it.
            let expected = Self.kept(text).replacing(/_(x[0-9A-Fa-f]{4})(?=_)/) { "_x005F_\($0.1)" }
            #expect(found ?? "" == expected, "\(text.debugDescription)")
        }
        #expect(!book.types.contains("f"))
        #expect(book.numbers == Self.texts.indices.map { Double($0) + 0.5 })
        #expect(book.frozen == "A2")
        #expect(book.filter == "A1:D\(Self.texts.count + 1)")
        #expect(book.width == 50)
        #expect(
            book.lists == [
                ["C2:C1048576", "\"Low,Medium,High\""], ["A2:A1048576", "Lists!$A$2:$A$41"],
            ])
    }

    @Test(.enabled(if: hasOffice, "\(noOffice)"))
    func `LibreOffice reads every cell`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("book.xlsx", Self.bytes.get())
        let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false"
        let run = try Console.shell(
            "soffice -env:UserInstallation=file://\(folder.path("profile").path) --headless "
                + "--convert-to '\(filter)' --outdir \(folder.url.path) \(file.path)")
        #expect(run.status == 0, "\(run.errors)")
        let script = try folder.write(
            "read.py",
            "import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8')))))"
        )
        let read = try Console.shell("python3 \(script.path) \(folder.path("book.csv").path)")
        try #require(read.errors == "")
        let rows = try JSONDecoder().decode([[String]].self, from: Data(read.out))
        #expect(rows.first == ["Text", "Number", "Level", "=Flag"])
        #expect(rows.count == Self.texts.count + 1)
        for (text, row) in zip(Self.texts, rows.dropFirst()) {
            #expect(row.first == Self.kept(text), "\(text.debugDescription)")
            #expect(row.dropFirst(2).first == "High")
        }
    }
}
