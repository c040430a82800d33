/// Looking texts up that are more than a word.
extension Vocabulary {
    /// Does a text say that there is nothing?
    package func isNothing(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return true }
        // Nearly all texts begin with a letter that no word for it does.
        if let letter = Words.letter(text[0]), index.initialsOfNothing[variant] >> letter & 1 == 0 {
            return false
        }
        return word(text).map { has($0, .nothing) } ?? false
    }

    /// The level that a text says; a remark behind the word (`High — silently`, `Low (today)`)
    /// does not matter. nil where it is none.
    package func level(of text: Span<UInt8>) -> String? {
        if let level = word(text).flatMap(level) { return level }
        let head = Self.head(of: text, before: "-:,;/(")
        return head == text.count
            ? nil : word(text.extracting(0..<head)).flatMap(level)
    }

    /// The status that a text says; nil where it is none.
    package func status(of text: Span<UInt8>) -> String? {
        if let status = word(text).flatMap(status) { return status }
        let head = Self.head(of: text, before: ":,;(")
        return head == text.count
            ? nil : word(text.extracting(0..<head)).flatMap(status)
    }

    /// Where a text's first mark stands: one of some, or a dash (E2 80 93, E2 80 94).
    private static func head(of text: Span<UInt8>, before marks: StaticString) -> Int {
        var place = 0
        while place < text.count {
            let byte = text[place]
            let isDash =
                byte == 0xE2 && place + 2 < text.count && text[place + 1] == 0x80
                && (text[place + 2] == 0x93 || text[place + 2] == 0x94)
            if isDash || (byte < 0x80 && marks.has(byte)) { return place }
            place += 1
        }
        return place
    }

    /// Is a text a list of options that nobody chose from: `Draft | In Review`, `Low/Med/High`?
    package func isOpenChoice(_ text: Span<UInt8>) -> Bool {
        var sets = ~0
        var options: [WordID] = []
        var start = 0
        for place in 0...text.count {
            let isEnd = place == text.count
            guard isEnd || text[place] == UInt8(ascii: "|") || text[place] == UInt8(ascii: "/")
            else { continue }
            defer { start = place + 1 }
            if place == start { continue }
            if isEnd, start == 0 { return false }
            guard let word = word(text.extracting(start..<place)), !options.contains(word) else {
                return false
            }
            sets &= choices(word)
            if sets == 0 { return false }
            options.append(word)
        }
        guard options.count > 1 else { return false }
        return index.leasts.indices.contains { set in
            sets >> set & 1 == 1 && options.count >= index.leasts[set]
        }
    }

    /// The role of a heading below sections of the given roles.
    package func role(of heading: Span<UInt8>, below ancestors: [RoleID]) -> SectionRole? {
        role(of: word(heading), heading) { ancestors.contains($0) }
    }

    /// The same, where the word that the heading is was looked up before.
    /// - Parameter isBelow: does the heading stand below a section of some role?
    package func role(
        of word: WordID?, _ heading: Span<UInt8>, isBelow: (RoleID) -> Bool
    ) -> SectionRole? {
        var roles = word.flatMap(roles)
        if roles == nil, let rest = behindAppendix(heading) {
            roles = self.word(heading.extracting(rest..<heading.count)).flatMap(self.roles)
        }
        for place in roles ?? 0..<0 {
            let role = self[index.headingRole(place)]
            if role.within.isEmpty || role.within.contains(where: isBelow) {
                return role
            }
        }
        return nil
    }

    /// Where the name begins in "Appendix C: Glossary", "Anhang: Glossar".
    private func behindAppendix(_ heading: Span<UInt8>) -> Int? {
        var colon = 0
        while colon < heading.count, heading[colon] != UInt8(ascii: ":") { colon += 1 }
        guard colon < heading.count else { return nil }
        var start = 0
        while start < colon, heading[start] == 0x20 { start += 1 }
        var end = start
        while end < colon, heading[end] != 0x20 { end += 1 }
        guard end > start, let word = word(heading.extracting(start..<end)), isAppendix(word) else {
            return nil
        }
        return colon + 1
    }

    /// The part of the headings' list with the roles of a word; nil where it has none.
    private func roles(_ word: WordID) -> Range<Int>? {
        let end = VocabularyIndex.Record.headingsEnd
        let range = index.range(word, end + variant, from: end + 1)
        return range.isEmpty ? nil : range
    }
}

extension StaticString {
    /// Is a byte of ASCII one of these?
    fileprivate func has(_ byte: UInt8) -> Bool {
        withUTF8Buffer { unsafe $0.contains(byte) }
    }
}

// For callers that have no bytes at hand.
extension Vocabulary {
    package func isNothing(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { unsafe isNothing($0.span) }
    }

    package func level(of text: String) -> String? {
        var text = text
        return text.withUTF8 { unsafe level(of: $0.span) }
    }

    package func status(of text: String) -> String? {
        var text = text
        return text.withUTF8 { unsafe status(of: $0.span) }
    }

    package func isOpenChoice(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { unsafe isOpenChoice($0.span) }
    }

    package func role(of heading: String, below ancestors: [RoleID]) -> SectionRole? {
        var heading = heading
        return heading.withUTF8 { unsafe role(of: $0.span, below: ancestors) }
    }
}
