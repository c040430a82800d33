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

    /// What links can lead to: each heading, and tags with an `id` or a `name`.
    func anchors(in source: SourceText) -> [Anchor] {
        var slugs = Slugs()
        var anchors: [Anchor] = []
        for node in nodes where node.kind == .heading {
            anchors.append(
                Anchor(name: slugs.next(for: plain[node.text.plain]), range: node.range))
        }
        if !isInOrder { anchors.sort { $0.range.start < $1.range.start } }
        TagScan.anchors(in: source) { anchors.append($0) }
        return anchors
    }
}
