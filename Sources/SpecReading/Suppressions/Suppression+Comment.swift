package import SpecModel

/// What a comment says, told by its bytes.
extension Suppression {
    private static let opening = Array("<!--".utf8)
    private static let closing = Array("-->".utf8)
    private static let name = Array("perilune-".utf8)
    private static let longestReason = 1_000

    /// Reads a comment; nil of one that is not meant for the checks. Linear in its bytes.
    /// - Parameter range: from `<!--` to `-->`, or to where it should have been.
    package init?(_ range: SourceRange, in source: SourceText) {
        let bytes = source.bytes[range.start..<range.end]
        guard bytes.starts(with: Self.opening) else { return nil }
        let isClosed = bytes.count >= 7 && bytes.suffix(3).elementsEqual(Self.closing)
        var rest = bytes.dropFirst(4).dropLast(isClosed ? 3 : 0)
        guard let first = Self.word(&rest), first.starts(with: Self.name) else { return nil }
        self.init(
            word: Self.text(first.dropFirst(Self.name.count), source), range: range,
            isClosed: isClosed)
        while let word = Self.word(&rest) {
            if let why = Self.reason(word, rest) {
                reason = why
                break
            }
            add(word, source)
        }
    }

    /// Takes the next word from the front of what is left.
    private static func word(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        while true {
            rest = rest.drop { $0.isBlank }
            let word = rest.prefix { !$0.isBlank }
            rest = rest[word.endIndex...]
            // In a quote, that is what its lines begin with.
            if !word.elementsEqual(">".utf8) { return word.isEmpty ? nil : word }
        }
    }

    /// The reason, where a word is the dash in front of it: `--`, one with the reason right behind
    /// it, or a single one, which is what CommonMark wants of comments in a line of text up to 0.30.
    private static func reason(
        _ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>
    ) -> String? {
        let hyphens = word.prefix { $0 == UInt8(ascii: "-") }
        let isDash =
            hyphens.count == word.count || word.elementsEqual("\u{2013}".utf8)
            || word.elementsEqual("\u{2014}".utf8)
        guard isDash || hyphens.count > 1 else { return nil }
        let text = isDash ? rest : word[hyphens.endIndex...] + rest
        // A character has up to four bytes.
        let words = text.prefix(16_000).split { $0.isBlank }
            .filter { !$0.elementsEqual(">".utf8) }
        let line = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        if line.unicodeScalars.count <= longestReason { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.prefix(longestReason))) + "…"
    }

    /// Takes a word in that is rules, with or without commas, or a day.
    private mutating func add(_ word: ArraySlice<UInt8>, _ source: SourceText) {
        let until = Array("until=".utf8)
        for part in word.split(separator: UInt8(ascii: ",")) {
            if self.until == nil, part.starts(with: until) {
                self.until = Self.text(part.dropFirst(until.count), source)
            } else if rules.count < Self.ruleLimit {
                rules.append(Self.text(part, source))
            } else {
                isTooLong = true
            }
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>, _ source: SourceText) -> SourcedText {
        SourcedText(
            String(decoding: bytes, as: UTF8.self), SourceRange(bytes.startIndex, bytes.endIndex))
    }
}

extension SourceText {
    /// May there be a comment for the checks? Told by `<!--`, blanks and `perilune-`, wherever they
    /// stand.
    func mayHoldSuppression(from start: Int) -> Bool {
        let bytes = bytes.span
        var from = start
        while let open = bytes.first(UInt8(ascii: "<"), in: from..<bytes.count) {
            if isSuppression(at: open, upTo: bytes.count) { return true }
            from = open + 1
        }
        return false
    }

    /// Do `<!--`, blanks and `perilune-` stand at a place?
    func isSuppression(at place: Int, upTo end: Int) -> Bool {
        guard end - place > 4, bytes[place..<(place + 4)].elementsEqual("<!--".utf8) else {
            return false
        }
        var place = place + 4
        while place < end,
            bytes[place].isBlank || (bytes[place] == UInt8(ascii: ">") && bytes[place - 1].isBlank)
        {
            place += 1
        }
        return bytes[place..<end].starts(with: "perilune-".utf8)
    }
}
