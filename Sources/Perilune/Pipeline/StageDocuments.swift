public import SpecModel
public import SpecPlugins
public import SpecWorkers

/// The documents of one workspace, for stages that make something of them one after the other.
/// Where workers read them, each stage's do; in this process they are read once.
public struct StageDocuments: Sendable {
    /// Sorted by the bytes of their paths.
    public private(set) var documents: [Document]
    /// The other documents of the workspace: transforms of all specs look at them, too.
    public var others: [Document] = [] {
        didSet { readOthers = [] }
    }
    /// Ids that are taken, whatever the documents say.
    public var reserved = ReservedIds()
    /// The folder that their paths are seen from; nil for the current one.
    public var folder: String?
    /// By place, what was read in this process.
    private var read: [Int: Spec] = [:]
    private var readOthers: [Spec] = []

    /// Were they read elsewhere, from a model?
    let areGiven: Bool

    public init(_ documents: [Document]) {
        self.documents = documents
        areGiven = false
    }

    /// Specs that were read elsewhere, from a model, sorted by the bytes of their paths. Their bytes are
    /// not looked into.
    public init(given specs: [Spec]) {
        documents = specs.map { Document(path: $0.path, bytes: $0.source.bytes) }
        areGiven = true
        for (place, spec) in specs.enumerated() { read[place] = spec }
    }

    /// Gives a document other bytes.
    public mutating func replace(_ place: Int, with bytes: [UInt8]) {
        documents[place].bytes = bytes
        read[place] = nil
    }

    /// Some of the documents, in their order.
    func only(_ places: [Int]) -> StageDocuments {
        var some = self
        some.documents = places.map { documents[$0] }
        some.read = [:]
        for (place, old) in places.enumerated() { some.read[place] = read[old] }
        return some
    }

    /// With the others, sorted by the bytes of their paths; and by document its place among them.
    var all: (documents: [Document], places: [Int]) {
        let all = documents + others
        let order = order(of: all)
        var places = Array(repeating: 0, count: documents.count)
        for (place, index) in order.enumerated() where index < documents.count {
            places[index] = place
        }
        return (order.map { all[$0] }, places)
    }

    private func order(of all: [Document]) -> [Int] {
        others.isEmpty
            ? Array(all.indices)
            : all.indices.sorted { Path.precedes(all[$0].path, all[$1].path) }
    }

    /// Reads, in this process, what was not read yet.
    mutating func specs(of workspace: Workspace) -> [Spec] {
        documents.indices.map { place in
            if let known = read[place] { return known }
            workspace.pool?.report(.reading, place, of: documents.count)
            let spec = workspace.read(documents[place])
            read[place] = spec
            return spec
        }
    }

    /// The same of `all`.
    mutating func allSpecs(of workspace: Workspace) -> [Spec] {
        if readOthers.count != others.count { readOthers = others.map(workspace.read) }
        let all = specs(of: workspace) + readOthers
        return order(of: documents + others).map { all[$0] }
    }
}
