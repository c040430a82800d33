internal import SpecModel

/// The ways in which a text can be written at a place, the plainest first.
struct TextForms {
    let spec: Spec
    let layout: Layout
    let range: SourceRange
    /// What the place says now.
    let old: String

    /// Without those that are the same twice.
    func forms(of text: String) -> [String] {
        var forms: [String] = []
        for form in all(text) where !forms.contains(form) { forms.append(form) }
        return forms
    }

    private func all(_ text: String) -> [String] {
        let context = layout.context(of: range)
        if context == .code {
            return [spec.source.adapted(text.trimmedOfBlanks, at: range.start)]
        }
        let text = MarkdownText.trimmed(text)
        switch context {
        case .code: return []
        case .frontMatter: return yaml(text)
        case .html: return [MarkdownText.html(text)]
        case .cell: return markdown(text, isBlockStart: false).map(MarkdownText.cell)
        case .text(let isBlockStart): return markdown(text, isBlockStart: isBlockStart)
        }
    }

    private func markdown(_ text: String, isBlockStart: Bool) -> [String] {
        let escaped = MarkdownText.escaped(text, isBlockStart: isBlockStart)
        var forms: [String] = []
        if let wrapped = inOldMarkup(text, escaped) { forms.append(wrapped) }
        forms.append(escaped)
        forms.append(MarkdownText.fullyEscaped(text))
        // Inside of a code span, and of a link's target, a backslash is one.
        forms.append(text)
        return forms
    }

    /// `**new**` where `**old**` stands, for each kind of markup that is around all of a text.
    private func inOldMarkup(_ text: String, _ escaped: String) -> String? {
        let source = spec.source.text(range)
        guard !text.isEmpty, source != old else { return nil }
        if source.hasPrefix("`"), source.hasSuffix("`") { return MarkdownText.code(text) }
        for mark in ["**", "__", "~~", "*", "_"] where source == mark + old + mark {
            return mark + escaped + mark
        }
        let link = spec.links.first { $0.range == range && $0.style == .inline && $0.text == old }
        if link != nil, source.hasPrefix("[\(old)](") {
            return "[\(escaped)]" + source.dropFirst(old.count + 2)
        }
        return nil
    }

    /// As the value is quoted now; where it is not, plain if that will do.
    private func yaml(_ text: String) -> [String] {
        let source = spec.source.text(range)
        let single = "'" + text.replacing("'", with: "''") + "'"
        let double = MarkdownText.doubleQuoted(text)
        if source.hasPrefix("\"") { return [double] }
        if source.hasPrefix("'") { return [single, double] }
        return [text, double]
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmedOfBlanks: String {
        var bytes = Array(utf8)[...]
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
