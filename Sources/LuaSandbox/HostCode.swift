/// The host's own chunks, compiled: running them in one more sandbox costs a fraction of compiling
/// them. Only made from source, here or when the product was built: precompiled code that came from
/// elsewhere could break out.
public struct HostCode: Sendable {
    /// With code, here or in place of the source.
    let chunks: [Chunk]
    /// Those that only run in a sandbox where another chunk asks for them, by their names.
    let late: [Chunk]

    /// Compiles those that have no code. Fails where a chunk is not Lua.
    /// - Parameter late: run when `sandbox.late(name)` first asks for them, with the same argument;
    ///   what they return is what it gives. They cost nothing where nobody does, and no fuel.
    public init(_ sources: [Chunk], late: [Chunk] = []) throws(LuaFailure) {
        var chunks = sources
        if sources.contains(where: { $0.code == nil }) {
            let state = try LuaState.open(Limits(), host: HostCode())
            for (place, source) in sources.enumerated() where source.code == nil {
                chunks[place].source = try state.compile(source, isHost: true)
            }
        }
        self.chunks = chunks
        self.late = late
    }

    private init() {
        chunks = []
        late = []
    }
}
