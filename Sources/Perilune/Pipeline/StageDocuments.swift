internal import SpecModel
public import SpecWorkers

/// The documents of one workspace, for stages that make something of them one after the other.
/// Where workers read them, each stage's do; in this process they are read once.
public struct StageDocuments: Sendable {
    /// Sorted by the bytes of their paths.
    public private(set) var documents: [Document]
    /// By place, what was read in this process.
    private var read: [Int: Spec] = [:]

    public init(_ documents: [Document]) { self.documents = documents }

    /// Gives a document other bytes.
    public mutating func replace(_ place: Int, with bytes: [UInt8]) {
        documents[place].bytes = bytes
        read[place] = nil
    }

    /// Reads, in this process, what was not read yet.
    mutating func specs(of workspace: Workspace) -> [Spec] {
        documents.indices.map { place in
            if let known = read[place] { return known }
            let spec = workspace.read(documents[place])
            read[place] = spec
            return spec
        }
    }
}
