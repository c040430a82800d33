/// How much is asked of specs. Each holds the rules of the one before it.
public enum Preset: String, Sendable, CaseIterable {
    /// What no spec can do without, and the rules of plugins that name no preset.
    case minimal
    /// And what a careful reviewer would ask for in any spec.
    case recommended
    /// And what a team may agree upon.
    case strict

    /// Is a rule of another preset on in this one?
    public func includes(_ other: Preset) -> Bool {
        switch self {
        case .minimal: other == .minimal
        case .recommended: other != .strict
        case .strict: true
        }
    }
}
