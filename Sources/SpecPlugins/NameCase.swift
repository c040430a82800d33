extension StringProtocol {
    /// Lower-case letters and digits, in words joined by single `-`: plugins, checks, exports.
    package var isKebabCase: Bool { isWords(joinedBy: "-") }

    /// As Lua names things: `card_words`, so that `options.card_words` reads it.
    var isSnakeCase: Bool { !(first?.isNumber ?? true) && isWords(joinedBy: "_") }

    private func isWords(joinedBy separator: Character) -> Bool {
        split(separator: separator, omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
    }
}
