internal import SpecPlugins

/// The Lua inside the executable, compiled when the product was built (`Sources/LuaCompiling`).
package enum BundledLua {
    private static let isUsed: Void = CompiledLua.use(all)

    /// Saves this process the compiling; to be called before it opens a plugin.
    package static func use() {
        // Elsewhere Lua is a library beside the executable, and may be another than the one that compiled.
        #if os(Linux)
            isUsed
        #endif
    }
}
