internal import SpecModel
internal import SpecVocabulary

extension ItemBuilder {
    /// Gives each item its key: the author's id, else the kind and a hash of the text that says
    /// which item it is. Equal ones are numbered; nothing else depends on the position.
    func assignKeys(_ items: inout [Item]) {
        var counts: [String: Int] = [:]
        counts.reserveCapacity(items.count)
        var kind: ItemKind?
        for index in items.indices {
            if kind?.name != items[index].kind {
                kind = vocabulary.kinds.first { $0.name == items[index].kind }
            }
            let key = items[index].authorsID ?? items[index].hashedKey(by: kind?.identity ?? [])
            let count = Self.increment(&counts[key, default: 0])
            items[index].key = count == 1 ? key : "\(key)~\(count)"
        }
    }

    private static func increment(_ count: inout Int) -> Int {
        count += 1
        return count
    }
}

extension Item {
    /// The author's own name for the item. A bare number is the row's place in its table, not a
    /// name, and that of an example is none.
    fileprivate var authorsID: String? {
        guard !isPlaceholder, let field = fields.firstIndex(named: "id"),
            case .text(let id) = fields[field].value, !id.isEmpty, !id.isNumber
        else { return nil }
        return id
    }

    /// `risk:38d7d60a38`: the kind and ten digits of a hash of the normalised texts of some fields,
    /// with 1F behind each.
    fileprivate func hashedKey(by identity: [FieldDeclaration]) -> String {
        var hash = WordHash()
        for declaration in identity {
            if let field = fields.firstIndex(named: declaration.name),
                case .text(var text) = fields[field].value
            {
                text.withUTF8 { unsafe hash.add(normalised: $0.span) }
            }
            hash.add(0x1F)
        }
        return kind.with(colonAndDigitsOf: hash.value)
    }
}

extension [Field] {
    fileprivate func firstIndex(named name: String) -> Int? {
        indices.first { self[$0].name == name }
    }
}

extension String {
    /// Is each character a number: `12`, `½`?
    fileprivate var isNumber: Bool {
        // Nearly all texts end here.
        if let first = utf8.first, first < 0x80, !first.isDigit { return false }
        return allSatisfy(\.isNumber)
    }

    /// The text with a colon and the first ten of a number's sixteen hexadecimal digits.
    fileprivate func with(colonAndDigitsOf hash: UInt64) -> String {
        var text = self
        return text.withUTF8 { text in
            unsafe String(unsafeUninitializedCapacity: text.count + 11) { key in
                var end = unsafe key.update(from: text).1
                unsafe key[end] = UInt8(ascii: ":")
                for digit in 1...10 {
                    let value = UInt8(truncatingIfNeeded: hash >> UInt64(64 - digit * 4)) & 0xF
                    unsafe key[end + digit] =
                        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
                }
                end += 11
                return end
            }
        }
    }
}
