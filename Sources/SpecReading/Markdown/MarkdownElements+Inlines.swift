internal import SpecModel

/// Inlines of a leaf: its spans as elements around its text. cmark's spans lie inside one another;
/// struck text is found by bytes and may lie across them, and is then more than one element.
extension MarkdownElements {
    /// An element whose end has not been reached, and where that is.
    private struct Open {
        var element: MarkdownElement
        var end: Int
        var sourceEnd: Int
    }

    private struct Walk {
        var open: [Open]
        /// How much of the text is in elements.
        var place: Int

        var isInCode: Bool { open.last?.element.kind == .codeSpan }

        var isInLink: Bool {
            open.contains { $0.element.kind == .link || $0.element.kind == .image }
        }

        mutating func add(_ element: MarkdownElement) {
            open[open.count - 1].element.children.append(element)
        }
    }

    /// Where an element begins.
    private struct Start {
        var element: MarkdownElement
        var plain: Range<Int>
        var source: SourceRange
    }

    mutating func inlines(of text: InlineText) throws(MarkdownRefusal) -> [MarkdownElement] {
        let leaf = Open(
            element: MarkdownElement(.paragraph), end: text.plain.upperBound, sourceEnd: .max)
        var walk = Walk(open: [leaf], place: text.plain.lowerBound)
        for start in starts(in: text) {
            try advance(&walk, to: start.plain.lowerBound, before: start.source.start)
            guard walk.open.count < Self.deepest else {
                throw MarkdownRefusal("with more than \(Self.deepest) inlines in one another")
            }
            try note(1)
            walk.open.append(
                Open(
                    element: start.element, end: start.plain.upperBound,
                    sourceEnd: start.source.end))
        }
        try advance(&walk, to: text.plain.upperBound, before: .max)
        while walk.open.count > 1 { try end(walk.open.count - 1, &walk) }
        return walk.open[0].element.children
    }

    private func starts(in text: InlineText) -> [Start] {
        var starts = tree.spans[text.spans].map { span in
            var element = MarkdownElement(span.kind.element)
            if span.url >= 0 { element.url = tree.urls[span.url] }
            return Start(element: element, plain: span.plain, source: span.range)
        }
        if !labels.isEmpty { starts += references(in: text) }
        starts.sort { one, other in
            if one.plain.lowerBound != other.plain.lowerBound {
                return one.plain.lowerBound < other.plain.lowerBound
            }
            if one.source.start != other.source.start {
                return one.source.start < other.source.start
            }
            return one.plain.upperBound > other.plain.upperBound
        }
        return starts
    }

    /// References to footnotes say nothing: they stand where a leaf's source has bytes that none of
    /// its text comes from.
    private func references(in text: InlineText) -> [Start] {
        var found: [Start] = []
        var from = text.range.start
        func look(upTo end: Int, _ plain: Int) {
            var place = from
            while place + 3 < end {
                if let label = source.footnoteLabel(at: place),
                    labels.contains(label.lowercased())
                {
                    let behind = place + label.utf8.count + 3
                    found.append(
                        Start(
                            element: MarkdownElement(.footnoteReference, text: label),
                            plain: plain..<plain, source: SourceRange(place, behind)))
                    place = behind
                } else {
                    place += 1
                }
            }
        }
        for segment in tree.segments[text.segments] {
            look(upTo: segment.source, segment.plain)
            from = max(from, segment.source + segment.sourceCount)
        }
        look(upTo: text.range.end, text.plain.upperBound)
        return found
    }

    /// Adds the text up to a place, and ends what ends there; of what ends at the place itself that
    /// which does in front of a byte of the source.
    private mutating func advance(
        _ walk: inout Walk, to place: Int, before source: Int
    ) throws(MarkdownRefusal) {
        while true {
            var next: Int?
            for index in walk.open.indices.dropFirst().reversed() {
                let one = walk.open[index]
                guard one.end < place || (one.end == place && one.sourceEnd <= source) else {
                    continue
                }
                if next.map({ one.end < walk.open[$0].end }) ?? true { next = index }
            }
            guard let next else { break }
            try addText(&walk, upTo: walk.open[next].end)
            try end(next, &walk)
        }
        try addText(&walk, upTo: place)
    }

    /// Ends an element; those inside of it that go on begin again.
    private mutating func end(_ index: Int, _ walk: inout Walk) throws(MarkdownRefusal) {
        var again: [Open] = []
        while walk.open.count > index {
            var ended = walk.open.removeLast()
            if walk.open.count > index, ended.end > walk.place {
                var rest = ended
                rest.element.children = []
                rest.element.text = ""
                again.append(rest)
            }
            if ended.element.kind == .image {
                ended.element.text = ended.element.children.map(\.words).joined()
                ended.element.children = []
            }
            walk.add(ended.element)
        }
        try note(again.count)
        walk.open += again.reversed()
    }

    private mutating func addText(_ walk: inout Walk, upTo end: Int) throws(MarkdownRefusal) {
        guard walk.place < end else { return }
        let range = walk.place..<end
        walk.place = end
        if walk.isInCode {
            walk.open[walk.open.count - 1].element.text += tree.string(range)
            return
        }
        var start = range.lowerBound
        for place in range {
            let byte = tree.plain[place]
            guard byte == 0x0A || byte == MarkdownTree.hardBreak else { continue }
            try addWords(start..<place, &walk)
            try note(1)
            walk.add(MarkdownElement(byte == 0x0A ? .softBreak : .hardBreak))
            start = place + 1
        }
        try addWords(start..<range.upperBound, &walk)
    }

    /// Text without line breaks. An address is a link to itself.
    private mutating func addWords(
        _ range: Range<Int>, _ walk: inout Walk
    ) throws(MarkdownRefusal) {
        var rest = range
        while !walk.isInLink, let url = tree.bareURL(in: rest) {
            try addPlain(rest.lowerBound..<url.lowerBound, &walk)
            try note(2)
            let address = tree.string(url)
            var link = MarkdownElement(
                .link, children: [MarkdownElement(.text, text: address)])
            link.url = address
            walk.add(link)
            rest = url.upperBound..<rest.upperBound
        }
        try addPlain(rest, &walk)
    }

    private mutating func addPlain(
        _ range: Range<Int>, _ walk: inout Walk
    ) throws(MarkdownRefusal) {
        guard !range.isEmpty else { return }
        try note(1)
        walk.add(MarkdownElement(.text, text: tree.string(range)))
    }
}

extension TextSpan.Kind {
    fileprivate var element: MarkdownElement.Kind {
        switch self {
        case .strong: .strong
        case .emphasis: .emphasis
        case .code: .codeSpan
        case .strike: .strike
        case .link: .link
        case .image: .image
        }
    }
}

extension MarkdownElement {
    /// What it says without its markup.
    fileprivate var words: String {
        switch kind {
        case .softBreak, .hardBreak: " "
        default: children.isEmpty ? text : children.map(\.words).joined()
        }
    }
}
