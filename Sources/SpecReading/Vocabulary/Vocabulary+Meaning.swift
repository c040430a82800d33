/// Looking words up.
extension Vocabulary {
    /// The level that a text says; a remark behind the word (`High — silently`, `Low (today)`)
    /// does not matter. nil where it is none.
    func level(of text: String) -> String? {
        if let level = levels[Words.normalised(text)] { return level }
        let head = text.prefix { !"—–-:,;/(".contains($0) }
        return head.count == text.count ? nil : levels[Words.normalised(head)]
    }

    /// The status that a text says; nil where it is none.
    func status(of text: String) -> String? {
        if let status = statuses[Words.normalised(text)] { return status }
        let head = text.prefix { !"—–:,;(".contains($0) }
        return head.count == text.count ? nil : statuses[Words.normalised(head)]
    }

    /// Is a text a list of options that nobody chose from: `Draft | In Review`, `Low/Med/High`?
    func isOpenChoice(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") })
        else { return false }
        let options = text.split { $0 == "|" || $0 == "/" }
            .map { Words.normalised($0) }
        guard options.count > 1, Set(options).count == options.count else { return false }
        return choices.contains { set in
            options.count >= set.least && options.allSatisfy(set.words.contains)
        }
    }

    /// The role of a heading below sections of the given roles, nearest first.
    func role(of heading: String, below ancestors: [String]) -> SectionRole? {
        var names = rolesByHeading[Words.normalised(heading)]
        // "Appendix C: Glossary", "Anhang: Glossar".
        if names == nil, let colon = heading.firstIndex(of: ":"),
            let first = heading[..<colon].split(separator: " ").first,
            appendices.contains(Words.normalised(first))
        {
            names = rolesByHeading[Words.normalised(heading[heading.index(after: colon)...])]
        }
        for name in names ?? [] {
            guard let role = roles[name] else { continue }
            if role.within.isEmpty || !role.within.allSatisfy({ !ancestors.contains($0) }) {
                return role
            }
        }
        return nil
    }
}
