internal import SpecModel

/// Links and images: their text is a leaf's text, their destination is not.
extension MarkdownBuilder {
    mutating func addLink(_ node: CMarkNode, before next: CMarkNode?) {
        let isImage = node.kind == .image
        let isAutolink = !isImage && cursor.peek(source.bytes) == UInt8(ascii: "<")
        let span = openSpan(isImage ? .image : .link, url: tree.urls.count)
        tree.urls.append(node.url)
        if isImage { cursor.skip(UInt8(ascii: "!"), source.bytes) }
        cursor.skip(UInt8(ascii: isAutolink ? "<" : "["), source.bytes)
        cursor.isAutolink = isAutolink
        addInlines(of: node)
        cursor.isAutolink = false
        closeText(of: span)
        if isAutolink {
            cursor.skip(UInt8(ascii: ">"), source.bytes)
        } else {
            skipLinkTail(before: next)
        }
        close(span)
    }

    /// Skips `](url "title")`, `][label]`, `[]` or `]` (CommonMark 6.3).
    private mutating func skipLinkTail(before next: CMarkNode?) {
        cursor.skip(UInt8(ascii: "]"), source.bytes)
        switch cursor.peek(source.bytes) {
        case UInt8(ascii: "("): skipInlineTail()
        case UInt8(ascii: "["):
            // Of `[a][b]` the second part is text where only `a` is defined.
            if let next, next.kind == .text, next.literal.first == UInt8(ascii: "[") {
                return
            }
            while let byte = cursor.peek(source.bytes), byte != UInt8(ascii: "]") {
                if byte == UInt8(ascii: "\\") { cursor.advance() }
                cursor.advance()
            }
            cursor.skip(UInt8(ascii: "]"), source.bytes)
        default: return
        }
    }

    private mutating func skipInlineTail() {
        let before = cursor
        cursor.advance()
        cursor.skipSpace(source.bytes)
        skipDestination()
        cursor.skipSpace(source.bytes)
        if let quote = cursor.peek(source.bytes), quote != UInt8(ascii: ")") { skipTitle(quote) }
        cursor.skipSpace(source.bytes)
        if cursor.peek(source.bytes) == UInt8(ascii: ")") {
            cursor.advance()
        } else {
            cursor = before
        }
    }

    private mutating func skipDestination() {
        if cursor.peek(source.bytes) == UInt8(ascii: "<") {
            while let byte = cursor.peek(source.bytes), byte != UInt8(ascii: ">"), byte != 0x0A {
                if byte == UInt8(ascii: "\\") { cursor.advance() }
                cursor.advance()
            }
            cursor.skip(UInt8(ascii: ">"), source.bytes)
            return
        }
        var depth = 0
        while let byte = cursor.peek(source.bytes), byte > 0x20 {
            if byte == UInt8(ascii: "\\") {
                cursor.advance()
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                if depth == 0 { return }
                depth -= 1
            }
            cursor.advance()
        }
    }

    private mutating func skipTitle(_ quote: UInt8) {
        let close = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
        guard quote == 0x22 || quote == 0x27 || quote == UInt8(ascii: "(") else { return }
        cursor.advance()
        while let byte = cursor.peek(source.bytes), byte != close {
            if byte == UInt8(ascii: "\\") { cursor.advance() }
            cursor.advance()
        }
        cursor.skip(close, source.bytes)
    }
}
