import SpecModel
import Testing

@testable import SpecPlugins

struct BlockKindsTests {
    @Test func `each kind has its own place, and all are in all`() {
        for (place, kind) in Block.Kind.allCases.enumerated() {
            #expect(BlockKinds.place(of: kind) == place)
            #expect(BlockKinds(kind).kinds == [kind])
        }
        #expect(BlockKinds.all.kinds == Block.Kind.allCases)
        #expect(BlockKinds.text.kinds == [.paragraph, .tableCell])
    }
}
