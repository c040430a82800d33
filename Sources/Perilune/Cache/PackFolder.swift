internal import SpecWorkers

/// The packs of a cache: read from all, written to a new one. No file is ever changed, so that runs at
/// the same time need not wait for each other: what one of them removes, another still has open.
///
/// A new pack takes in those that are not much larger than it is, so that there are only ever a few,
/// each at least twice as large as the next, and a small change costs little in a large workspace. Where
/// all of them are too large together, what this run has used stays, and of the rest what is in the
/// smaller ones, which are younger.
final class PackFolder {
    private static let path = CacheFolder.path + "/results"
    private static let suffix = ".pack"
    /// Packs that are looked into.
    private static let mostPacks = 64

    private let root: String
    private let limit: Int
    private let folder: Folder
    private let secret: CacheKey
    /// Smaller ones first.
    private var packs: [Pack] = []
    private var writer: PackWriter?
    private var canWrite = true
    private var used: Set<CheckKey> = []

    /// - Parameters:
    ///   - limit: bytes that all of it may take.
    ///   - secret: without which nothing in it is found.
    /// - Returns: nil where there is none and none can be made.
    init?(root: String, limit: Int, secret: CacheKey) {
        self.root = root
        self.limit = limit
        self.secret = secret
        var opened = Folder(at: Self.path, below: root)
        if opened == nil, CacheFolder(root: root).prepare() {
            opened = Folder(making: Self.path, below: root)
        }
        guard let folder = opened.take() else { return nil }
        self.folder = folder
        packs = names.prefix(Self.mostPacks).compactMap { Pack($0, in: self.folder, secret) }
            .sorted { $0.size < $1.size }
    }

    private var names: [String] {
        Files.names(in: folder.descriptor).filter { $0.hasSuffix(Self.suffix) }.sorted()
    }

    func key(_ bytes: [UInt8]) -> CheckKey { secret.sum(bytes) }

    func bytes(_ key: CheckKey) -> [UInt8]? {
        for pack in packs.reversed() {
            guard let bytes = pack.bytes(key) else { continue }
            used.insert(key)
            return bytes
        }
        return nil
    }

    func keep(_ bytes: [UInt8], as key: CheckKey) {
        guard canWrite else { return }
        if writer == nil {
            folder.removeStrays()
            writer = PackWriter(in: folder, secret)
        }
        guard let writer else { return canWrite = false }
        writer.add(bytes, as: key)
    }

    /// Has what was kept be there for the next run.
    func save() {
        guard let writer, !writer.isEmpty else { return }
        self.writer = nil
        let total = packs.reduce(writer.size) { $0 + $1.size }
        let taken = total > limit ? evict(into: writer) : merge(into: writer)
        let name = "\(UInt64.random(in: 0 ... .max))\(Self.suffix)"
        guard writer.finish(name) else { return }
        let left = packs.filter { pack in !taken.contains { $0 === pack } }.map(\.name)
        // Those of another key, or damaged, are of no use to anybody; those that came meanwhile are.
        let known = Set(packs.map(\.name))
        for other in names where other != name && !left.contains(other) {
            if known.contains(other) || Pack(other, in: folder, secret) == nil {
                folder.remove(other)
            }
        }
        packs.removeAll { pack in taken.contains { $0 === pack } }
        if let pack = Pack(name, in: folder, secret) { packs.append(pack) }
        packs.sort { $0.size < $1.size }
    }

    private func merge(into writer: PackWriter) -> [Pack] {
        var taken: [Pack] = []
        for pack in packs where pack.size <= 2 * writer.size {
            copy(pack, into: writer) { _ in true }
            taken.append(pack)
        }
        return taken
    }

    private func evict(into writer: PackWriter) -> [Pack] {
        let room = limit / 4 * 3
        for pack in packs { copy(pack, into: writer) { used.contains($0) && writer.size < room } }
        for pack in packs { copy(pack, into: writer) { _ in writer.size < room } }
        return packs
    }

    private func copy(_ pack: Pack, into writer: PackWriter, where wants: (CheckKey) -> Bool) {
        for key in pack.keys where !writer.has(key) && wants(key) {
            if let bytes = pack.bytes(key) { writer.add(bytes, as: key) }
        }
    }
}
