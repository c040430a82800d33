internal import SpecWorkers

/// Writes a pack, value after value; nothing of it is there before its end.
final class PackWriter {
    private let file: StagedFile
    private let secret: CacheKey
    private var entries: [CheckKey: (start: Int, length: Int)] = [:]
    private var isBroken = false

    /// Nil where nothing can be written.
    init?(in folder: borrowing Folder, _ secret: CacheKey) {
        guard let file = StagedFile(in: folder) else { return nil }
        self.file = file
        self.secret = secret
        isBroken = !file.write(PackLayout.head + secret.mark)
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Bytes of the values that were written.
    var size: Int { file.count }

    func has(_ key: CheckKey) -> Bool { entries[key] != nil }

    /// Takes a value, if it has none for the key.
    func add(_ value: [UInt8], as key: CheckKey) {
        guard !isBroken, !has(key), value.count <= PackLayout.longestValue else { return }
        entries[key] = (file.count, value.count)
        isBroken = !file.write(PackLayout.sum(value, of: key, secret)) || !file.write(value)
    }

    /// Has the pack be there; false where it could not be written.
    func finish(_ name: String) -> Bool {
        let index = file.count
        let sorted = entries.sorted {
            ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low)
        }
        var ends = Array(repeating: 0, count: 256)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sorted.count * PackLayout.entryLength + PackLayout.footLength)
        for (key, place) in sorted {
            bytes +=
                PackLayout.Entry(
                    key: key, start: UInt64(place.start), length: UInt64(place.length)
                ).bytes
            ends[PackLayout.bucket(key)] += 1
        }
        var sum = 0
        for end in ends {
            sum += end
            bytes += PackLayout.bytes(UInt64(sum)).prefix(4)
        }
        bytes += PackLayout.bytes(UInt64(index))
        return !isBroken && file.write(bytes) && file.take(name)
    }
}
