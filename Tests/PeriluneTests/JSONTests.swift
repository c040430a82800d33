import Foundation
import Perilune
import Testing

@Suite struct JSON {
    private func string(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return String(decoding: writer.finish().dropLast(), as: UTF8.self)
    }

    @Test(arguments: [
        ("plain", #""plain""#),
        ("\"\\/", #""\"\\/""#),
        ("\n\r\t\u{8}\u{0}", #""\n\r\t\u0008\u0000""#),
        ("\u{1B}[31m\u{7F}\u{9B}", #""\u001b[31m\u007f\u009b""#),
        ("é🌙", #""é🌙""#),
        ("#1 ##[error]x ###vso[y", "\"#1 #\\u0023[error]x #\\u0023#vso[y\""),
        ("\u{202E}\u{2028}\u{FEFF}", #""\u202e\u2028\ufeff""#),
        ("\u{E0041}", #""\udb40\udc41""#),
        ("e\u{301}\r\n", "\"e\u{301}\\r\\n\""),
    ])
    func `strings are escaped`(text: String, expected: String) throws {
        #expect(string(text) == expected)
        let back = try JSONSerialization.jsonObject(
            with: Data(string(text).utf8), options: .fragmentsAllowed)
        #expect((back as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test func `bytes that are not UTF-8 are repaired before they come here`() {
        let text = String(decoding: [0x61, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)
        #expect(string(text) == "\"a\u{FFFD}\u{FFFD}\u{FFFD}\"")
    }

    @Test func `objects keep the order in which they were written`() {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("z", 1)
            writer.member("a", nil as String?)
            writer.array("empty", .block) { _ in }
            writer.array("list", .block) { writer in
                writer.object { writer in
                    writer.member("x", true)
                    writer.member("y", "1")
                }
                writer.array { writer in
                    writer.integer(-1)
                    writer.number(1.5)
                    writer.number(.infinity)
                }
            }
        }
        #expect(
            String(decoding: writer.finish(), as: UTF8.self) == """
                {
                  "z": 1,
                  "a": null,
                  "empty": [],
                  "list": [
                    {"x": true, "y": "1"},
                    [-1, 1.5, null]
                  ]
                }

                """)
    }
}

@Suite struct ModelAsJSON {
    private static let fixture = """
        # Vault \u{1B}[31m "quoted" \\ 🌙

        **Status:** Draft | In Review

        ## Risks

        | Risk | Impact | Cost |
        | --- | --- | --- |
        | Outage \u{202E} | High | 3 |

        ## Alternatives

        ### One

        **Pros**:
        - fast

        - [ ] task

        ```sql
        SELECT 1
        ```
        """

    @Test func `is JSON, with every place inside the text, for every prefix`() throws {
        let bytes = Array(Self.fixture.utf8)
        let workspace = try Workspace(Configuration(), root: "/", loadsPlugins: false)
        for count in 0...bytes.count {
            let spec = workspace.read(Array(bytes.prefix(count)), path: "a.md")
            let json = ModelReport.json([spec])
            let object = try JSONSerialization.jsonObject(with: Data(json))
            for place in places(object) { #expect(0...count ~= place) }
        }
    }

    /// Every `offset` below a value.
    private func places(_ value: Any) -> [Int] {
        if let list = value as? [Any] { return list.flatMap(places) }
        guard let object = value as? [String: Any] else { return [] }
        let own = (object["offset"] as? Int).map { [$0] } ?? []
        return own + object.values.flatMap(places)
    }
}

@Suite struct PrintableText {
    @Test(arguments: [
        ("plain # text", "plain # text"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
        ("\u{9B}31m\u{7F}", "\\u{9B}31m\\u{7F}"),
        ("\u{202E}drow\u{2066}", "\\u{202E}drow\\u{2066}"),
        ("a\u{200B}b\u{FEFF}\u{AD}", "a\\u{200B}b\\u{FEFF}\\u{AD}"),
        ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
        ("##[error]x", "\\u{23}#[error]x"),
        ("a ##vso[task] ## heading", "a \\u{23}#vso[task] ## heading"),
        ("é 🌙 e\u{301}", "é 🌙 e\u{301}"),
    ])
    func `shows what a terminal would act on`(text: String, expected: String) {
        #expect(text.printable.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `leaves no control character, whatever the text`() {
        let text = String(
            String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) }))
        for scalar in text.printable.unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
            #expect(!(0x200B...0x200F).contains(scalar.value))
            #expect(!(0x2028...0x202E).contains(scalar.value))
        }
    }

    @Test func `keeps lines and tabs where lines are wanted`() {
        #expect("a\tb\n\u{1B}c\n".printableLines == "a\tb\n\\u{1B}c\n")
    }
}
