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

    /// A chunk of the host, by its file.
    static func host(_ file: EmbeddedFile) -> Chunk {
        chunk("host/", file.path, Host.prefix + file.path, file.bytes)
    }

    /// A chunk of a plugin: `risk-register/init.lua`. It has code where a bundled plugin has this very
    /// file.
    static func plugin(_ name: String, _ source: [UInt8]) -> Chunk {
        chunk("plugins/", name, name, source)
    }

    private static func chunk(
        _ folder: String, _ path: String, _ name: String, _ source: [UInt8]
    ) -> Chunk {
        var chunk = Chunk(name: name, source: source)
        let known = used.withLock { $0.entries[folder + path] }
        if let known, EmbeddedFile.holds(source, at: known.place) {
            chunk.code = ChunkCode(known.code)
        }
        return chunk
    }
}
