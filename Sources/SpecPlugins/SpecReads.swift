package import SpecModel

/// What a rule over all specs reads of each, beside what stands in the spec itself (title, status, metadata,
/// counts): only that is kept of a spec until all of them have been read.
public struct SpecReads: OptionSet, Sendable, Equatable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Links that lead to files.
    public static let fileLinks = SpecReads(rawValue: 32)
    public static let links: SpecReads = [SpecReads(rawValue: 1), .fileLinks]
    /// Headings, and what else links can lead to.
    public static let anchors = SpecReads(rawValue: 2)
    public static let sections = SpecReads(rawValue: 4)
    public static let placeholders = SpecReads(rawValue: 8)
    /// Items, the sections that they stand in, and which of them are the template's.
    public static let items: SpecReads = [
        SpecReads(rawValue: 16), .sections, .placeholders,
    ]
    /// Whatever a spec says.
    public static let all = SpecReads(rawValue: .max)

    /// As a plugin's record says them.
    static let named: [(name: String, reads: SpecReads)] = [
        ("anchors", .anchors), ("file_links", .fileLinks), ("items", .items), ("links", .links),
        ("placeholders", .placeholders), ("sections", .sections),
    ]
}

extension Spec {
    /// The spec without its blocks, and with no more than is read of it.
    package func kept(for reads: SpecReads) -> Spec {
        var spec = self
        spec.blocks = []
        if reads == .all { return spec }
        spec.match = nil
        if !reads.contains(.links) {
            spec.links = reads.contains(.fileLinks) ? links.filter { $0.file != nil } : []
        }
        if !reads.contains(.anchors) { spec.headings = Headings() }
        if !reads.contains(.sections) { spec.sections = [] }
        if !reads.contains(.placeholders) { spec.placeholders = [] }
        if !reads.contains(.items) { spec.items = [] }
        return spec
    }
}
