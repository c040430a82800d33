internal import SpecWorkers

/// Values by their keys, in one file that never changes. Whatever is wrong with the file, there is less
/// in it; `PackLayout` says how it lies there.
final class Pack {
    let name: String
    let size: Int
    private let file: OpenFile
    private let secret: CacheKey
    /// Where the index begins, and how many keys it has.
    private let index: Int
    private let count: Int
    private let fan: [UInt8]
    /// By first byte of the keys, those that were read so far.
    private var buckets: [[PackLayout.Entry]?] = Array(repeating: nil, count: 256)

    /// Nil where that is no pack of this key.
    init?(_ name: String, in folder: borrowing Folder, _ secret: CacheKey) {
        let foot = PackLayout.footLength
        guard let file = OpenFile(name, in: folder),
            let head = file.bytes(at: 0, count: PackLayout.headLength),
            head == PackLayout.head + secret.mark,
            let end = file.bytes(at: file.size - foot, count: foot)
        else { return nil }
        let index = PackLayout.number(end, at: PackLayout.fanLength)
        let rest = file.size - foot
        guard index >= UInt64(PackLayout.headLength), index <= UInt64(rest) else { return nil }
        self.name = name
        self.file = file
        self.secret = secret
        self.index = Int(index)
        size = file.size
        count = (rest - Int(index)) / PackLayout.entryLength
        fan = end
    }

    /// The value of a key; nil where there is none, or none that was written so.
    func bytes(_ key: CheckKey) -> [UInt8]? {
        guard let entry = entries(PackLayout.bucket(key)).first(where: { $0.key == key }),
            entry.length <= UInt64(PackLayout.longestValue), entry.start <= UInt64(size),
            let bytes = file.bytes(
                at: Int(entry.start), count: Int(entry.length) + PackLayout.sumLength)
        else { return nil }
        let value = Array(bytes[PackLayout.sumLength...])
        guard bytes.starts(with: PackLayout.sum(value, of: key, secret)) else { return nil }
        return value
    }

    /// All keys, in their order.
    var keys: [CheckKey] { (0..<256).flatMap { entries($0).map(\.key) } }

    private func entries(_ bucket: Int) -> [PackLayout.Entry] {
        if let known = buckets[bucket] { return known }
        let from = bucket == 0 ? 0 : end(of: bucket - 1)
        var entries: [PackLayout.Entry] = []
        if from <= end(of: bucket), end(of: bucket) <= count,
            let bytes = file.bytes(
                at: index + from * PackLayout.entryLength,
                count: (end(of: bucket) - from) * PackLayout.entryLength)
        {
            for place in stride(from: 0, to: bytes.count, by: PackLayout.entryLength) {
                func number(_ part: Int) -> UInt64 {
                    PackLayout.number(bytes, at: place + 8 * part)
                }
                entries.append(
                    PackLayout.Entry(
                        key: CheckKey(high: number(0), low: number(1)), start: number(2),
                        length: number(3)))
            }
        }
        buckets[bucket] = entries
        return entries
    }

    private func end(of bucket: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(fan[bucket * 4 + $1]) << (8 * $1) }
    }
}
