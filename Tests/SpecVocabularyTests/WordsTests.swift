import SpecVocabulary
import Testing

struct WordsTests {
    @Test(arguments: [
        ("Risks & Mitigations", "risks and mitigations"), ("R&D", "r and d"),
        ("  End-to-End   Tests ", "end to end tests"), ("🚀 Rollout!", "rollout"),
        ("Likelihood (1–5)", "likelihood"), ("(optional)", "optional"), ("f(x) y", "f x y"),
        ("#", "#"), ("# id", "id"), ("Won’t", "won't"), ("ÜBERSICHT", "übersicht"),
        ("RİSK", "risk"), ("風險（草稿）", "風險"), ("（草稿）", "草稿"), ("n°", "n"), ("", ""), ("—", ""),
        ("don't&", "don't and"), ("½ done", "½ done"), ("a\u{0}b", "a b"),
    ])
    func `words are the same whatever their case, marks and remarks`(
        _ text: String, _ normalised: String
    ) {
        #expect(Words.normalised(text) == normalised)
        if normalised != "#" { #expect(Words.normalised(normalised) == normalised) }
    }

    @Test(
        arguments: [
            [0x61, 0xFF, 0x62], [0x61, 0xC3], [0x61, 0xE4, 0xB8, 0x62],
            [0x61, 0xED, 0xA0, 0x80, 0x62],
            [0xC0, 0xAF, 0x61], [0x61, 0xF4, 0x90, 0x80, 0x80], [0x29], [0x89], [0xEF, 0xBC, 0x89],
            [0xBC, 0x89, 0x61, 0xEF, 0xBC, 0x89],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 part words, as their repair does`(_ bytes: [UInt8]) {
        var normalised: [UInt8] = []
        Words.normalise(bytes.span) { byte in
            normalised.append(byte)
            return true
        }
        #expect(
            String(decoding: normalised, as: UTF8.self)
                == Words.normalised(String(decoding: bytes, as: UTF8.self)))
    }
}
