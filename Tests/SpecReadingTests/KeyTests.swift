import SpecModel
import SpecReading
import Testing

/// Keys are stable while the document around an item changes, and different for different items.
@Suite struct KeyTests {
    private let rows = [
        "| Vault outage | High | High | Retry |", "| Slow acquirer | Low | Medium | Wait |",
        "| Wrong fee | Medium | Low | Review |",
    ]

    private func keys(_ text: String) -> [String: String] {
        let items = SpecReader().read(Array(text.utf8), path: "a.md").items
        return Dictionary(
            items.map { ($0.field("text")?.text ?? $0.key, $0.key) },
            uniquingKeysWith: { a, _ in a })
    }

    private func document(_ rows: [String], heading: String = "## Risks") -> String {
        "# T\n\n\(heading)\n\n| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n"
            + rows.joined(separator: "\n") + "\n"
    }

    @Test func order() {
        #expect(keys(document(rows)) == keys(document(rows.reversed())))
    }

    @Test func rowsAround() {
        let all = keys(document(rows))
        let fewer = keys(document(Array(rows.dropFirst())))
        #expect(fewer.allSatisfy { all[$0.key] == $0.value })
        #expect(fewer.count == 2)
    }

    @Test func otherFields() {
        let changed = rows.map { $0.replacing("High", with: "Low").replacing("Retry", with: "") }
        #expect(keys(document(changed)) == keys(document(rows)))
    }

    @Test func headingsAndPlace() {
        let moved =
            "# T\n\nMore text.\n\n## Goals\n- x\n\n" + document(rows, heading: "### 3.1 Risks")
        let all = keys(moved)
        #expect(keys(document(rows)).allSatisfy { all[$0.key] == $0.value })
    }

    @Test func markup() {
        let marked = rows.map { $0.replacing("Vault outage", with: "**Vault** `outage`") }
        #expect(keys(document(marked)) == keys(document(rows)))
    }

    @Test func shape() {
        let list = "# T\n\n## Risks\n\n- Vault outage\n- Slow acquirer\n- Wrong fee\n"
        #expect(keys(list) == keys(document(rows)))
    }

    /// An author may name an item as another one is numbered.
    @Test func numberedByTheAuthor() {
        let rows = ["FR-1", "FR-1", "FR-1~2", "FR-1", "FR-1~2"].map { "| \($0) | text |" }
        let text =
            "# T\n\n## Functional Requirements\n\n| ID | Requirement |\n|-|-|\n"
            + rows.joined(separator: "\n") + "\n"
        let keys = SpecReader().read(Array(text.utf8), path: "a.md").items.map(\.key)
        #expect(keys == ["FR-1", "FR-1~3", "FR-1~2", "FR-1~4", "FR-1~2~2"])
    }

    @Test func differentItems() {
        let many = (0..<3000).map { "| Risk number \($0) | Low | Low | x |" }
        let items = SpecReader().read(Array(document(many).utf8), path: "a.md").items
        #expect(Set(items.map(\.key)).count == 3000)
    }

    @Test func equalItems() {
        let items = SpecReader().read(
            Array(document([rows[0], rows[0], rows[0]]).utf8), path: "a.md"
        ).items
        #expect(items.count == 3)
        #expect(Set(items.map(\.key)) == [items[0].key, items[0].key + "~2", items[0].key + "~3"])
    }

    @Test func authorsId() {
        let text =
            "# T\n\n## Functional Requirements\n\n| ID | Requirement |\n|-|-|\n| FR-7 | a |\n| 8 | b |\n"
        let items = SpecReader().read(Array(text.utf8), path: "a.md").items
        #expect(items.map(\.key).first == "FR-7")
        #expect(items.last?.key.hasPrefix("requirement:") == true)
    }
}
