public import SpecModel
public import SpecWorkers
public import Spilling

extension Selection.Group {
    /// Bytes of a document that are read at all; what the reader makes of a long one is its own.
    private static let limit = 256 << 20

    /// Reads the documents into the model, in this process.
    public func specs() -> (specs: [Spec], problems: [Problem]) {
        let (documents, problems) = documents()
        return (documents.map(workspace.read), problems)
    }

    /// The bytes of the documents, sorted by the path that the model carries. A file that cannot
    /// be opened is a problem; the others are there.
    /// - Parameters:
    ///   - spills: takes their bytes, so that memory does not grow with them.
    ///   - name: the path that the model carries.
    public func documents(
        in spills: SpillFile? = nil, named name: (SpecFile) -> String = { $0.path }
    ) -> (documents: [Document], problems: [Problem]) {
        var documents: [Document] = []
        var problems: [Problem] = []
        for file in files {
            do throws(Problem) {
                let bytes: [UInt8]
                if let content = file.content {
                    bytes = content
                } else {
                    bytes = try Files.read(file.path, limit: Self.limit)
                }
                documents.append(
                    Document(
                        path: name(file), template: file.template, overrides: file.overrides,
                        content: spills?.keep(bytes) ?? SpilledBytes(bytes)))
            } catch {
                problems.append(error)
            }
        }
        // Sorted anew: what comes first from one folder need not from another.
        documents.sort { Path.precedes($0.path, $1.path) }
        return (documents, problems)
    }
}
