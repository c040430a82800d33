internal import SpecModel
internal import SpecVocabulary

/// Values that are nothing but a choice, a date, a tag or options.
extension PlaceholderScanner {
    /// Cells, labels' values and lines that are nothing but a choice, a date or a tag.
    mutating func scanWholeValues(_ node: MarkdownNode) {
        let labels = node.kind == .paragraph ? tree.labels(in: node.text) : []
        for label in labels {
            scanWhole(label.value, node.text)
            scanOptions(label.value, node.text)
        }
        if labels.isEmpty { scanWhole(tree.trimmed(node.text.plain), node.text) }
    }

    private mutating func scanWhole(_ plain: Range<Int>, _ text: InlineText) {
        guard !plain.isEmpty, plain.count <= 120, mayBeWhole(plain),
            !isCode(plain.lowerBound, text)
        else { return }
        let whole = tree.string(plain)
        if vocabulary.isOpenChoice(whole) {
            add("choice", plain, text)
        } else if ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY/MM/DD"].contains(whole) {
            add("date", plain, text)
        } else if whole.hasPrefix("<"), whole.hasSuffix(">"), !whole.contains("://"),
            !whole.contains("@"),
            whole.dropFirst().dropLast().allSatisfy({ $0 != "<" && $0 != ">" })
        {
            add("angle", plain, text)
        }
    }

    /// A label's value that is nothing but `[1.0]`, or options between bars: `web | cli | both`.
    private mutating func scanOptions(_ plain: Range<Int>, _ text: InlineText) {
        guard plain.count > 2, plain.count <= 200, !isCode(plain.lowerBound, text) else { return }
        let whole = tree.string(plain)
        let inner = whole.dropFirst().dropLast()
        if whole.hasPrefix("["), whole.hasSuffix("]"), inner.contains("."),
            inner.allSatisfy({ $0.isNumber || $0 == "." })
        {
            add("bracket", plain, text)
            return
        }
        let options = whole.components(between: " | ")
        guard options.count > 2 else { return }
        let isOpen = options.allSatisfy { option in
            !option.isEmpty && option.split(separator: " ").count <= 3
                && option.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
        }
        if isOpen { add("choice", plain, text) }
    }

    /// Does a text have the marks that a choice, a date or a tag has?
    private func mayBeWhole(_ plain: Range<Int>) -> Bool {
        tree.plain[plain.lowerBound] == UInt8(ascii: "<")
            || tree.plain[plain].contains {
                $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "Y")
            }
    }
}

extension String {
    /// The parts between a separator, without the white space around them.
    fileprivate func components(between separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        parts.append(String(rest))
        return parts
    }
}
