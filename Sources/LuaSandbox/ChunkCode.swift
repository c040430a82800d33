/// What a chunk was compiled to when the product was built, by the same Lua that runs it.
///
/// Lua runs code as it is, and code that somebody made up breaks out of any sandbox. So this is made of a
/// literal alone: what is not part of the executable cannot be one.
package struct ChunkCode: Sendable, Equatable {
    /// Each eight characters of seven bits hold seven bytes.
    let text: StaticString

    package init(_ text: StaticString) { self.text = text }

    /// The same literal?
    package static func == (code: ChunkCode, other: ChunkCode) -> Bool {
        unsafe code.text.utf8Start == other.text.utf8Start
            && code.text.utf8CodeUnitCount == other.text.utf8CodeUnitCount
    }

    /// The code of a chunk as the inside of a literal in Swift: for a step of the build.
    /// - Parameter isHost: is it a chunk of the host, and not of a plugin?
    package static func literal(of chunk: Chunk, isHost: Bool) throws(LuaFailure) -> String {
        let state = try LuaState.open(Limits(), host: HostCode([]))
        var literal = ""
        var rest = try state.compile(chunk, isHost: isHost)[...]
        while !rest.isEmpty {
            var word: UInt64 = 0
            for byte in rest.prefix(7).reversed() { word = word << 8 | UInt64(byte) }
            rest = rest.dropFirst(7)
            for place in 0..<8 { literal += escaped(UInt8(word >> (7 * place) & 0x7F)) }
        }
        return literal
    }

    private static func escaped(_ character: UInt8) -> String {
        switch UnicodeScalar(character) {
        case "\"": "\\\""
        case "\\": "\\\\"
        case " "..<"\u{7F}": String(UnicodeScalar(character))
        case let scalar: "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
}
