internal import SpecModel
internal import SpecVocabulary

/// Placeholders by place.
struct PlaceholderIndex {
    let placeholders: [Placeholder]
    let source: SourceText
    let vocabulary: Vocabulary

    /// Is a template's example all that these fields say? Fields that the template fills by itself
    /// do not count, and at least one placeholder there must be.
    func areAll(of fields: [Field], except kind: ItemKind) -> Bool {
        guard !placeholders.isEmpty else { return false }
        var hasPlaceholder = false
        for field in fields where !kind.traits(of: field.name).contains(.frame) {
            switch field.value {
            case .text(let text):
                guard let isFilled = isFilled(field.range, text) else { continue }
                if isFilled { return false }
                hasPlaceholder = true
            case .list(let parts):
                for part in parts {
                    guard let isFilled = isFilled(part.range, part.text) else { continue }
                    if isFilled { return false }
                    hasPlaceholder = true
                }
            case .record(let entries):
                for entry in entries {
                    guard let isFilled = isFilled(entry.value.range, entry.value.text) else {
                        continue
                    }
                    if isFilled { return false }
                    hasPlaceholder = true
                }
            case .boolean: continue
            }
        }
        return hasPlaceholder
    }

    /// nil of an empty place, a bare number and `Phase 1`, which a template writes itself; false where
    /// placeholders and punctuation are all that stands there.
    private func isFilled(_ range: SourceRange, _ text: String) -> Bool? {
        if text.allSatisfy({ $0.isNumber || $0.isPunctuation || $0 == " " }) { return nil }
        let words = Words.normalised(text).split(separator: " ")
        if words.count == 2, words[1].allSatisfy(\.isNumber),
            vocabulary.firstWord(text).map(vocabulary.isStep) == true
        {
            return nil
        }
        var place = range.start
        for placeholder in inside(range) {
            if hasWord(SourceRange(place, placeholder.range.start)) { return true }
            place = max(place, placeholder.range.end)
        }
        return place == range.start || hasWord(SourceRange(place, range.end))
    }

    func inside(_ range: SourceRange) -> ArraySlice<Placeholder> {
        var low = 0
        var high = placeholders.count
        while low < high {
            let middle = (low + high) / 2
            if placeholders[middle].range.start < range.start {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var end = low
        while end < placeholders.count, placeholders[end].range.end <= range.end { end += 1 }
        return placeholders[low..<end]
    }

    private func hasWord(_ range: SourceRange) -> Bool {
        guard range.start < range.end else { return false }
        let text = source.text(range)
        // "Phase 1:" in front of a placeholder is the template's own.
        let rest =
            text.hasSuffix(": ") || text.hasSuffix(":** ") || text.hasSuffix("**: ") ? "" : text
        return rest.contains { $0.isLetter }
    }
}
