internal import SpecModel
internal import SpecVocabulary

extension ItemBuilder {
    /// Gives each item its key: the author's id, else the kind and a hash of the text that says
    /// which item it is. Equal ones are numbered; nothing else depends on the position.
    mutating func assignKeys() {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(items.count)
        var kind: ItemKind?
        var writer = KeyWriter()
        for index in items.indices {
            if kind?.name != items[index].kind {
                kind = vocabulary.kinds.first { $0.name == items[index].kind }
                writer.begin(items[index].kind)
            }
            let fields = items[index].fields
            if !items[index].isPlaceholder, var id = fields.authorsID {
                hashes.append(id.withUTF8 { unsafe $0.span.hashOfASCII })
                items[index].key = id
            } else {
                items[index].key = writer.key(fields.hash(by: kind?.identity ?? []))
                hashes.append(writer.bytes.span.hashOfASCII)
            }
        }
        numberKeys(hashes)
    }

    /// Numbers the second of equal keys, and those behind it. Only keys of one hash can be equal,
    /// so nearly all are not looked at.
    private mutating func numberKeys(_ hashes: [UInt64]) {
        let sorted = hashes.sorted()
        var repeated: Set<UInt64> = []
        for index in sorted.indices.dropFirst() where sorted[index] == sorted[index - 1] {
            repeated.insert(sorted[index])
        }
        guard !repeated.isEmpty else { return }
        // An author may name an item as another one is numbered.
        var taken = Set(items.lazy.map(\.key).filter { $0.utf8.contains(UInt8(ascii: "~")) })
        var counts: [String: Int] = [:]
        for index in items.indices where repeated.contains(hashes[index]) {
            let key = items[index].key
            var count = counts[key, default: 0] + 1
            if count > 1 {
                while !taken.insert("\(key)~\(count)").inserted { count += 1 }
                items[index].key = "\(key)~\(count)"
            }
            counts[key] = count
        }
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

/// Writes `risk:38d7d60a38`: a kind and ten digits of a hash.
private struct KeyWriter {
    /// The key written last.
    private(set) var bytes: [UInt8] = []

    /// Begins the keys of a kind.
    mutating func begin(_ kind: String) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: kind.utf8)
        bytes.append(contentsOf: ":0123456789".utf8)
    }

    /// The kind and the first ten of a number's sixteen hexadecimal digits.
    mutating func key(_ hash: UInt64) -> String {
        var rest = hash
        for place in (bytes.count - 10)..<bytes.count {
            let digit = UInt8(truncatingIfNeeded: rest >> 60)
            bytes[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            rest <<= 4
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Is each character a number: `12`, `½`?
    fileprivate var isNumber: Bool {
        // Nearly all texts end here.
        if let first = utf8.first, first < 0x80, !first.isDigit { return false }
        return allSatisfy(\.isNumber)
    }
}

extension Span<UInt8> {
    /// A hash of the bytes, and 0 of all texts that are not ASCII: such may be equal without having
    /// the same bytes.
    fileprivate var hashOfASCII: UInt64 {
        var hash = WordHash()
        for index in indices {
            if self[index] >= 0x80 { return 0 }
            hash.add(self[index])
        }
        return hash.value
    }
}
