import SpecEditing
import SpecModel
import SpecReading
import Testing

/// Which edits that read well alone read well together.
@Suite struct EditCompositionTests {
    private static let table = """
        # T

        ## Risks

        | Risk  | Mitigation |
        |-------|------------|
        | Fraud | Audit      |
        | Fees  | Budget     |

        """

    private func sound(_ requests: [EditRequest]) throws -> Int {
        let read = { (bytes: [UInt8]) in SpecReader().read(bytes, path: "a.md") }
        let spec = read(Array(Self.table.utf8))
        let parts = try requests.map { try SpecEditor(spec, reread: read).edits(of: [$0]) }
        return EditComposition(spec, reread: read).sound(parts)
    }

    @Test func cellsOfTwoRows() throws {
        #expect(
            try sound([
                .set(.field(item: 0, name: "text"), to: ""),
                .set(.field(item: 1, name: "mitigation"), to: ""),
            ]) == 2)
    }

    @Test func allCellsOfARow() throws {
        #expect(
            try sound([
                .set(.field(item: 1, name: "text"), to: "Taxes"),
                .set(.field(item: 0, name: "text"), to: ""),
                .set(.field(item: 0, name: "mitigation"), to: ""),
            ]) == 2)
    }

    @Test func aRowAndWhatStandsBelow() throws {
        #expect(try sound([.remove(.item(1)), .append(section: 1, "Text.")]) == 2)
        #expect(try sound([.set(.field(item: 0, name: "text"), to: "x")]) == 1)
        #expect(try sound([]) == 0)
    }
}
