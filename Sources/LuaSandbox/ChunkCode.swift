/// What a chunk was compiled to when the product was built, by the same Lua that runs it.
///
/// Lua runs code as it is, and code that somebody made up breaks out of any sandbox. So this is made of a
/// literal alone: what is not part of the executable cannot be one.
package struct ChunkCode: Sendable, Equatable {
    /// Its characters are the bytes.
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
        for byte in try state.compile(chunk, isHost: isHost) {
            switch UnicodeScalar(byte) {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case let scalar where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                literal += "\\u{\(String(byte, radix: 16))}"
            case let scalar: literal.unicodeScalars.append(scalar)
            }
        }
        return literal
    }
}
