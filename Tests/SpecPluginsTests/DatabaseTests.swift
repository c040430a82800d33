import Foundation
import TestSupport
import Testing

/// Databases, read by SQLite itself.
@Suite struct DatabaseTests {
    private static let hasSQLite = (try? Console.shell("command -v sqlite3"))?.status == 0
    private static let absence = "needs sqlite3: install it"

    private func database(_ tables: String, _ texts: [String] = []) throws -> [UInt8] {
        try EncoderRun.bytes("sqlite.write(artifact, \(tables))", texts)
    }

    /// What SQLite answers to each line.
    private func ask(_ bytes: [UInt8], _ lines: String...) throws -> String {
        let folder = try TemporaryFolder()
        let file = try folder.write("file.db", bytes)
        let script = try folder.write("script.sql", Array(lines.joined(separator: "\n").utf8))
        let run = try Console.shell("sqlite3 -batch \(file.path) < \(script.path)")
        #expect(run.errors == "")
        return run.output
    }

    private static let sound = "pragma integrity_check; pragma foreign_key_check;"

    @Test(.enabled(if: hasSQLite, "\(absence)"))
    func `every text is read as it was written`() throws {
        let texts = HostileTexts.all + ["a\u{0}b", String(repeating: "\u{1F600}", count: 20_000)]
        let bytes = try database(
            """
            (function()
              local rows = {}
              for i, text in ipairs(texts) do rows[i] = { i, text, i / 3, text } end
              return { {
                name = 'te"xts; --', primary = "id", rows = rows, indexes = { "text", { "real", "te'xt" } },
                columns = { { "id", "integer" }, { "text" }, { "real", "real" }, { "te'xt", "text" } },
              } }
            end)()
            """, texts)
        #expect(try ask(bytes, Self.sound) == "ok\n")
        let hex = try ask(
            bytes, "select hex(cast(text as blob)) from \"te\"\"xts; --\" order by id;",
            "select count(*) from \"te\"\"xts; --\" where text = \"te'xt\" and real = id / 3.0;")
        let found = hex.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (text, found) in zip(texts, found) {
            #expect(found == text.utf8.map { String(format: "%02X", $0) }.joined())
        }
        #expect(found[texts.count] == "\(texts.count)")
    }

    /// Of every size from none to trees of three levels, with payloads around each threshold.
    @Test(
        .enabled(if: hasSQLite, "\(absence)"),
        arguments: [0, 1, 2, 5, 40, 300, 301, 302, 5_000, 20_000])
    func `trees of every height are sound`(_ count: Int) throws {
        let bytes = try database(
            """
            (function()
              local rows, others = {}, {}
              local sizes = { 0, 10, 480, 489, 490, 1001, 1002, 1003, 1100, 4061, 4062, 4090, 5000, 9000 }
              for i = 1, \(count) do
                local size = i <= 2000 and sizes[i * 7 % #sizes + 1] or i % 60
                rows[i] = { "key " .. i .. ("x"):rep(size), nil, i % 10 }
                if i % 3 ~= 0 then rows[i][2] = i * i * i * i - 5 end
                others[i] = { i * 3 }
              end
              return {
                { name = "big", columns = { { "key" }, { "n", "integer" }, { "m", "real" } }, rows = rows,
                  primary = { "key", "m" }, indexes = { "n", { "m", "key" } } },
                { name = "small", columns = { { "n", "integer" } }, primary = "n", rows = others },
              }
            end)()
            """)
        let found = try ask(
            bytes, Self.sound, "select count(*), sum(n is null) from big;",
            "select count(*) from big where n = (select max(n) from big);",
            "select count(*) from big indexed by big_m_key where m = 1 and key like 'key%';",
            "select ifnull(sum(n), 0) from small; reindex; vacuum; pragma integrity_check;")
        let ones = (count + 9) / 10
        let sum = 3 * count * (count + 1) / 2
        let last = count == 0 ? 0 : 1
        #expect(
            found
                == "ok\n\(count)|\(count == 0 ? "" : "\(count / 3)")\n\(last)\n\(ones)\n\(sum)\nok\n"
        )
    }

    @Test(.enabled(if: hasSQLite, "\(absence)"))
    func `integers of every width are exact`() throws {
        let bytes = try database(
            """
            (function()
              local rows = { { math.mininteger }, { math.maxinteger }, { true }, { 2.0 } }
              for bit = 0, 62 do
                rows[#rows + 1], rows[#rows + 2] = { 1 << bit }, { -(1 << bit) }
                rows[#rows + 1], rows[#rows + 2] = { (1 << bit) - 1 }, { -(1 << bit) - 1 }
              end
              return { { name = "t", columns = { { "n", "integer" } }, rows = rows, indexes = { "n" } } }
            end)()
            """)
        var expected = [Int.min, Int.max, 1, 2]
        for bit in 0...62 {
            expected += [1 << bit, -(1 << bit), (1 << bit) - 1, -(1 << bit) - 1]
        }
        let found = try ask(bytes, "select n from t order by rowid;", Self.sound)
        #expect(found == expected.map { "\($0)\n" }.joined() + "ok\n")
    }

    @Test(.enabled(if: hasSQLite, "\(absence)"))
    func `a schema of some pages, with foreign keys`() throws {
        let bytes = try database(
            """
            (function()
              local tables = { { name = "specs", primary = "path", columns = { { "path" } }, rows = { { "a.md" } } } }
              for i = 1, 200 do
                tables[#tables + 1] = {
                  name = "items " .. i .. ("y"):rep(i), columns = { { "spec" }, { "text" } },
                  rows = { { "a.md", "x" }, { spec = "a.md" }, {} }, references = { spec = "specs.path" },
                  indexes = { "spec" },
                }
              end
              return tables
            end)()
            """)
        let found = try ask(
            bytes, Self.sound, "select count(*) from sqlite_schema;",
            "select count(*) from \"items 1y\" join specs on spec = path;")
        #expect(found == "ok\n402\n2\n")
        let broken = try database(
            """
            { { name = "a", columns = { { "x" } }, rows = { { "1" } }, references = { x = "b.y" } },
              { name = "b", columns = { { "y" } }, primary = "y" } }
            """)
        #expect(try ask(broken, Self.sound) == "ok\na|1|b|0\n")
    }
}
