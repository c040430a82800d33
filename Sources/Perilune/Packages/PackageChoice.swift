/// What a run may do to have the shared plugins of a configuration.
public struct PackageChoice: Sendable {
    /// May `perilune.lock` be written where it lacks something?
    public var mayLock: Bool
    /// May git be called?
    public var mayFetch: Bool
    /// Are plugins left out that are not bundled?
    public var leavesOutStrangers: Bool
    /// May git and ssh ask at the terminal?
    public var asks: Bool
    /// Is told what takes long and what is written.
    public var note: @Sendable (String) -> Void
    /// What the lock file is taken to hold, whatever it does.
    var proposal: [LockedPackage]?

    public init(
        mayLock: Bool = true, mayFetch: Bool = true, leavesOutStrangers: Bool = false,
        asks: Bool = false, note: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.mayLock = mayLock
        self.mayFetch = mayFetch
        self.leavesOutStrangers = leavesOutStrangers
        self.asks = asks
        self.note = note
    }
}
