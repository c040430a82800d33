/// The host's own chunks, compiled: running them in one more sandbox costs a fraction of compiling
/// them. Only made from source, here: precompiled code that came from elsewhere could break out.
public struct HostCode: Sendable {
    /// With code in place of the source.
    let chunks: [Chunk]
    /// Sources that only run in a sandbox where another chunk asks for them, by their names.
    let late: [Chunk]

    /// Fails where a chunk is not Lua.
    /// - Parameter late: run when `sandbox.late(name)` first asks for them, with the same argument;
    ///   what they return is what it gives. They cost nothing where nobody does, and no fuel.
    public init(_ sources: [Chunk], late: [Chunk] = []) throws(LuaFailure) {
        let state = try LuaState.open(Limits(), host: HostCode())
        var chunks: [Chunk] = []
        for source in sources {
            chunks.append(Chunk(name: source.name, source: try state.compileHost(source)))
        }
        self.chunks = chunks
        self.late = late
    }

    private init() {
        chunks = []
        late = []
    }
}
