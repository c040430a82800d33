import EditProperties
import TestSupport
import Testing

/// A field that is set says what it was set to, nothing else changes, and set back the document is what
/// it was. `swift run -c release edit-property` does the same with thousands of documents.
@Suite struct SetPropertyTests {
    @Test func rawHTML() {
        let row = "<tr><td>Vault &amp; <b>cache</b></td>\n<td>Core</td><td></td></tr>\n"
        let table =
            "<table><tr><th>Risk</th><th>Owner</th><th>Mitigation</th></tr>\n"
            + String(repeating: row, count: 9) + "</table>\n"
        var property = SetProperty()
        property.check(Array("# T\n\n## Risks\n\n\(table)".utf8), "raw HTML")
        hold(property, atLeast: 20)
    }

    @Test func specsOfPlugins() throws {
        var property = SetProperty()
        for (path, bytes) in try Generated.markdown(in: Repository.path("plugins"))
        where path.contains("/tests/") && !path.contains(".expected/") {
            property.check(bytes, path)
        }
        hold(property, atLeast: 100)
    }
}

/// The same of documents that people and generators wrote.
@Suite(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
struct SharedSetPropertyTests {
    @Test func corpus() throws {
        var property = SetProperty()
        for (path, bytes) in try Generated.markdown(in: Shared.path("corpus/specs")) {
            property.check(bytes, path)
        }
        hold(property, atLeast: 1_500)
    }

    @Test(arguments: [Variant.plain, .crlf, .cr, .mark, .unterminated])
    func seeds(_ variant: Variant) throws {
        var property = SetProperty()
        for (path, bytes) in try Generated.markdown(in: Shared.path("seeds")) {
            property.check(variant.apply(bytes), path)
        }
        hold(property, atLeast: 250)
    }

    /// In a quote little of a document is read but its metadata, in a list little but its tasks.
    @Test(arguments: [Variant.quoted, .listed, .tabbed])
    func contained(_ variant: Variant) throws {
        var property = SetProperty()
        for (path, bytes) in try Generated.markdown(in: Shared.path("seeds")) {
            property.check(variant.apply(bytes), path)
        }
        hold(property, atLeast: 10)
    }

    @Test(arguments: [Generated.Style.varied, .plain])
    func generated(_ style: Generated.Style) throws {
        var property = SetProperty()
        for (number, bytes) in try Generated.documents(5, seed: 5, style).enumerated() {
            property.check(bytes, "\(style) \(number)")
        }
        hold(property, atLeast: 300)
    }

}

private func hold(_ property: SetProperty, atLeast count: Int) {
    #expect(property.done >= count)
    #expect(property.wrong.isEmpty, "\(property.wrong.prefix(9).joined(separator: "\n"))")
}
