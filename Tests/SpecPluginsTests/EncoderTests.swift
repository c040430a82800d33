import Foundation
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// Markdown in the formats of other tools.
@Suite struct EncoderTests {
    private static let fixtures = Fixture.files("Fixtures/encoders", extension: "md")
    private static let formats = [
        "html": "html.encode(s)", "jira": "jira.encode(s)",
        "adf": "json.encode(adf.encode(s, { seed = 'a seed' }), { indent = 1 })",
    ]

    @Test(arguments: fixtures, ["html", "jira", "adf"])
    func format(_ fixture: Fixture, _ format: String) throws {
        let expression = try #require(Self.formats[format])
        let text = try #require(try EncoderRun.texts(expression, of: [fixture.text()]).first)
        try Golden.compare(text + "\n", with: fixture.sibling(format))
    }

    /// What is read again of an escaped text is the text, without what surrounds its lines.
    @Test func `escaped text is text in Markdown`() throws {
        let texts = HostileTexts.all.filter { $0.utf8.count < 2_000 }
        let words = """
            (function()
              local function words(node)
                if node.kind == "soft-break" then return "\\n" end
                if node.kind == "paragraph" or node.kind == "document" or node.kind == "link" then
                  local parts = {}
                  for i, child in ipairs(node.children) do parts[i] = words(child) end
                  return table.concat(parts, node.kind == "document" and "\\n\\n" or "")
                end
                if node.kind ~= "text" then error(node.kind .. " in " .. s) end
                return node.text
              end
              return words(markdown.parse(markdown.escape(s)))
            end)()
            """
        let found = try EncoderRun.texts(words, of: texts)
        for (text, found) in zip(texts, found) {
            #expect(Self.lines(found) == Self.lines(text), "\(text.debugDescription)")
        }
    }

    /// Lines with something in them, without the white space around and without control characters.
    private static func lines(_ text: String) -> [String] {
        let kept = text.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                || [0x09, 0x0A, 0x0D].contains(scalar.value)
        }
        return String(String.UnicodeScalarView(kept))
            .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
            }
            .filter { !$0.isEmpty }
    }

    @Test func `cells of a table are read again as they were`() throws {
        let texts = HostileTexts.all.filter { $0.utf8.count < 2_000 }
        let cell = """
            (function()
              local tree = markdown.parse(markdown.table({ { s, "x" } }, { header = { "A", s } }))
              local rows = tree.children[1].children
              local function words(cell)
                local parts = {}
                for i, node in ipairs(cell.children) do
                  if node.kind == "hard-break" then parts[i] = "\\n"
                  elseif node.kind == "link" then parts[i] = words(node)
                  elseif node.kind == "text" then parts[i] = node.text
                  else error(node.kind .. " in " .. s) end
                end
                return table.concat(parts)
              end
              if #tree.children ~= 1 or #rows ~= 2 or words(rows[2].children[2]) ~= "x" then error(s) end
              if words(rows[1].children[2]) ~= words(rows[2].children[1]) then error(s) end
              return words(rows[2].children[1])
            end)()
            """
        let found = try EncoderRun.texts(cell, of: texts)
        for (text, found) in zip(texts, found) {
            #expect(Self.lines(found) == Self.lines(text), "\(text.debugDescription)")
        }
    }
}
