/// Normalised words, each with a number, and the hash table that an index has of them.
struct WordTable {
    /// All words, without anything between.
    private(set) var text: [UInt8] = []
    private(set) var ends: [Int] = []
    private(set) var longest = 0
    /// Pairs of a word's number, from 1, and its tag; 0 is a free slot. At least half are free.
    private(set) var slots: [(number: Int, tag: Int)]
    private var hashes: [WordHash] = []

    init(capacity: Int = 32) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
    }

    var count: Int { ends.count }

    /// The number of a word that is normalised; it is added where it is new.
    mutating func add(_ word: [UInt8]) -> WordID {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        var slot = hash.slot & (slots.count - 1)
        while slots[slot].number > 0 {
            let number = slots[slot].number - 1
            let start = number == 0 ? 0 : ends[number - 1]
            if slots[slot].tag == hash.tag, text[start..<ends[number]].elementsEqual(word) {
                return WordID(rawValue: number)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        text += word
        ends.append(text.count)
        hashes.append(hash)
        longest = max(longest, word.count)
        slots[slot] = (ends.count, hash.tag)
        if ends.count * 2 > slots.count { grow() }
        return WordID(rawValue: ends.count - 1)
    }

    private mutating func grow() {
        slots = Array(repeating: (0, 0), count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = hash.slot & (slots.count - 1)
            while slots[slot].number > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (number + 1, hash.tag)
        }
    }
}
