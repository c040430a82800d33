internal import CMarkGFM
internal import CMarkParsing
internal import SpecModel

/// The one file that knows cmark-gfm: a parsed document as nodes that Swift code can walk.
///
/// Of cmark's extensions only that for task lists is attached. In 0.29.0.gfm.6 every parse with the
/// autolink or strikethrough extension changes a table that the whole process shares, so that
/// parses on several threads lose nodes; both are found by bytes instead (`InlineText`).
@safe struct CMarkTree: ~Copyable {
    private let document: OpaquePointer

    /// Parses a text without byte order mark, front matter and NUL bytes; nil where cmark has no
    /// memory or no extensions. One tree a thread at a time: its nodes live in the thread's arena.
    @unsafe init?(_ text: UnsafeBufferPointer<UInt8>, hasFootnotes: Bool) {
        guard
            let document = unsafe text.withMemoryRebound(
                to: CChar.self,
                { unsafe cmark_parsing_begin($0.baseAddress, $0.count, hasFootnotes) })
        else { return nil }
        unsafe self.document = document
    }

    deinit {
        cmark_parsing_end()
    }

    /// Borrowed: valid while the tree lives.
    var root: CMarkNode { unsafe CMarkNode(node: document) }

    /// What a character reference (`&eacute;`) stands for; nil where it is none. Not while another
    /// tree of the thread lives.
    static func decoded(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
        unsafe reference.withUnsafeBufferPointer { bytes in
            guard let tree = unsafe CMarkTree(bytes, hasFootnotes: false),
                let text = tree.root.firstChild?.firstChild?.literal, !text.elementsEqual(reference)
            else { return nil }
            return Array(text)
        }
    }
}

/// A node of a `CMarkTree`, valid while the tree lives.
@safe struct CMarkNode {
    enum Kind {
        case document, paragraph, heading, quote, list, item, code, html, rule
        case table, row, cell, footnote
        case text, softBreak, hardBreak, codeSpan, inlineHTML, emphasis, strong, link, image
        case footnoteReference, other
    }

    fileprivate let node: OpaquePointer

    var kind: Kind {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .hardBreak
        case CMARK_NODE_CODE: .codeSpan
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
        default: extensionKind
        }
    }

    // The numbers of extension nodes are given out at registration; the names are stable.
    private var extensionKind: Kind {
        let name = unsafe BorrowedBytes(cmark_node_get_type_string(node))
        if name.says("table_cell") { return .cell }
        if name.says("table_row") { return .row }
        return name.says("table") ? .table : .other
    }

    var firstChild: CMarkNode? {
        unsafe cmark_node_first_child(node).map { unsafe CMarkNode(node: $0) }
    }

    var next: CMarkNode? {
        unsafe cmark_node_next(node).map { unsafe CMarkNode(node: $0) }
    }

    /// Counted from 1; 0 where cmark lost it (a paragraph in front of a table).
    var startLine: Int { Int(unsafe cmark_node_get_start_line(node)) }
    var startColumn: Int { Int(unsafe cmark_node_get_start_column(node)) }
    var endLine: Int { Int(unsafe cmark_node_get_end_line(node)) }

    var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(node)) }
    /// Of a table.
    var columnCount: Int { unsafe Int(bitPattern: cmark_node_get_user_data(node)) }
    /// Of a cell, counted from 0. Only cells with markup are nodes.
    var cellNumber: Int { unsafe Int(bitPattern: cmark_node_get_user_data(node)) }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }

    /// Has a list item a box?
    var isTask: Bool {
        unsafe BorrowedBytes(cmark_node_get_type_string(node)).says("tasklist")
    }

    var isFenced: Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return unsafe cmark_node_get_fenced(node, &length, &offset, &character) != 0
    }

    /// The info string of a fence.
    var info: String {
        unsafe cmark_node_get_fence_info(node).map { unsafe String(cString: $0) } ?? ""
    }

    /// The destination of a link or an image.
    var url: String {
        unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
    }

    /// The text of a text, code or HTML node: NUL-free bytes, borrowed.
    var literal: BorrowedBytes {
        unsafe BorrowedBytes(cmark_node_get_literal(node))
    }

    /// Is a leaf one line without markup, which has no inlines?
    var isPlain: Bool { unsafe cmark_parsing_is_plain(node) }

    /// The raw text of a paragraph, heading or cell that its inlines were parsed from: lines without
    /// their container's markers and without link reference definitions; borrowed.
    var content: BorrowedBytes {
        unsafe BorrowedBytes(cmark_node_get_string_content(node))
    }
}

/// A C string of a node, valid while its tree lives; checked access.
@safe struct BorrowedBytes: RandomAccessCollection {
    private let buffer: UnsafeBufferPointer<UInt8>

    private init(buffer: UnsafeBufferPointer<UInt8>) {
        unsafe self.buffer = buffer
    }

    @unsafe fileprivate init(_ text: UnsafePointer<CChar>?) {
        guard let text = unsafe text else {
            unsafe buffer = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        unsafe buffer = UnsafeRawBufferPointer(start: text, count: cmark_text_count(text))
            .assumingMemoryBound(to: UInt8.self)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { unsafe buffer.count }

    subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < endIndex)
        return unsafe buffer[index]
    }

    var lineFeeds: Int { unsafe buffer.span.count(of: 0x0A) }

    /// Without the white space at its end.
    var trimmed: BorrowedBytes {
        var end = endIndex
        while end > 0, self[end - 1] == 0x0A || self[end - 1].isSpace { end -= 1 }
        return unsafe BorrowedBytes(buffer: UnsafeBufferPointer(rebasing: buffer[..<end]))
    }

    /// The length of the text without white space at its end; nil where it is empty or has line
    /// breaks within.
    var countOfOnlyLine: Int? {
        let span = unsafe buffer.span
        var end = span.count
        while end > 0, span[end - 1] == 0x0A || span[end - 1].isSpace { end -= 1 }
        return end == 0 || span.first(0x0A, in: 0..<end) != nil ? nil : end
    }

    func says(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in 0..<count where unsafe buffer[index] != text.utf8Start[index] { return false }
        return true
    }

    /// Is it, without the white space at its end, the bytes of a source's range?
    func says(_ range: SourceRange, of source: Span<UInt8>) -> Bool {
        let text = trimmed
        guard text.count == range.count, text.count > 0 else { return text.count == range.count }
        return unsafe source.extracting(range.start..<range.end).withUnsafeBufferPointer {
            unsafe cmark_text_equals(text.buffer.baseAddress, $0.baseAddress, $0.count)
        }
    }

    /// How many bytes from an index on are the bytes of a source from the start of a range on, up to
    /// one of its bytes that ends them.
    @inline(__always)
    func matchCount(
        from index: Int, _ source: Span<UInt8>, _ range: SourceRange, upTo ends: (UInt8, UInt8)
    ) -> Int {
        let text = unsafe buffer.span
        let start = range.start
        let most = Swift.min(count - index, range.count)
        var matched = 0
        while matched &+ 8 <= most {
            let eight = source.eight(at: start + matched)
            let marks = eight.marks(of: ends.0) | eight.marks(of: ends.1)
            guard marks | (eight.bits ^ text.eight(at: index + matched).bits) == 0 else { break }
            matched &+= 8
        }
        while matched < most {
            let byte = source[start + matched]
            guard byte == text[index + matched], byte != ends.0, byte != ends.1 else { break }
            matched += 1
        }
        return matched
    }
}
