internal import SpecModel
internal import SpecVocabulary

extension ItemBuilder {
    /// Gives each item its key: the author's id, else the kind and a hash of the text that says
    /// which item it is. Equal ones are numbered; nothing else depends on the position.
    func assignKeys(_ items: inout [Item]) {
        var seen: [String: Int] = [:]
        for index in items.indices {
            let base = key(of: items[index])
            let count = (seen[base] ?? 0) + 1
            seen[base] = count
            items[index].key = count == 1 ? base : "\(base)~\(count)"
        }
    }

    private func key(of item: Item) -> String {
        // A bare number is the row's place in its table, not a name.
        if let id = item.field("id")?.text, !id.isEmpty, !id.allSatisfy(\.isNumber),
            !item.isPlaceholder
        {
            return id
        }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for field in vocabulary.kinds.first(where: { $0.name == item.kind })?.identity ?? [] {
            let text = item.field(field.name)?.text ?? ""
            for byte in Words.normalised(text).utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
            hash = (hash ^ 0x1F) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return "\(item.kind):\(padded.prefix(10))"
    }
}
