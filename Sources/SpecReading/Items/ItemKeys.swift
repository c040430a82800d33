internal import SpecModel
internal import SpecVocabulary

/// Makes the keys of a document's items: the author's id, else the kind and a hash of the text that
/// says which item it is. Equal ones are numbered; nothing else depends on the position.
struct ItemKeys {
    /// Of all keys, in any order.
    private var hashes: [UInt64] = []
    /// Authors' ids that may say what a numbered key does.
    private var taken: Set<String> = []
    /// The last key of a hash: `risk:38d7d60a38`.
    private var bytes: [UInt8] = []
    private var kind: KindID?

    /// The key of an item, without a number.
    mutating func key(of fields: [Field], _ kind: ItemKind, isPlaceholder: Bool) -> String {
        if !isPlaceholder, let id = fields.authorsID {
            hashes.append(id.hashOfASCII)
            if id.utf8.contains(UInt8(ascii: "~")) { taken.insert(id) }
            return id
        }
        write(fields.hash(by: kind.identity), kind)
        hashes.append(bytes.span.hashOfASCII)
        return unsafe String(copying: UTF8Span(unchecked: bytes.span))
    }

    /// Writes the kind and the first ten of a hash's sixteen hexadecimal digits.
    private mutating func write(_ hash: UInt64, _ kind: ItemKind) {
        if self.kind?.rawValue != kind.id.rawValue {
            self.kind = kind.id
            bytes.removeAll(keepingCapacity: true)
            bytes.append(contentsOf: kind.name.utf8)
            bytes.append(contentsOf: ":0123456789".utf8)
        }
        var rest = hash
        var digits = bytes.mutableSpan
        for place in (digits.count - 10)..<digits.count {
            let digit = UInt8(truncatingIfNeeded: rest >> 60)
            digits[place] = UInt8(ascii: "0") &+ digit &+ (digit > 9 ? 39 : 0)
            rest <<= 4
        }
    }

    /// Numbers the second of equal keys, and those behind it. Only keys of one hash can be equal,
    /// so those of nearly all documents are not looked at.
    mutating func number(_ items: inout [Item]) {
        let repeated = Self.repeated(in: hashes)
        guard !repeated.isEmpty else { return }
        var counts: [String: Int] = [:]
        for index in items.indices where repeated.contains(items[index].key.hashOfASCII) {
            let key = items[index].key
            var count = counts[key, default: 0] + 1
            if count > 1 {
                while !taken.insert("\(key)~\(count)").inserted { count += 1 }
                items[index].key = "\(key)~\(count)"
            }
            counts[key] = count
        }
    }

    /// The hashes that stand in a list more than once.
    private static func repeated(in hashes: [UInt64]) -> Set<UInt64> {
        var repeated: Set<UInt64> = []
        var hasZero = false
        // At least half of the slots are empty, which is 0.
        let mask = 1 << (Int.bitWidth - hashes.count.leadingZeroBitCount + 1) - 1
        var slots = [UInt64](repeating: 0, count: mask + 1)
        for hash in hashes {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
            if hash == 0 ? hasZero : slots[slot] == hash { repeated.insert(hash) }
            if hash == 0 { hasZero = true }
            slots[slot] = hash
        }
        return repeated
    }
}

extension [Field] {
    /// The author's own name for the item. A bare number is the row's place in its table, not a
    /// name.
    fileprivate var authorsID: String? {
        guard let field = firstIndex(named: "id"), case .text(let id) = self[field].value,
            !id.isEmpty, !id.isNumber
        else { return nil }
        return id
    }

    /// A hash of the normalised texts of some fields, with 1F behind each.
    fileprivate func hash(by identity: [FieldDeclaration]) -> UInt64 {
        var hash = WordHash()
        for declaration in identity {
            if let field = firstIndex(named: declaration.name),
                case .text(var text) = self[field].value
            {
                text.withUTF8 { unsafe hash.add(normalised: $0.span) }
            }
            hash.add(0x1F)
        }
        return hash.value
    }

    private func firstIndex(named name: String) -> Int? {
        indices.first { self[$0].name == name }
    }
}

extension String {
    /// Is each character a number: `12`, `½`?
    fileprivate var isNumber: Bool {
        // Nearly all texts end at their first byte, and nearly all others are digits.
        if let first = utf8.first, first < 0x80, !first.isDigit { return false }
        return utf8.allSatisfy(\.isDigit) || allSatisfy(\.isNumber)
    }

    /// A hash of equal keys.
    fileprivate var hashOfASCII: UInt64 {
        var text = self
        return text.withUTF8 { unsafe $0.span.hashOfASCII }
    }
}

extension Span<UInt8> {
    /// A hash of the bytes, and 0 of all texts that are not ASCII: such may be equal without having
    /// the same bytes.
    fileprivate var hashOfASCII: UInt64 {
        guard firstNonASCII(from: 0) == count else { return 0 }
        var hash = UInt64(count)
        func add(_ bits: UInt64) {
            hash = (hash ^ bits) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash >> 32
        }
        guard count >= 8 else {
            for place in indices { add(UInt64(self[place])) }
            return hash
        }
        var place = 0
        while place + 8 < count {
            add(eight(at: place).bits)
            place += 8
        }
        add(eight(at: count - 8).bits)
        return hash
    }
}
