internal import Globs

/// The names of files that an export may write beside those that it declares: what its plugin asks to
/// write and is granted. Of an export that makes one file there are none, for it has no folder.
public struct WritableNames: Sendable {
    private let requested: [Glob]
    private let granted: [Glob]

    /// None.
    public static let none = WritableNames(requested: [], granted: [])

    private init(requested: [Glob], granted: [Glob]) {
        self.requested = requested
        self.granted = granted
    }

    /// - Parameter grant: what the plugin is given; nil for nothing.
    public init(of export: StageDeclaration, _ grant: PluginGrant?) {
        guard let grant, grant.refusal == nil, export.onlyOutput == nil else {
            self = .none
            return
        }
        self.init(
            requested: grant.requested.write.map { Glob($0, hidesDots: true) },
            granted: grant.granted.write.map { Glob($0, hidesDots: true) })
    }

    public var isEmpty: Bool { requested.isEmpty || granted.isEmpty }

    /// May a file of this name be written? Below the folder of the export's outputs.
    func cover(_ name: String) -> Bool {
        requested.contains { $0.matches(name) } && granted.contains { $0.matches(name) }
    }
}
