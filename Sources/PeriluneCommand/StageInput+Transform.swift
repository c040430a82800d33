internal import Perilune
internal import Printable
internal import SpecPlugins
internal import SpecWorkers

extension StageInput {
    /// Runs a chain of transforms; what follows sees the documents as they would be.
    /// - Returns: the documents that are other than they were, by the paths of the model.
    mutating func apply(
        _ transforms: [NamedTransform], _ messages: MessageOptions, ask: AskForChange? = nil
    ) throws -> [DocumentChange] {
        let transformed = try Pipeline(workspace).transform(
            &documents, with: transforms, ask: ask)
        return try product(of: transformed.made, log: transformed.log, messages)
    }

    /// Prints changes as a diff.
    func show(_ changes: [DocumentChange], _ messages: MessageOptions) throws {
        try Terminal.output.write(product: changes.flatMap { $0.diff(shown($0.path)) }) {
            EditsReport.display($0, style: messages.outputStyle)
        }
    }

    /// Writes the documents that are other than they were into their files.
    /// - Parameter before: what they were.
    func write(since before: [Document], _ messages: MessageOptions) throws {
        let changes = zip(before, documents.documents).filter { $0.bytes != $1.bytes }
            .map { old, new in
                FileChange(
                    path: shown(old.path), root: workspace.root, old: old.bytes, new: new.bytes)
            }
        try Files.write(changes)
        messages.note(
            changes.isEmpty
                ? "nothing to change"
                : "changed \(FindingsReport.counted(changes.count, "file"))")
    }

    /// Prints the files that would change.
    /// - Parameter count: how many there are.
    func list(_ changes: [DocumentChange], of count: Int, _ messages: MessageOptions) throws {
        let lines = changes.map { shown($0.path).printablePath + "\n" }
        try Terminal.output.write(Array(lines.joined().utf8))
        messages.note(
            changes.isEmpty
                ? "nothing would change in \(FindingsReport.counted(count, "spec"))"
                : "\(changes.count) of \(FindingsReport.counted(count, "spec")) would change")
    }

    /// Prints the one document there is, as it is by now: what came through standard input.
    func printDocument() throws {
        guard let document = documents.documents.first, documents.documents.count == 1 else {
            throw Problem(
                "standard input (\"-\") is transformed alone; leave the other paths out")
        }
        try Terminal.output.write(product: document.bytes)
    }
}
