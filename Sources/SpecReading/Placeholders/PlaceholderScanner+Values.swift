internal import SpecModel
internal import SpecVocabulary

/// Values that are nothing but a choice, a date, a tag or options.
extension PlaceholderScanner {
    /// Cells, labels' values and lines that are nothing but a choice, a date or a tag.
    mutating func scanWholeValues(
        _ text: InlineText, _ plain: Span<UInt8>, _ marks: inout Marks, isParagraph: Bool
    ) {
        let labels = isParagraph ? tree.labels(in: text) : []
        for label in labels where label.hasValue {
            scanWhole(label.value.plain, text, plain, &marks)
            scanOptions(label.value.plain, text, plain, &marks)
        }
        if labels.isEmpty { scanWhole(tree.trimmed(text.plain), text, plain, &marks) }
    }

    private mutating func scanWhole(
        _ whole: Range<Int>, _ text: InlineText, _ plain: Span<UInt8>, _ marks: inout Marks
    ) {
        guard !whole.isEmpty, whole.count <= 120 else { return }
        let style: String
        if marks.bar.first(in: whole, of: plain) != nil
            || marks.slash.first(in: whole, of: plain) != nil,
            vocabulary.isOpenChoice(plain.extracting(whole))
        {
            style = "choice"
        } else if isDate(whole) {
            style = "date"
        } else if isTag(whole) {
            style = "angle"
        } else {
            return
        }
        if !isCode(whole.lowerBound, text) { add(style, whole, text) }
    }

    /// `<name>`, and no address.
    private func isTag(_ whole: Range<Int>) -> Bool {
        guard tree.plain[whole.lowerBound] == UInt8(ascii: "<"),
            tree.plain[whole.upperBound - 1] == UInt8(ascii: ">")
        else { return false }
        return !whole.dropFirst().dropLast().contains { place in
            switch tree.plain[place] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"): true
            case UInt8(ascii: ":"): tree.says("://", at: place, before: whole.upperBound)
            default: false
            }
        }
    }

    private func isDate(_ whole: Range<Int>) -> Bool {
        whole.count == 10 && tree.plain[whole.lowerBound].isCapital
            && Self.dates.contains {
                tree.says($0, at: whole.lowerBound, before: whole.upperBound)
            }
    }

    private static let dates = ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY/MM/DD"]

    /// A label's value that is nothing but `[1.0]`, or options between bars: `web | cli | both`.
    private mutating func scanOptions(
        _ whole: Range<Int>, _ text: InlineText, _ plain: Span<UInt8>, _ marks: inout Marks
    ) {
        guard whole.count > 2, whole.count <= 200 else { return }
        let style: String
        if plain[whole.lowerBound] == UInt8(ascii: "["), isVersion(whole) {
            style = "bracket"
        } else if marks.bar.first(in: whole, of: plain) != nil, isOptions(whole) {
            style = "choice"
        } else {
            return
        }
        if !isCode(whole.lowerBound, text) { add(style, whole, text) }
    }

    /// `[1.0]`.
    private func isVersion(_ whole: Range<Int>) -> Bool {
        guard tree.plain[whole.upperBound - 1] == UInt8(ascii: "]") else { return false }
        let inner = tree.plain[whole].dropFirst().dropLast()
        return inner.contains(UInt8(ascii: "."))
            && inner.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    }

    /// Three or more options of up to three words each.
    private func isOptions(_ whole: Range<Int>) -> Bool {
        let parts = tree.string(whole).split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return false }
        return parts.indices.allSatisfy { index in
            var option = parts[index]
            if index > parts.startIndex, option.popFirst() != " " { return false }
            if index < parts.endIndex - 1, option.popLast() != " " { return false }
            return !option.isEmpty && option.split(separator: " ").count <= 3
                && option.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
        }
    }
}
