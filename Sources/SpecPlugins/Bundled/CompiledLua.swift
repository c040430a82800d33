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
        return Chunk(name: name, size: 0, code: ChunkCode(known.code))
    }

    /// A chunk of a plugin: `risk-register/init.lua`. It has code where it is a bundled one's.
    static func plugin(_ name: String, _ file: PluginFiles.File) -> Chunk {
        guard let known = entry("plugins/" + name), file.place == known.place else {
            return Chunk(name: name, source: file.bytes)
        }
        return Chunk(name: name, size: file.count, code: ChunkCode(known.code))
    }

    private static func entry(_ path: String) -> (place: Int, code: StaticString)? {
        used.withLock { $0.entries[path] }
    }
}
