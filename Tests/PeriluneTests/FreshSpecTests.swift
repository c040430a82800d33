import Foundation
import Perilune
import SpecModel
import SpecReading
import TestSupport
import Testing

@Suite struct FreshSpecs {
    static let templates = ["numbered", "engineering", "proposal", "formal", "feature"]

    private func read(_ bytes: [UInt8]) -> Spec { SpecReader().read(bytes, path: "new.md") }

    @Test(arguments: templates)
    func `nothing is changed that nobody set`(_ template: String) throws {
        let fresh = try FreshSpec(template)
        let plain = try fresh.filled(with: [], today: nil)
        let titled = try fresh.filled(with: ["title=Refunds"], today: nil)
        #expect(titled != plain)
        #expect(read(titled).title?.text == "Refunds")
        let lines = [plain, titled].map {
            $0.split(separator: 0x0A, omittingEmptySubsequences: false)
        }
        #expect(zip(lines[0], lines[1]).count { $0 != $1 } == 1)
        #expect(lines[0].count == lines[1].count)
    }

    @Test(
        arguments: templates,
        [
            "Ann", "A|B", "*a* _b_ `c`", "<b> & &amp; </b>", "[x](y) ![z]", "\\", "a\\|b", "# 1. x",
            "👩‍🚀 ﬁ é", "C#", "{{X}}", "~~a~~", "1) a", "- [ ] a", "a  b",
        ])
    func `a value reads back as it was given`(_ template: String, _ value: String) throws {
        let names = ["author", "title"]
        let bytes = try FreshSpec(template)
            .filled(with: names.map { "\($0)=\(value)" }, today: "2026-03-01")
        let spec = read(bytes)
        let words = value.split(separator: " ").joined(separator: " ")
        let author = try #require(spec.metadata.first { $0.role == "author" })
        #expect(author.value.split(separator: " ").joined(separator: " ") == words)
        #expect(spec.title?.text.split(separator: " ").joined(separator: " ") == words)
        let dates = spec.metadata.filter { ["date", "created", "updated"].contains($0.role) }
        #expect(!dates.isEmpty && dates.allSatisfy { $0.date == "2026-03-01" })
    }

    @Test func `dates are those of the document, not those of signatures`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "ours.md",
            """
            # [Title]

            **Created:** [Date]

            ## Approval

            | Role | Name | Date |
            |------|------|------|
            | Lead | [Name] | [Date] |

            ## Document History

            | Version | Date | Changes |
            |---------|------|---------|
            | 1 | [Date] | First |

            """)
        let bytes = try FreshSpec(file.path).filled(with: [], today: "2026-03-01")
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.filter { $0.contains("2026-03-01") }.count == 2)
        #expect(lines.contains("| Lead | [Name] | [Date] |"))
    }

    @Test func `in code a value stands as it is`() throws {
        let value = "a_*b*"
        let bytes = try FreshSpec("engineering")
            .filled(with: ["table=\(value)", "endpoint=GET /\(value)"], today: nil)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("CREATE TABLE a_*b* ("))
        #expect(text.contains("#### `GET /a_*b*`"))
    }

    @Test(arguments: ["title=a\nb", "title=a\u{2028}b", "title=\u{1B}[31m", "title= ", "=a", "x"])
    func `what is no value is refused`(_ value: String) throws {
        let fresh = try FreshSpec("feature")
        #expect(throws: Problems.self) { try fresh.filled(with: [value], today: nil) }
    }

    @Test func `days are counted as the calendar does`() {
        #expect(Day.text(secondsSince1970: 0) == "1970-01-01")
        #expect(Day.text(secondsSince1970: 951_782_399) == "2000-02-28")
        #expect(Day.text(secondsSince1970: 951_782_400) == "2000-02-29")
        #expect(Day.text(secondsSince1970: 4_107_542_400) == "2100-03-01")
        #expect(Day.text(secondsSince1970: 253_402_300_799) == "9999-12-31")
        #expect(Day.text(secondsSince1970: 253_402_300_800) == nil)
        #expect(Day.text(secondsSince1970: -1) == nil)
        var last = "1969-12-31"
        for day in 0..<60_000 {
            let text = Day.text(secondsSince1970: day * 86_400 + 4_711) ?? ""
            #expect(last < text && Day.isDay(text))
            last = text
        }
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "2026-00-10", "+026-01-01", ""] {
            #expect(!Day.isDay(text))
        }
    }
}
