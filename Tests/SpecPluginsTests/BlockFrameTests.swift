import SpecModel
import Testing

@testable import SpecPlugins

struct BlockFrameTests {
    @Test func `each kind has its own place`() {
        for (place, kind) in Block.Kind.allCases.enumerated() { #expect(kind.place == place) }
    }
}
