internal import LuaSandbox
public import SpecModel

/// One spec, or those of a workspace, and the frames that plugins see them by, which are made once
/// for all plugins. Belongs to one thread.
public final class MarshalledSpecs {
    /// Those of a workspace by the bytes of their paths, whatever the locale.
    public let specs: SpecList
    private let isWorkspace: Bool

    /// One spec, for rules that look at each by itself.
    public init(_ spec: Spec) {
        specs = [spec]
        isWorkspace = false
    }

    /// All of a workspace, for what looks at them together.
    public convenience init(workspace specs: [Spec]) {
        self.init(sorted: SpecList(sorting: specs))
    }

    /// The same of specs that stand in the order of their paths (`SpecList.precedes`).
    public init(sorted specs: SpecList) {
        self.specs = specs
        isWorkspace = true
    }

    /// The one spec, or the workspace.
    private(set) lazy var frame: Frame =
        isWorkspace ? SpecFrame.workspace(specs) : SpecFrame.single(specs[0])

    /// The one spec with some of its parts.
    func frame(with parts: [SpecPart]) -> Frame { SpecFrame.single(specs[0], with: parts) }

    /// The blocks of the one spec.
    private(set) lazy var blocks: Frame = SpecFrame(spec: specs[0]).blocks
}
