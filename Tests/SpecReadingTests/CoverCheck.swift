import SpecModel
import SpecReading

/// Blocks and sections cover the document: siblings share no byte, none leaves its parent, and what
/// stands between them says nothing.
struct CoverCheck {
    private(set) var wrong: [String] = []
    private let source: SourceText

    init(_ spec: Spec) {
        source = spec.source
        check(spec.blocks.map { Node(name: "\($0.kind)", range: $0.range, parent: $0.parent) })
        check(spec.sections.map { Node(name: $0.title, range: $0.range, parent: $0.parent) })
        if spec.findings.isEmpty, !definesFootnoteTwice { checkGaps(spec.blocks) }
        checkSections(of: spec)
    }

    private struct Node {
        var name: String
        var range: SourceRange
        var parent: Int?
    }

    private mutating func check(_ nodes: [Node]) {
        var ends: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() {
            let parent = node.parent ?? -1
            if node.range.start < ends[parent] ?? 0 {
                wrong.append("\(node.name) at \(node.range) overlaps the one before it")
            }
            if let around = node.parent, !nodes[around].range.contains(node.range) {
                wrong.append("\(node.name) at \(node.range) leaves \(nodes[around].range)")
            }
            ends[parent] = node.range.end
            ends[index] = node.range.start
        }
    }

    /// In front of, between and behind the blocks of the document, a quote and a list stand marks,
    /// white space and definitions of links, which all say nothing.
    private mutating func checkGaps(_ blocks: [Block]) {
        let lasts = endsOfText(blocks)
        var ends: [Int: Int] = [:]
        for (index, block) in blocks.enumerated() {
            let parent = block.parent ?? -1
            if parent < 0 || [.quote, .list].contains(blocks[parent].kind) {
                let start = parent < 0 ? bodyStart : blocks[parent].range.start
                checkGap(ends[parent] ?? start, block.range.start)
            }
            ends[parent] = lasts[index]
        }
        checkGap(ends[-1] ?? bodyStart, source.bytes.count)
    }

    /// Where the last block ends that says something: a list or a quote may end with definitions,
    /// which are read with what follows them.
    private func endsOfText(_ blocks: [Block]) -> [Int] {
        var ends = blocks.map {
            Self.containers.contains($0.kind) ? $0.range.start : $0.range.end
        }
        for (index, block) in blocks.enumerated().reversed() {
            if let parent = block.parent { ends[parent] = max(ends[parent], ends[index]) }
        }
        return ends
    }

    /// The second definition of a footnote is none, and is not read.
    private var definesFootnoteTwice: Bool {
        let text = String(decoding: source.bytes, as: UTF8.self)
        var labels: Set<Substring> = []
        return text.matches(of: /\[\^[^\]\n]+\]:/).contains { !labels.insert($0.0).inserted }
    }

    /// Behind byte order marks; front matter is no block.
    private var bodyStart: Int {
        var mark = 0
        while source.bytes[mark...].starts(with: [0xEF, 0xBB, 0xBF]) { mark += 3 }
        guard source.bytes[mark...].starts(with: "---".utf8) else { return mark }
        let end = source.lineStarts.indices.dropFirst().first {
            ["---", "..."].contains(source.text(source.lineRange($0)))
        }
        return end.map { source.lineRange($0).end } ?? mark
    }

    private static let containers: Set<Block.Kind> = [.quote, .list, .listItem, .footnote]

    private mutating func checkGap(_ start: Int, _ end: Int) {
        guard start < end else { return }
        let gap = source.bytes[start..<end]
        guard gap.contains(where: { $0 > 0x20 }) else { return }
        let text = plainText(of: Array(unquoted([0x0A] + gap).utf8))
        if !text.isEmpty { wrong.append("\(text.debugDescription) is in no block") }
    }

    /// Each heading begins a section, and a section ends where nothing but the next one follows.
    private mutating func checkSections(of spec: Spec) {
        let tops = spec.sections.filter { $0.parent == nil }
        for (section, next) in zip(tops, tops.dropFirst()) {
            checkBlank(section.range.end, next.range.start)
        }
        if let last = tops.last { checkBlank(last.range.end, source.bytes.count) }
    }

    private mutating func checkBlank(_ start: Int, _ end: Int) {
        if start < end, source.bytes[start..<end].contains(where: { $0 > 0x20 }) {
            let text = source.text(SourceRange(start, end))
            wrong.append("\(text.debugDescription) is in no section")
        }
    }
}
