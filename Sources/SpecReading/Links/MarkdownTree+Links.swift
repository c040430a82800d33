internal import SpecModel

extension MarkdownTree {
    /// Links and images, in document order.
    func links(in source: SourceText) -> [Link] {
        if urls.isEmpty { return [] }
        var links: [Link] = []
        links.reserveCapacity(urls.count)
        for span in spans where span.url >= 0 {
            links.append(
                Link(
                    style: style(of: span, in: source), text: string(trimmed(span.plain)),
                    target: urls[span.url], range: span.range))
        }
        if !isInOrder { links.sort { $0.range.start < $1.range.start } }
        return links
    }

    /// Told by the bytes that it begins and ends with.
    private func style(of span: TextSpan, in source: SourceText) -> Link.Style {
        guard !span.range.isEmpty else { return .inline }
        if span.kind == .image { return .image }
        if source.bytes[span.range.start] == UInt8(ascii: "<") { return .autolink }
        return source.bytes[span.range.end - 1] == UInt8(ascii: ")") ? .inline : .reference
    }

    func headingTexts() -> Headings {
        var result = Headings()
        result.texts.reserveCapacity(32 * headings.count)
        result.ranges.reserveCapacity(headings.count)
        for index in headingsInOrder {
            result.texts.append(contentsOf: plain[nodes[index].text.plain])
            result.texts.append(0)
            result.ranges.append(nodes[index].range)
        }
        return result
    }

    private var headingsInOrder: [Int] {
        isInOrder
            ? headings : headings.sorted { nodes[$0].range.start < nodes[$1].range.start }
    }
}
