import SpecModel
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// What a transform sets is what the document says when it is read again.
@Suite struct EditRoundTripTests {
    private static let kinds: Set<String> = [
        "risk", "requirement", "question", "dependency", "task",
    ]

    private static let values = [
        "plain words", "a | b", #"one \| two \ three \\"#, "*x* _y_ `z` snake_case_name",
        "[text](https://x.example) [Name] <b> &amp; &copy", "~~s~~ 2 * 3 < 4", "two\nlines",
        "- no list", "Ünïcödé 🎉",
    ]

    /// One transform that sets one field of one item.
    private static let plugin = PluginFiles.single(
        """
        return { transforms = { put = { summary = "s", run = function(spec, edit, options)
          local item = spec:items()[options.index]
          edit:set(item, options.field, options.value)
        end } } }
        """,
        options: """
            options:
              transforms:
                put:
                  index: { type: integer, default: 1 }
                  field: { type: string, default: "" }
                  value: { type: string, default: "" }
            """)

    @Test(arguments: Fixture.files("../../plugins", extension: "md").filter { $0.isSpec })
    func aFieldReadsBackAsItWasSet(_ fixture: Fixture) throws {
        try readBack(fixture.bytes())
    }

    @Test func aCellOfRawHTMLReadsBackAsItWasSet() throws {
        let row = "<tr><td>Vault &amp; <b>cache</b></td>\n<td>Core</td><td></td></tr>\n"
        try readBack(
            Array(
                """
                # T

                ## Risks

                <table><tr><th>Risk</th><th>Owner</th><th>Mitigation</th></tr>
                \(String(repeating: row, count: Self.values.count))</table>

                """.utf8))
    }

    private func readBack(_ bytes: [UInt8]) throws {
        let spec = SpecReader().read(bytes, path: "spec.md")
        var session = try PluginSession(Plugin(Self.plugin))
        // Transforms do not see what is made of placeholders alone.
        let seen = spec.items.indices.filter { !spec.items[$0].isPlaceholder }
        var next = 0
        for (number, index) in seen.enumerated() where Self.kinds.contains(spec.items[index].kind) {
            for field in spec.items[index].fields where field.isFree {
                let value = Self.values[next % Self.values.count]
                next += 1
                let edits = try session.transform(
                    "put", spec,
                    options: [
                        "index": .integer(number + 1), "field": .string(field.name),
                        "value": .string(value),
                    ])
                let edited = SpecReader().read(apply(edits, to: bytes), path: "spec.md")
                try #require(edited.items.count == spec.items.count, "\(field.name) = \(value)")
                let found = edited.items[index].field(field.name)?.text
                #expect(
                    found == value,
                    "\(field.name) of line \(spec.location(of: field.range).start.line)")
            }
        }
    }

    private func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for edit in edits.reversed() {
            bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement.utf8)
        }
        return bytes
    }
}

extension Field {
    /// May it hold any text? A level and a status are words, and a task's phase is a heading.
    fileprivate var isFree: Bool {
        text != nil && !["likelihood", "impact", "priority", "phase"].contains(name)
    }
}

extension Fixture {
    /// Is it a spec of a plugin's tests?
    fileprivate var isSpec: Bool { name.contains("/tests/") }
}
