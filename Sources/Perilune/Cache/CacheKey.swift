internal import SpecWorkers

/// The secret of a cache: who writes specs cannot know it, and so cannot write two that the cache takes
/// for one. It lies in the cache's folder, 16 bytes in a file of its own.
struct CacheKey: Sendable {
    private static let name = "key"

    private let halves: (UInt64, UInt64)

    init(_ first: UInt64, _ second: UInt64) { halves = (first, second) }

    /// The key of a folder; nil where it has none.
    init?(of folder: borrowing Folder) {
        guard let bytes = try? folder.bytes(of: Self.name, limit: 16, Self.name), bytes.count == 16
        else { return nil }
        self.init(PackLayout.number(bytes, at: 0), PackLayout.number(bytes, at: 8))
    }

    /// A new one for a folder. Of two that make one at the same time, the later has the say.
    init?(makingIn folder: borrowing Folder) {
        let key = CacheKey(.random(in: 0 ... .max), .random(in: 0 ... .max))
        let bytes = PackLayout.bytes(key.halves.0) + PackLayout.bytes(key.halves.1)
        guard let file = StagedFile(in: folder), file.write(bytes), file.take(Self.name) else {
            return nil
        }
        self = key
    }

    func sum(_ bytes: [UInt8]) -> CheckKey {
        let sum = SipHash.sum(bytes, key: halves)
        return CheckKey(high: sum.0, low: sum.1)
    }

    /// Tells packs of this key from those of another.
    var mark: [UInt8] { PackLayout.bytes(sum([]).high) }
}
