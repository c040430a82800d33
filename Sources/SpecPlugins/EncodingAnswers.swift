internal import LuaSandbox

/// Answers the host's encoders: what looks at each bit of long texts is not for Lua.
enum EncodingAnswers {
    /// In fuel, each about five nanoseconds: an answer, and a byte that is hashed.
    private static let answer = 1_000
    private static let hashedByte = 3

    /// The SHA-256 digest of a text, in hexadecimal digits.
    static func digest(_ question: Question) -> Question.Answer {
        answer(question, perByte: hashedByte) { .text(SHA256.hexadecimal(question.text)) }
    }

    /// The identifier of a name in a namespace, whose length is the question's number.
    static func identifier(_ question: Question) -> Question.Answer {
        answer(question, perByte: hashedByte) {
            let count = max(0, min(question.number, question.text.count))
            let identifier = UUID5.identifier(
                of: Array(question.text[count...]), in: Array(question.text[..<count]))
            return .text(UUID5.text(identifier))
        }
    }

    /// The checksum of a text behind others, whose checksum is the question's number.
    static func checksum(_ question: Question) -> Question.Answer {
        answer(question, perByte: hashedByte) {
            let start = UInt32(truncatingIfNeeded: question.number)
            var builder = FrameBuilder()
            builder.integer(Int(CRC32.checksum(question.text, after: start)))
            return builder.finish()
        }
    }

    /// What takes more fuel than there is is not done.
    private static func answer(
        _ question: Question, perByte: Int, _ made: () -> Frame
    ) -> Question.Answer {
        let fuel = answer + question.text.count * perByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        return Question.Answer(made(), fuel: fuel)
    }
}
