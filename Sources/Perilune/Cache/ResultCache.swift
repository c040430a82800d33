internal import SpecPlugins
internal import SpecTemplates
internal import SpecVocabulary
internal import SpecWorkers
internal import Synchronization

/// What checks said of documents, kept in `.perilune/cache/results` of a workspace, so that a document
/// is read and checked once however often it is asked about. Whatever is wrong with what is kept, it is
/// as if it were not there.
public final class ResultCache: Sendable {
    /// Fewer documents are checked in the time that a cache takes.
    private static let fewest = 32
    private static let limit = 256 << 20

    private let root: String
    private let product: String
    private let state = Mutex(State())

    private struct State {
        var packs: PackFolder?
        var isOpen = false
    }

    /// - Parameters:
    ///   - workspace: in whose folder it is.
    ///   - product: the program's version, or whatever tells it from another.
    public init(of workspace: Workspace, product: String) {
        root = workspace.root
        self.product = product
    }

    /// Has what was said be there for the next run.
    public func save() {
        state.withLock { $0.packs?.save() }
    }

    /// What is kept of the checks of a workspace; nil where it is not worth a look, or cannot be had.
    func memory(of workspace: Workspace, documents: Int) -> Memory? {
        guard documents >= Self.fewest else { return nil }
        let isThere = state.withLock { state in
            if !state.isOpen {
                state.packs = CacheKey.ofUser().flatMap {
                    PackFolder(root: root, limit: Self.limit, secret: $0)
                }
            }
            state.isOpen = true
            return state.packs != nil
        }
        return isThere ? Memory(self, context(of: workspace)) : nil
    }

    /// What decides what is said of a document, beside the document and the rules.
    private func context(of workspace: Workspace) -> [UInt8] {
        var inputs = StepInputs([], of: workspace, product: product)
        for plugin in workspace.plugins { inputs.addPlugin(plugin.name) }
        for template in workspace.templates { inputs.add(template) }
        return Array(inputs.digest.utf8)
    }

    /// The cache, as checks of one workspace see it.
    struct Memory: CheckMemory {
        private let cache: ResultCache
        private let context: [UInt8]

        fileprivate init(_ cache: ResultCache, _ context: [UInt8]) {
            self.cache = cache
            self.context = context
        }

        func key(_ bytes: [UInt8]) -> CheckKey {
            cache.state.withLock { $0.packs?.key(context + bytes) } ?? CheckKey(high: 0, low: 0)
        }

        func bytes(_ key: CheckKey) -> [UInt8]? {
            cache.state.withLock { $0.packs?.bytes(key) }
        }

        func keep(_ bytes: [UInt8], as key: CheckKey) {
            cache.state.withLock { $0.packs?.keep(bytes, as: key) }
        }
    }
}
