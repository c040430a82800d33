internal import SpecPlugins
public import SpecWorkers

/// The digest of all that a step of a pipeline is made from.
public struct StepInputs: Sendable {
    /// Digests, and what each is of.
    private var parts: [UInt8] = []

    public init() {}

    public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    public mutating func add(_ name: String, _ bytes: [UInt8]) {
        parts += SHA256.digest(Array(name.utf8)) + SHA256.digest(bytes)
    }

    /// Adds documents as they are at the moment.
    public mutating func add(_ documents: [Document]) {
        for document in documents {
            add(document.path, document.bytes)
            add("template", document.template ?? "")
        }
    }

    /// Adds the files that a workspace was made of, and what the product itself is.
    /// - Parameter product: its version, or whatever tells it from another.
    public mutating func add(_ workspace: Workspace, product: String) {
        add("perilune", product)
        add("today", workspace.today ?? "")
        for path in Set(workspace.inputFiles).sorted(by: Path.precedes) {
            add(path, (try? Files.read(path, limit: 64 << 20)) ?? [])
        }
        for name in [BaselineFile.path, LinksFile.path] {
            let bytes = try? Files.bytes(of: name, below: workspace.root, limit: 1 << 30)
            add(name, bytes ?? [])
        }
    }

    /// In hexadecimal digits.
    public var digest: String { SHA256.hexadecimal(parts) }
}
