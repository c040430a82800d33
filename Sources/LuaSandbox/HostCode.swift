/// The host's own chunks, compiled: running them in one more sandbox costs a fraction of compiling
/// them. Only made from source, here: precompiled code that came from elsewhere could break out.
public struct HostCode: Sendable {
    /// With code in place of the source.
    let chunks: [Chunk]

    /// Fails where a chunk is not Lua.
    public init(_ sources: [Chunk]) throws(LuaFailure) {
        let state = try LuaState.open(Limits(), host: HostCode())
        var chunks: [Chunk] = []
        for source in sources {
            chunks.append(Chunk(name: source.name, source: try state.compileHost(source)))
        }
        self.chunks = chunks
    }

    private init() { chunks = [] }
}
