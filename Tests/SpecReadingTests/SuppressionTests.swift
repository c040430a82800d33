import SpecModel
import SpecReading
import Testing

/// Comments for the checks: which there are, what they say, and what they are about.
@Suite struct SuppressionTests {
    private func read(_ text: String) -> Spec {
        SpecReader().read(Array(text.utf8), path: "a.md")
    }

    /// `disable-line a/b,c until=2026-01-01 (why) = text that it is about`, a line each.
    private func told(_ text: String) -> [String] {
        let spec = read(text)
        return spec.suppressions.map { suppression in
            var parts = [suppression.word.text]
            if !suppression.rules.isEmpty {
                parts.append(suppression.rules.map(\.text).joined(separator: ","))
            }
            if let until = suppression.until { parts.append("until=\(until.text)") }
            if !suppression.reason.isEmpty { parts.append("(\(suppression.reason))") }
            if !suppression.isClosed { parts.append("open") }
            if let scope = suppression.scope {
                parts.append("= " + spec.source.text(scope).replacing("\r\n", with: "\n"))
            }
            return parts.joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("<!-- perilune-enable -->", "enable"),
        ("<!--perilune-enable-->", "enable"),
        ("<!-- perilune-enable a/b -->", "enable a/b"),
        ("<!-- perilune-enable a/b,c  d/e,,\tf -->", "enable a/b,c,d/e,f"),
        (
            "<!-- perilune-enable a until=2026-01-01 b -- because -->",
            "enable a,b until=2026-01-01 (because)"
        ),
        ("<!-- perilune-enable -- no rules, a reason -->", "enable (no rules, a reason)"),
        ("<!-- perilune-enable a - one dash -- two -->", "enable a (one dash -- two)"),
        ("<!-- perilune-enable a — a long one -->", "enable a (a long one)"),
        ("<!-- perilune-enable a --glued -->", "enable a (glued)"),
        ("<!-- perilune-enable a -- -->", "enable a"),
        ("<!--\nperilune-enable\na\n-- over\nlines\n-->", "enable a (over lines)"),
        ("<!-- perilune-Enable a=b until=1 until=2 -->", "Enable a=b,until=2 until=1"),
        ("<!-- perilune- -->", ""),
        ("<!-- perilune-enable a", "enable a open"),
    ])
    func `a comment says what it says`(_ comment: String, _ said: String) {
        let quote = "😄\n\n> " + comment.replacing("\n", with: "\n> ")
        for text in [comment + "\n", quote + "\n"] {
            #expect(told(text) == [said])
            #expect(told(text.replacing("\n", with: "\r\n")) == [said])
        }
    }

    @Test(arguments: [
        "<!-- perilune -->", "<!-- perilune disable -->", "<!-- disable perilune-disable -->",
        "perilune-disable", "`<!-- perilune-disable -->`", "``a <!-- perilune-disable -- b --> ``",
        "```\n<!-- perilune-disable -->\n```", "    <!-- perilune-disable -->",
        "\\<!-- perilune-disable -->", "&lt;!-- perilune-disable -->",
        "<!-- <!-- perilune-disable -->",
        "a <!-- perilune-disable -- never closed",
    ])
    func `what is code, or no such comment, says nothing`(_ text: String) {
        #expect(told(text) == [])
        #expect(told("---\na: <!-- perilune-disable -->\n---\n" + text) == [])
        #expect(told("- " + text.replacing("\n", with: "\n  ")) == [])
    }

    @Test(arguments: [
        "a %@ b", "# A %@", "A %@\n=\n", "- a %@", "1. a\n   %@", "> a %@", "> > - %@",
        "**bold %@ too**", "[link %@](a.md)", "| A | B |\n|---|---|\n| c | d %@ |",
        "<div>\n%@\n</div>", "<p>a %@ b</p>", "%@ a", "a\nb %@\nc", "a[^1]\n\n[^1]: b %@",
        "<table>\n<tr><th>A %@</th></tr>\n<tr><td>b</td></tr>\n</table>",
    ])
    func `it may stand wherever HTML may`(_ place: String) {
        for comment in [
            "<!-- perilune-enable a/b - why -->", "<!-- perilune-enable a/b -- *why* `not` -->",
        ] {
            let text = place.replacing("%@", with: comment)
            let spec = read(text)
            #expect(spec.suppressions.map { spec.source.text($0.range) } == [comment], "\(text)")
            #expect(spec.suppressions.first?.rules.map(\.text) == ["a/b"])
        }
    }

    @Test func `it is no text, with whichever dash`() {
        for dash in ["-", "--"] {
            let spec = read(
                """
                ## Risks

                | Risk | Impact | Owner |
                |---|---|---|
                | 😄 *Fire* <!-- perilune-disable-line \(dash) [Name] {{NAME}} TBD [a](b) one \\| two --> ~~x~~ y | High | R. Osei |

                ## Requirements <!-- perilune-disable-line \(dash) it --> here
                """)
            #expect(spec.items.first?.title == "😄 Fire x y")
            #expect(spec.sections.last?.title == "Requirements here".replacing(" h", with: "  h"))
            #expect(spec.placeholders.isEmpty)
            #expect(spec.links.isEmpty)
            #expect(spec.suppressions.map(\.isClosed) == [true, true])
            #expect(spec.suppressions.first?.reason == "[Name] {{NAME}} TBD [a](b) one \\| two")
            let field = spec.items.first?.field("owner")
            #expect(field.map { spec.source.text($0.range) } == "R. Osei")
        }
    }

    @Test func `lines are those of the comment, or the next that has something to say`() {
        let text = """
            one <!-- perilune-disable-line --> two

            <!-- perilune-disable-next-line a -->
            <!-- perilune-disable-next-line b -->

            <!-- perilune-disable-next-line c --> <!-- other -->
            three
            > four <!-- perilune-disable-next-line d -->
            >
            > five
            <!-- perilune-disable-next-line e -->

            """
        for text in [text, text.replacing("\n", with: "\r\n")] {
            #expect(
                told(text) == [
                    "disable-line = one <!-- perilune-disable-line --> two",
                    "disable-next-line a = <!-- perilune-disable-next-line c --> <!-- other -->",
                    "disable-next-line b = <!-- perilune-disable-next-line c --> <!-- other -->",
                    "disable-next-line c = three",
                    "disable-next-line d = > five",
                    "disable-next-line e",
                ])
        }
    }

    @Test func `an item is around a comment, or below one that stands alone`() {
        let spec = read(
            """
            <!-- perilune-disable-item a -->

            ## Functional Requirements

            <!-- perilune-disable-item b -->
            <!-- perilune-disable-item c -->

            | ID | Requirement |
            |---|---|
            | FR-1 | One |
            | FR-2 | Two <!-- perilune-disable-item d -- why --> |

            - FR-3: Three
              <!-- perilune-disable-item e -->
            - FR-4: Four <!-- perilune-disable-item f -->

            <!-- perilune-disable-item g -->

            ### FR-5: Five

            Words. <!-- perilune-disable-item h -->

            - in a list <!-- perilune-disable-item i -->

            <!-- perilune-disable-item j -->

            More words.

            ## Other <!-- perilune-disable-item k -->
            """)
        let about = spec.suppressions.map { suppression in
            let ids = spec.items.filter { item in
                suppression.scope.map { $0.contains(item.range) } ?? false
            }.map(\.key)
            return "\(suppression.rules[0].text) \(ids.joined(separator: " "))"
                + (suppression.items.isEmpty ? "" : " by " + suppression.items.joined())
        }
        #expect(
            about == [
                "a ", "b FR-1 FR-2", "c FR-1 FR-2", "d FR-2 by FR-2", "e FR-3 by FR-3",
                "f FR-4 by FR-4", "g FR-5 by FR-5", "h FR-5 by FR-5", "i FR-5 by FR-5",
                "j FR-5 by FR-5", "k ",
            ])
        let section = spec.suppressions[9].scope.map(spec.source.text) ?? ""
        #expect(section.hasPrefix("### FR-5: Five") && section.hasSuffix("More words."))
    }

    @Test func `a document may have so many, and a comment so many rules`() {
        let many = read(String(repeating: "<!-- perilune-disable-item -->\n\n", count: 12_000))
        #expect(many.suppressions.count == Suppression.limit + 1)
        let long = read(
            "<!-- perilune-disable " + String(repeating: "a/b, ", count: 10_000) + " -->\n")
        #expect(long.suppressions.first?.isTooLong == true)
        #expect(long.suppressions.first?.rules.count == Suppression.ruleLimit)
    }

    private static let hostile = [
        String(repeating: "<!-- perilune-disable-next-line -->\n\n", count: 100_000),
        "- FR-1: a\n" + String(repeating: "  <!-- perilune-disable-item -->\n\n", count: 50_000),
        String(repeating: "a <!-- perilune-disable-line -- *b* --> `c` ", count: 500),
        String(repeating: "a <!-- perilune-disable-line -- *b* --> `c`\n\n", count: 20_000),
        String(repeating: "<!-- perilune-", count: 100_000),
        String(repeating: "a <!-- perilune-x\n\n", count: 100_000),
        "<!-- perilune-disable" + String(repeating: " ", count: 1_000_000) + "-->",
        "<!-- perilune-disable-next-line -->" + String(repeating: "\n", count: 1_000_000),
        "a " + String(repeating: "<!-- perilune-disable-next-line x -->", count: 1_000)
            + String(repeating: "\n", count: 4_000_000),
        "## Risks\n\n| Risk |\n|---|\n"
            + String(repeating: "| a <!-- perilune-disable-item -- b --> |\n", count: 20_000),
    ]

    /// Each would take minutes if its cost grew with the square of its length.
    @Test(arguments: hostile.indices)
    func `hostile comments cost what they are long`(_ place: Int) {
        let spec = read(Self.hostile[place])
        #expect(spec.suppressions.count <= Suppression.limit + 1)
    }
}
