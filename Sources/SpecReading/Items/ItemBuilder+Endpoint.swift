internal import SpecModel
internal import SpecVocabulary

/// Endpoints: headings, code spans, HTTP examples.
extension ItemBuilder {
    private static let methods: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS",
    ]

    /// An endpoint that a heading introduces, or nil where nothing says that it is one.
    func endpointFields(
        _ section: Int, _ prefix: String?, _ name: SourcedText, _ body: Body, _ kind: ItemKind
    ) -> (fields: [Field], range: SourceRange)? {
        var fields = body.fields
        let heading = sections[section]
        let title = SourcedText(heading.title, heading.titleRange)
        if let prefix, isPrefix(prefix, kind) {
            fields.append(field("name", kind, name))
            return (withProse(fields, body, kind), heading.headingRange)
        }
        let parts = methodAndPath(title, kind)
        if !parts.isEmpty {
            fields = fields.filter { field in !parts.contains { $0.name == field.name } } + parts
            return (withProse(fields, body, kind), heading.headingRange)
        }
        if fields.contains(where: { $0.name == "method" || $0.name == "path" }) {
            fields.append(field("name", kind, title))
            return (withProse(fields, body, kind), heading.headingRange)
        }
        for block in body.code {
            guard let line = httpLine(tree.nodes[block].content) else { continue }
            fields.append(contentsOf: methodAndPath(line, kind))
            fields.append(field("name", kind, title))
            fields.append(contentsOf: exampleFields(tree.nodes[block].content, kind))
            return (withProse(fields, body, kind), line.range)
        }
        return nil
    }

    private func withProse(_ fields: [Field], _ body: Body, _ kind: ItemKind) -> [Field] {
        let fields = unique(fields)
        guard let prose = body.prose, !fields.contains(where: { $0.name == "description" }) else {
            return fields
        }
        return fields + [field("description", kind, prose)]
    }

    /// `POST /x`, `/x`, `[METHOD] /path`, `{{ENDPOINT}}` in a code span.
    private func methodAndPath(_ text: SourcedText, _ kind: ItemKind) -> [Field] {
        let words = text.text.split(separator: " ", maxSplits: 1)
        if let first = words.first, words.count == 2, words[1].hasPrefix("/"),
            Self.methods.contains(String(first).uppercased()) || first.hasPrefix("[")
        {
            let path = words[1].prefix { $0 != " " }
            let start = text.range.start
            let pathStart = start + first.utf8.count + 1
            guard source.text(SourceRange(start, start + first.utf8.count)) == first else {
                return [
                    field("method", kind, SourcedText(String(first), text.range)),
                    field("path", kind, SourcedText(String(path), text.range)),
                ]
            }
            return [
                field(
                    "method", kind, SourcedText(String(first), SourceRange(start, pathStart - 1))),
                field(
                    "path", kind,
                    SourcedText(
                        String(path), SourceRange(pathStart, pathStart + path.utf8.count))),
            ]
        }
        let isPath =
            text.text.hasPrefix("/") || (text.text.hasPrefix("{{") && text.text.hasSuffix("}}"))
        return isPath && words.count == 1 ? [field("path", kind, text)] : []
    }

    /// The first line of a code block, where it is the first line of an HTTP request.
    private func httpLine(_ content: SourceRange) -> SourcedText? {
        let first = source.lineRange(source.lineIndex(of: content.start))
        let range = source.trimmed(SourceRange(max(first.start, content.start), first.end))
        let words = source.text(range).split(separator: " ")
        guard words.count >= 2, Self.methods.contains(String(words[0])), words[1].hasPrefix("/")
        else { return nil }
        return SourcedText(source.text(range), range)
    }

    /// What stands behind `Request:` and `Response (201):` in an HTTP example.
    private func exampleFields(_ content: SourceRange, _ kind: ItemKind) -> [Field] {
        var fields: [Field] = []
        var open: (name: String, start: Int)?
        func close(before end: Int) {
            guard let part = open else { return }
            let range = source.trimmed(SourceRange(part.start, max(part.start, end)))
            guard !range.isEmpty, !fields.contains(where: { $0.name == part.name }) else { return }
            fields.append(field(part.name, kind, source.code(range)))
        }
        let first = source.lineIndex(of: content.start)
        for line in first...max(first, source.lineIndex(of: content.end)) {
            let range = source.trimmed(source.lineRange(line))
            guard range.start >= content.start, range.end <= content.end, !range.isEmpty,
                source.bytes[range.end - 1] == UInt8(ascii: ":")
            else { continue }
            let name = source.text(SourceRange(range.start, range.end - 1))
            guard let field = fieldName(name, kind),
                field == "request" || field == "response"
            else { continue }
            close(before: range.start)
            open = (field, range.end)
        }
        close(before: content.end)
        return fields
    }

    /// ``- `POST /x` — what it does``.
    func endpointFields(ofEntry text: InlineText, _ kind: ItemKind) -> [Field] {
        for span in tree.spans[text.spans] where span.kind == .code && isLineStart(span.plain, text)
        {
            let parts = methodAndPath(tree.value(span.plain, of: text), kind)
            guard
                parts.count == 2
                    || (!parts.isEmpty && span.plain.lowerBound == text.plain.lowerBound)
            else { continue }
            let rest = span.plain.upperBound..<text.plain.upperBound
            guard let cut = separator(in: rest), tree.trimmed(rest).lowerBound <= cut.upperBound
            else { return parts }
            let description = tree.value(cut.upperBound..<rest.upperBound, of: text)
            return parts + [field("description", kind, description)]
        }
        return []
    }

    private func isLineStart(_ plain: Range<Int>, _ text: InlineText) -> Bool {
        plain.lowerBound == text.plain.lowerBound || tree.plain[plain.lowerBound - 1] == 0x0A
            || tree.plain[plain.lowerBound - 1] == MarkdownTree.hardBreak
    }

    /// `POST /x → what it does`, a line each, in a code block without a language.
    mutating func addLines(of block: Int, _ section: Int, _ kind: ItemKind) {
        let content = tree.nodes[block].content
        guard !content.isEmpty else { return }
        var lines: [(SourceRange, [Field])] = []
        let first = source.lineIndex(of: content.start)
        for line in first...source.lineIndex(of: content.end) {
            let range = source.trimmed(source.lineRange(line))
            guard let fields = endpointFields(ofLine: range, kind) else { continue }
            lines.append((range, fields))
        }
        // One line alone is the first of an HTTP example, unless the block is nothing else.
        let isExample = lines.count == 1 && source.lineIndex(of: content.end) > first
        guard !isExample else { return }
        for (range, fields) in lines { add(kind, section, range, fields) }
    }

    private func endpointFields(ofLine line: SourceRange, _ kind: ItemKind) -> [Field]? {
        func word(from start: Int) -> SourceRange {
            var range = SourceRange(start, start)
            while range.start < line.end, source.bytes[range.start].isBlank { range.start += 1 }
            range.end = range.start
            while range.end < line.end, !source.bytes[range.end].isBlank { range.end += 1 }
            return range
        }
        let method = word(from: line.start)
        let path = word(from: method.end)
        guard Self.methods.contains(source.text(method)), source.text(path).hasPrefix("/") else {
            return nil
        }
        var fields = [
            field("method", kind, SourcedText(source.text(method), method)),
            field("path", kind, SourcedText(source.text(path), path)),
        ]
        let mark = word(from: path.end)
        guard ["→", "->", "-", "—", "–", "#", "//", ":"].contains(source.text(mark)) else {
            return fields
        }
        let description = SourceRange(word(from: mark.end).start, line.end)
        fields.append(
            field("description", kind, SourcedText(source.text(description), description)))
        return fields
    }
}
