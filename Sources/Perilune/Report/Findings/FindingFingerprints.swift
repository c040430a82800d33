internal import SpecModel

/// Names by which findings are known again when the document around them changed. A name is made
/// of the rule, the path and the key of the item; where there is no item, of the text that the
/// finding marks. No line and no message is in it, so that it survives rows that move and rules
/// that say the same in other words. What that leaves equal is numbered in document order, so no
/// two findings of a report have one name.
struct FindingFingerprints {
    private var counts: [UInt128: Int] = [:]

    /// `9c1185a5c5e9fc54612808977ee8f548:1`. Asked once for each finding, in the order of the report.
    mutating func next(_ finding: Finding, in source: SourceText) -> String {
        var hash = FNV1a()
        hash.add(finding.rule)
        hash.add(finding.location.path)
        if let item = finding.item {
            hash.add("item")
            hash.add(item)
        } else {
            hash.add("text")
            hash.add(Self.text(of: finding.location, in: source.bytes))
        }
        counts[hash.value, default: 0] += 1
        let digits = String(hash.value, radix: 16)
        let zeros = String(repeating: "0", count: 32 - digits.utf8.count)
        return "\(zeros)\(digits):\(counts[hash.value, default: 0])"
    }

    /// What a finding is about, in its spec: the key of the item, else a hash of the text that is
    /// marked.
    static func key(_ finding: Finding, in bytes: [UInt8]) -> String {
        if let item = finding.item { return item }
        var hash = FNV1a()
        hash.add(text(of: finding.location, in: bytes))
        return "text:" + String(hash.value, radix: 16).suffix(16)
    }

    /// The first line of what is marked, each white space one blank.
    private static func text(of location: Location, in bytes: [UInt8]) -> String {
        let end = min(location.end.offset, bytes.count)
        let marked = bytes[min(location.start.offset, end)..<end]
        let line = marked.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self).unicodeScalars
            .split(whereSeparator: \.properties.isWhitespace)
            .map { String($0) }.joined(separator: " ")
    }
}

/// FNV-1a with 128 bits, which is the same everywhere and needs no library
/// (draft-eastlake-fnv-21, §5). Nobody gains by two findings of one name, so it need not resist.
private struct FNV1a {
    private(set) var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    /// Adds a text and a byte that ends it.
    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
}
