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
