import TestSupport

/// Makes inputs of seeds: the same ones on every machine.
struct Mutator {
    private let seeds: [[UInt8]]
    private let words: [[UInt8]]
    private var random: SplitMix

    init(_ seeds: [[UInt8]], words: [String], state: UInt64) {
        self.seeds = seeds
        self.words = words.map { Array($0.utf8) }
        random = SplitMix(state: state)
    }

    /// A seed after one to eight changes, rather few than many.
    mutating func next() -> [UInt8] {
        var bytes = seeds[below(seeds.count)]
        for _ in 0...below(1 + below(8)) { change(&bytes) }
        return bytes
    }

    private mutating func below(_ limit: Int) -> Int {
        limit > 0 ? Int(random.next() % UInt64(limit)) : 0
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = below(bytes.count + 1)
        let end = min(bytes.count, place + 1 + below(30))
        switch below(8) {
        case 0: if place < bytes.count { bytes[place] = UInt8(below(256)) }
        case 1: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
        case 2, 3: bytes.insert(contentsOf: words[below(words.count)], at: place)
        case 4: bytes.replaceSubrange(place..<end, with: words[below(words.count)])
        case 5: bytes.removeSubrange(place..<end)
        case 6: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default:
            let other = seeds[below(seeds.count)]
            let start = below(other.count)
            bytes.insert(
                contentsOf: other[start..<min(other.count, start + below(60))], at: place)
        }
    }
}
