internal import EmbeddedFiles
internal import LuaSandbox
internal import Synchronization

/// What the Lua inside the executable was compiled to when the product was built
/// (`Sources/LuaCompiling`). Without it everything is compiled from its source, and says the same.
package struct CompiledLua: Sendable {
    /// By path in the bundle: the place there, and the code.
    package typealias Entries = [String: (place: Int, code: StaticString)]

    private let entries: Entries

    private static let used = Mutex(CompiledLua(entries: [:]))

    /// To be called before the first plugin of the process is opened.
    package static func use(_ entries: Entries) {
        used.withLock { $0 = CompiledLua(entries: entries) }
    }

    /// A chunk of the host, without the source of what has code.
    static func host(_ file: EmbeddedFile) -> Chunk {
        let name = Host.prefix + file.path
        guard let known = entry("host/" + file.path), known.place == file.place else {
            return Chunk(name: name, source: file.bytes)
        }
        var chunk = Chunk(name: name, source: [])
        chunk.code = ChunkCode(known.code)
        return chunk
    }

    /// A chunk of a plugin: `risk-register/init.lua`. It has code where a bundled plugin has this very
    /// file.
    static func plugin(_ name: String, _ source: [UInt8]) -> Chunk {
        var chunk = Chunk(name: name, source: source)
        if let known = entry("plugins/" + name), EmbeddedFile.holds(source, at: known.place) {
            chunk.code = ChunkCode(known.code)
        }
        return chunk
    }

    private static func entry(_ path: String) -> (place: Int, code: StaticString)? {
        used.withLock { $0.entries[path] }
    }
}
