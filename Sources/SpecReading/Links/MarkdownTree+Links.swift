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

    /// What links can lead to.
    func anchors(in source: SourceText) -> Anchors {
        var anchors = Anchors()
        anchors.names.reserveCapacity(24 * headings.count)
        anchors.ranges.reserveCapacity(headings.count)
        var slugs = Slugs(count: headings.count)
        for index in headingsInOrder {
            slugs.append(plain[nodes[index].text.plain], to: &anchors.names)
            anchors.ranges.append(nodes[index].range)
        }
        TagScan.forEach(in: source) { name, range in
            anchors.names.append(contentsOf: name)
            anchors.names.append(0)
            anchors.ranges.append(range)
        }
        return anchors
    }

    private var headingsInOrder: [Int] {
        isInOrder
            ? headings : headings.sorted { nodes[$0].range.start < nodes[$1].range.start }
    }
}
