/// Which inline tags are markup and which are text that looks like a tag.
enum HTMLTag {
    /// The lower-case name of `<name …>` or `</name>`; nil of comments and declarations, which are
    /// markup too.
    static func name(of literal: BorrowedBytes) -> String? {
        var index = 1
        if index < literal.count, literal[index] == UInt8(ascii: "/") { index += 1 }
        let start = index
        while index < literal.count, isNameByte(literal[index]) { index += 1 }
        guard index > start else { return nil }
        return String(decoding: literal[start..<index], as: UTF8.self).lowercased()
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
    }

    /// The elements of HTML that stand in running text, and those that authors put there.
    static let names: Set<String> = [
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "base", "bdi",
        "bdo", "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
        "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog",
        "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
        "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark",
        "meta", "nav", "object", "ol", "optgroup", "option", "output", "p", "picture", "pre", "q",
        "rp", "rt", "ruby", "s", "samp", "script", "section", "select", "small", "source", "span",
        "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "textarea",
        "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
    ]
}
