import SpecModel
import Testing

struct MeaningTests {
    private func field(_ text: String, _ meaning: Field.Meaning) -> Field {
        Field(name: "x", value: .text(text), meaning: meaning, range: SourceRange(0, 0))
    }

    @Test(
        arguments: [
            ("99.9 %", 99.9), ("≥ 99.9 %", 99.9), ("1,500 ms", 1500), ("-3", -3),
            ("€ 1,200,000.50", 1_200_000.5),
            ("5", 5), ("+5", 5), ("7 of 9", 7), ("1–5", nil), ("1 - 5", nil), ("12:30", nil),
            ("1/2", nil),
            ("1,5", nil), ("1.2.3", nil), (".5", nil), ("5.", nil), ("2026-01-31", nil),
            ("p95", nil),
            ("", nil), ("many", nil), ("1e5", nil), ("5ms", 5), ("12345,678", nil), ("٣", nil),
        ] as [(String, Double?)])
    func `a number is what the text begins with`(_ text: String, _ number: Double?) {
        #expect(field(text, .number).number == number)
        #expect(field(text, .text).number == nil)
    }
}
