internal import SpecModel
internal import SpecVocabulary

/// Endpoints: headings, code spans, HTTP examples.
extension ItemBuilder {
    private static let methods: [StaticString] = [
        "get", "post", "put", "patch", "delete", "head", "options",
    ]

    /// Is a word a method of HTTP? In capitals where it must be nothing else.
    func isMethod(_ word: ArraySlice<UInt8>, inCapitals: Bool) -> Bool {
        guard word.count <= 7, !inCapitals || word.allSatisfy(\.isCapital) else { return false }
        return Self.methods.contains { word.says($0) }
    }

    /// An endpoint that a heading introduces, or nil where nothing says that it is one.
    func endpointFields(
        _ section: Int, _ prefix: Piece?, _ name: Piece, _ body: Body, _ kind: ItemKind
    ) -> (fields: [Field], range: SourceRange)? {
        var fields = body.fields
        let heading = sections[section]
        let title = titles[section]
        if isPrefix(prefix, kind) {
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
            for (name, range) in [("method", line.method), ("path", line.path)] {
                fields.append(field(name, kind, SourcedText(source.text(range), range)))
            }
            fields.append(field("name", kind, title))
            fields.append(contentsOf: exampleFields(block, kind))
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
    func methodAndPath(_ text: Piece, _ kind: ItemKind) -> [Field] {
        let plain = tree.trimmed(text.plain)
        let end = plain.upperBound
        var space = plain.lowerBound
        while space < end, !tree.plain[space].isBlank { space += 1 }
        var path = space
        while path < end, tree.plain[path].isBlank { path += 1 }
        guard let first = tree.plain[plain].first else { return [] }
        if path == end {
            let isPath =
                first == UInt8(ascii: "/")
                || (tree.plain[plain].starts(with: "{{".utf8)
                    && tree.plain[plain].suffix(2).elementsEqual("}}".utf8))
            return isPath ? [field("path", kind, text.part(plain))] : []
        }
        let method = plain.lowerBound..<space
        guard tree.plain[path] == UInt8(ascii: "/"),
            first == UInt8(ascii: "[") || isMethod(tree.plain[method], inCapitals: false)
        else { return [] }
        var pathEnd = path
        while pathEnd < end, !tree.plain[pathEnd].isBlank { pathEnd += 1 }
        return [
            field("method", kind, text.part(method)),
            field("path", kind, text.part(path..<pathEnd)),
        ]
    }

    /// The first line of a code block, where it is the first line of an HTTP request.
    private func httpLine(
        _ content: SourceRange
    ) -> (range: SourceRange, method: SourceRange, path: SourceRange)? {
        let first = source.lineRange(source.lineIndex(of: content.start))
        let line = source.trimmed(SourceRange(max(first.start, content.start), first.end))
        let method = word(from: line.start, before: line.end)
        let path = word(from: method.end, before: line.end)
        guard isRequest(method, path) else { return nil }
        return (line, method, path)
    }

    /// The next word of a line of code.
    private func word(from start: Int, before end: Int) -> SourceRange {
        var range = SourceRange(start, start)
        while range.start < end, source.bytes[range.start].isBlank { range.start += 1 }
        range.end = range.start
        while range.end < end, !source.bytes[range.end].isBlank { range.end += 1 }
        return range
    }

    private func isRequest(_ method: SourceRange, _ path: SourceRange) -> Bool {
        isMethod(source.bytes[method.start..<method.end], inCapitals: true)
            && source.bytes[path.start..<path.end].first == UInt8(ascii: "/")
    }

    /// What stands behind `Request:` and `Response (201):` in an HTTP example.
    private func exampleFields(_ block: Int, _ kind: ItemKind) -> [Field] {
        let content = tree.nodes[block].content
        var fields: [Field] = []
        var open: (name: String, start: Int)?
        func close(before end: Int) {
            guard let part = open else { return }
            let range = source.trimmed(SourceRange(part.start, max(part.start, end)))
            guard !range.isEmpty, !fields.contains(where: { $0.name == part.name }) else { return }
            fields.append(field(part.name, kind, tree.code(of: block, range, in: source)))
        }
        let first = source.lineIndex(of: content.start)
        for line in first...max(first, source.lineIndex(of: content.end)) {
            let range = source.trimmed(source.lineRange(line))
            guard range.start >= content.start, range.end <= content.end, !range.isEmpty,
                source.bytes[range.end - 1] == UInt8(ascii: ":")
            else { continue }
            let name = vocabulary.word(
                source.bytes.span.extracting(range.start..<(range.end - 1)))
            guard
                let field = name.flatMap({ vocabulary.field($0, of: kind) })
                    .map(vocabulary.name(of:)), field == "request" || field == "response"
            else { continue }
            close(before: range.start)
            open = (field, range.end)
        }
        close(before: content.end)
        return fields
    }

    /// ``- `POST /x` — what it does``, ``- POST `/x`: what it does``.
    func endpointFields(ofEntry text: InlineText, _ kind: ItemKind) -> [Field] {
        for span in tree.spans[text.spans] where span.kind == .code {
            guard let start = start(ofEndpoint: span.plain, text) else { continue }
            let parts = methodAndPath(Piece(start..<span.plain.upperBound, of: text), kind)
            guard
                parts.count == 2
                    || (!parts.isEmpty && span.plain.lowerBound == text.plain.lowerBound)
            else { continue }
            let rest = span.plain.upperBound..<text.plain.upperBound
            guard let cut = separator(in: rest), tree.trimmed(rest).lowerBound <= cut.upperBound
            else { return parts }
            let description = Piece(cut.upperBound..<rest.upperBound, of: text)
            return parts + [field("description", kind, description)]
        }
        return []
    }

    /// The start of a code span that begins a line, or of the method in front of it that does.
    private func start(ofEndpoint plain: Range<Int>, _ text: InlineText) -> Int? {
        let limit = max(text.plain.lowerBound, plain.lowerBound - 9)
        var start = plain.lowerBound
        while start > limit, tree.plain[start - 1] != 0x0A,
            tree.plain[start - 1] != MarkdownTree.hardBreak
        { start -= 1 }
        let isLineStart =
            start == text.plain.lowerBound || tree.plain[start - 1] == 0x0A
            || tree.plain[start - 1] == MarkdownTree.hardBreak
        let method = tree.trimmed(start..<plain.lowerBound)
        return isLineStart && (method.isEmpty || isMethod(tree.plain[method], inCapitals: true))
            ? start : nil
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
        let method = word(from: line.start, before: line.end)
        let path = word(from: method.end, before: line.end)
        guard isRequest(method, path) else { return nil }
        var fields = [
            field("method", kind, SourcedText(source.text(method), method)),
            field("path", kind, SourcedText(source.text(path), path)),
        ]
        let mark = word(from: path.end, before: line.end)
        guard ["→", "->", "-", "—", "–", "#", "//", ":"].contains(source.text(mark)) else {
            return fields
        }
        let description = SourceRange(word(from: mark.end, before: line.end).start, line.end)
        fields.append(
            field("description", kind, SourcedText(source.text(description), description)))
        return fields
    }
}
