import EditProperties
import TestSupport
import Testing

/// A field that is set says what it was set to, and nothing else changes.
@Suite(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
struct SetPropertyTests {
    @Test func corpus() throws {
        var property = SetProperty()
        for (path, bytes) in try Generated.markdown(in: Shared.path("corpus/specs")) {
            property.check(bytes, path)
        }
        expect(property)
    }

    @Test(arguments: Variant.allCases)
    func seeds(_ variant: Variant) throws {
        var property = SetProperty()
        for (path, bytes) in try Generated.markdown(in: Shared.path("seeds")) {
            property.check(variant.apply(bytes), path)
        }
        expect(property)
    }

    @Test(arguments: [Generated.Style.varied, .plain])
    func generated(_ style: Generated.Style) throws {
        var property = SetProperty()
        for (number, bytes) in try Generated.documents(5, seed: 5, style).enumerated() {
            property.check(bytes, "\(style) \(number)")
        }
        expect(property)
    }

    private func expect(_ property: SetProperty) {
        let refused = property.refused.sorted { $0.value.count > $1.value.count }
        print("set \(property.done), refused \(refused.reduce(0) { $0 + $1.value.count })")
        for (what, refusal) in refused where what.contains("cell") { print(what, refusal) }
        for wrong in property.wrong.prefix(12) { print("WRONG", wrong) }
        print("wrong", property.wrong.count)
        #expect(property.wrong.isEmpty)
    }
}
