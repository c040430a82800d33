import CMarkGFM
import CMarkParsing
import TestSupport
import Testing

/// Our table extension opens, continues and ends tables where cmark's own does, and all other blocks
/// stay where they are.
@Suite struct TableParsingTests {
    private static let lines = [
        "| a | b |", "|---|---|", "a | b", "--- | ---", "|", "||", "| |", ":-:|-", "|:-:|", "|-|",
        "| a", "a |", "a", ":-", "-", "---", "===", "", "", "text", "# h", "```", "<div>", "* * *",
        "| a \\| b |", "\\| a | b |", "| `x|y` | z |", "| a | b | c |", "|---|---|---|",
        "[x]: /y", "| a \\\\| b |", "|  |  |", "| a |\t", "|- -|", "|--|:--:|", "\u{A0}| a |",
        "| **b** | <br> |",
    ]
    private static let containers = ["- x", "1. | n |", "> | q |", "[^1]: | f |"]
    private static let indented = ["    | i | i |", "\t| t |"]

    @Test(arguments: 1...10)
    func indentedLines(_ seed: UInt64) {
        checkDocuments(seed, Self.lines + Self.indented, after: ["", "", "", "  ", "   "])
    }

    /// Without indentation: of a lazy line cmark's own extension takes it as a cell.
    @Test(arguments: 1...10)
    func linesInContainers(_ seed: UInt64) {
        checkDocuments(seed, Self.lines + Self.containers, after: ["", "> ", "- "])
    }

    private func checkDocuments(_ seed: UInt64, _ lines: [String], after prefixes: [String]) {
        var random = SplitMix(state: seed)
        func any(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }
        for _ in 0..<1000 {
            let count = 2 + random.next() % 9
            check((0..<count).map { _ in any(prefixes) + any(lines) + "\n" }.joined())
        }
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: Example.files)
    func examples(_ file: String) throws {
        for example in try Example.all(in: file) { check(example) }
    }

    private func check(_ text: String) {
        // The first parse of ours makes cmark's extensions.
        let found = outlineOfOurs(text)
        #expect(found == outlineOfCMark(text), "\(text.debugDescription)")
    }

    private func outlineOfOurs(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                let document = unsafe cmark_parsing_begin(bytes.baseAddress, bytes.count, true)
                defer { cmark_parsing_end() }
                return unsafe outline(document) {
                    unsafe Int(bitPattern: cmark_node_get_user_data($0))
                }
            }
        }
    }

    private func outlineOfCMark(_ text: String) -> [String] {
        let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES)
        defer { unsafe cmark_parser_free(parser) }
        for name in ["table", "tasklist"] {
            unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        unsafe cmark_parser_feed(parser, text, text.utf8.count)
        let document = unsafe cmark_parser_finish(parser)
        defer { unsafe cmark_node_free(document) }
        return unsafe outline(document) { unsafe Int(cmark_gfm_extensions_get_table_columns($0)) }
    }

    /// The blocks of a document in order: kind, depth, first line (not of a table's header, which
    /// nobody reads), and columns of a table.
    private func outline(
        _ node: OpaquePointer?, depth: Int = 0, columns: (OpaquePointer) -> Int
    ) -> [String] {
        guard let node = unsafe node else { return [] }
        var kind = unsafe String(cString: cmark_node_get_type_string(node))
        if kind == "table_header" { kind = "table_row" }
        let isHeader = unsafe kind == "table_row" && cmark_node_previous(node) == nil
        let line = isHeader ? 0 : unsafe cmark_node_get_start_line(node)
        var lines = ["\(kind) \(depth) \(line)"]
        if kind == "table" { unsafe lines[0] += " \(columns(node))" }
        if ["paragraph", "heading", "table_row"].contains(kind) { return lines }
        var child = unsafe cmark_node_first_child(node)
        while let block = unsafe child {
            unsafe lines += outline(block, depth: depth + 1, columns: columns)
            unsafe child = cmark_node_next(block)
        }
        return lines
    }
}
