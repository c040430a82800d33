internal import SpecModel

/// What links can lead to in a document: headings in document order, then tags with an `id` or a
/// `name`. Made where a rule may ask for them, not wherever a document is read.
struct Anchors {
    /// What GitHub makes of each heading, and what the tags say: UTF-8, a zero byte behind each name.
    private(set) var names: [UInt8] = []
    /// The heading, or the tag, of each name.
    private(set) var ranges: [SourceRange]

    init(of spec: Spec) {
        ranges = spec.headings.ranges
        names.reserveCapacity(spec.headings.texts.count)
        var slugs = Slugs(count: ranges.count)
        for text in spec.headings.texts.dropLast()
            .split(separator: 0, omittingEmptySubsequences: false) where !ranges.isEmpty
        {
            slugs.append(text, to: &names)
        }
        TagScan.forEach(in: spec.source.bytes) { name, range in
            names.append(contentsOf: name)
            names.append(0)
            ranges.append(range)
        }
    }
}
