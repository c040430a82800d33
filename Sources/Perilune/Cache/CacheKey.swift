internal import SpecWorkers

/// The secret of a user's caches. Who writes specs cannot know it, and so cannot write two that a cache
/// takes for one; nor can who puts a cache into a repository have anything in it be found. It lies beside
/// the packages that were fetched, 16 bytes in a file of its own.
struct CacheKey: Sendable {
    private static let name = "results.key"

    private let halves: (UInt64, UInt64)

    init(_ first: UInt64, _ second: UInt64) { halves = (first, second) }

    /// That of the user, made where there is none; nil where none can be kept. Of two that make one at the
    /// same time, the later has the say.
    static func ofUser() -> CacheKey? {
        guard let path = try? PackageCache().folder, (try? Files.makeFolder(path)) != nil,
            let folder = Folder(path)
        else { return nil }
        if let bytes = try? folder.bytes(of: name, limit: 16, name), bytes.count == 16 {
            return CacheKey(PackLayout.number(bytes, at: 0), PackLayout.number(bytes, at: 8))
        }
        let key = CacheKey(.random(in: 0 ... .max), .random(in: 0 ... .max))
        let bytes = PackLayout.bytes(key.halves.0) + PackLayout.bytes(key.halves.1)
        guard let file = StagedFile(in: folder), file.write(bytes), file.take(name) else {
            return nil
        }
        return key
    }

    func sum(_ bytes: [UInt8]) -> CheckKey {
        let sum = SipHash.sum(bytes, key: halves)
        return CheckKey(high: sum.0, low: sum.1)
    }

    /// Tells packs of this key from those of another.
    var mark: [UInt8] { PackLayout.bytes(sum([]).high) }
}
