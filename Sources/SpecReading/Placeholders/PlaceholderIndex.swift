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
        // Nearly all items have none, and no text is looked at.
        guard !placeholders.isEmpty, has(bounds(of: fields)),
            fields.indices.contains(where: { has(fields[$0]) })
        else { return false }
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

    private func has(_ field: Field) -> Bool {
        switch field.value {
        case .text: has(field.range)
        case .list(let parts): parts.contains { has($0.range) }
        case .record(let entries): entries.contains { has($0.value.range) }
        case .boolean: false
        }
    }

    /// From the first byte of all values to the last one.
    private func bounds(of fields: [Field]) -> SourceRange {
        var bounds = SourceRange(.max, 0)
        func add(_ range: SourceRange) {
            bounds = SourceRange(min(bounds.start, range.start), max(bounds.end, range.end))
        }
        for index in fields.indices {
            switch fields[index].value {
            case .text: add(fields[index].range)
            case .list(let parts): for part in parts { add(part.range) }
            case .record(let entries): for entry in entries { add(entry.value.range) }
            case .boolean: continue
            }
        }
        return bounds
    }

    /// Is there a placeholder in a range? Logarithmic.
    private func has(_ range: SourceRange) -> Bool {
        let first = firstIndex(in: range)
        return first < placeholders.count && placeholders[first].range.end <= range.end
    }

    /// nil of an empty place, a bare number and `Phase 1`, which a template writes itself; false where
    /// placeholders and punctuation are all that stands there.
    private func isFilled(_ range: SourceRange, _ text: String) -> Bool? {
        if text.allSatisfy({ $0.isNumber || $0.isPunctuation || $0 == " " }) || isStep(text) {
            return nil
        }
        var place = range.start
        for index in inside(range) {
            let placeholder = placeholders[index].range
            if hasWord(SourceRange(place, placeholder.start)) { return true }
            place = max(place, placeholder.end)
        }
        return place == range.start || hasWord(SourceRange(place, range.end))
    }

    /// `Phase 1`.
    private func isStep(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0.isDigit || $0 >= 0x80 }) else { return false }
        let words = Words.normalised(text).split(separator: " ")
        return words.count == 2 && words[1].allSatisfy(\.isNumber)
            && vocabulary.firstWord(text).map(vocabulary.isStep) == true
    }

    private func firstIndex(in range: SourceRange) -> Int {
        placeholders.partitioningIndex { $0.range.start >= range.start }
    }

    private func inside(_ range: SourceRange) -> Range<Int> {
        let first = firstIndex(in: range)
        var end = first
        while end < placeholders.count, placeholders[end].range.end <= range.end { end += 1 }
        return first..<end
    }

    private func hasWord(_ range: SourceRange) -> Bool {
        guard range.start < range.end else { return false }
        let bytes = source.bytes[range.start..<range.end]
        // "Phase 1:" in front of a placeholder is the template's own.
        let isFrame = [": ", ":** ", "**: "].contains {
            bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
        return !isFrame && bytes.hasLetter
    }
}

extension ArraySlice<UInt8> {
    /// Does UTF-8 text have a letter of any script?
    fileprivate var hasLetter: Bool {
        for byte in self {
            if byte.isLetter { return true }
            if byte >= 0x80 {
                return String(decoding: self, as: UTF8.self).contains(where: \.isLetter)
            }
        }
        return false
    }
}
