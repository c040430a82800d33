import SpecModel
import SpecReading
import Testing

/// Links and where they stand.
@Suite struct LinkTests {
    private func read(_ text: String) -> Spec {
        SpecReader().read(Array(text.utf8), path: "a.md")
    }

    @Test func everyKindOfLinkStandsWhereItStands() {
        let text = """
            Before 😄 [one **bold**](a.md "title") and ![alt](b.png).

            | Cell | Other |
            |------|-------|
            | [two][ref] \\| x | <https://example.org/a?b=c> |

            > - [ref], [three](<d e.md>), [](empty), [four]()

            `[code](no.md)` https://example.org [unknown]

            [ref]: c.md#part
            """
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let spec = read(text)
            let links = spec.links.map {
                "\($0.style) \($0.text) \($0.target) = \(spec.source.text($0.range))"
            }
            #expect(
                links == [
                    "inline one bold a.md = [one **bold**](a.md \"title\")",
                    "image alt b.png = ![alt](b.png)", "reference two c.md#part = [two][ref]",
                    "autolink https://example.org/a?b=c https://example.org/a?b=c"
                        + " = <https://example.org/a?b=c>",
                    "reference ref c.md#part = [ref]", "inline three d e.md = [three](<d e.md>)",
                    "inline  empty = [](empty)", "inline four  = [four]()",
                ])
        }
    }
}
