internal import SpecModel
internal import SpecPlugins

/// Documents that are changed pass after pass, until nothing asks for another change.
///
/// One that becomes what it was before would never come to rest, and neither, for all that can be
/// known, would one that is still changing after ten passes. Such a document stays what it was in
/// the beginning, and who changed it has failed.
struct Convergence {
    /// After so many, nothing more is changed.
    static let mostPasses = 10

    /// Who changes documents.
    enum Authors { case fixes, transforms }

    /// A text that a document had, and who made it of the one before.
    private struct Step {
        var bytes: [UInt8]
        var authors: [String] = []
    }

    private let kind: Authors
    let paths: [String]
    private(set) var revisions: [Revision]
    /// By document that was changed, in their order.
    private var steps: [Int: [Step]] = [:]
    /// By document that stays as it was.
    private var failed: [Int: PluginFailure] = [:]

    init(_ documents: [(path: String, bytes: [UInt8])], by kind: Authors) {
        self.kind = kind
        paths = documents.map(\.path)
        revisions = documents.map { Revision($0.bytes) }
    }

    /// May a document be changed?
    func isOpen(_ document: Int) -> Bool { failed[document] == nil }

    /// Of those who changed documents that stay as they were, in the order of these.
    var failures: [PluginFailure] { failed.sorted { $0.key < $1.key }.map(\.value) }

    /// Makes changes of what the documents are; some of these are then other than they were.
    mutating func make(_ changes: ChangesAtOnce) {
        var authors: [Int: [String]] = [:]
        for change in changes.changes {
            authors[change.document, default: []].append(change.author)
        }
        for (document, edits) in changes.edits.sorted(by: { $0.key < $1.key }) {
            make(edits, in: document, authors[document] ?? [])
        }
    }

    private mutating func make(_ edits: [Edit], in document: Int, _ authors: [String]) {
        let known = steps[document] ?? [Step(bytes: revisions[document].bytes)]
        guard revisions[document].apply(edits) else {
            return end(document, authors) { _ in "asks for edits that are not in the spec" }
        }
        let bytes = revisions[document].bytes
        steps[document] = known + [Step(bytes: bytes, authors: authors)]
        guard let first = known.firstIndex(where: { $0.bytes == bytes }) else { return }
        end(document, known[(first + 1)...].flatMap(\.authors) + authors) {
            $0 == 1 ? "undoes what it did" : "undo each other"
        }
    }

    /// After the last pass, there are changes that would be made in another one.
    mutating func endUnsettled(_ changes: ChangesAtOnce) {
        for (document, changes) in Dictionary(grouping: changes.changes, by: \.document) {
            end(document, changes.map(\.author)) {
                "\($0 == 1 ? "asks" : "ask") for more after \(Self.mostPasses) passes"
            }
        }
    }

    /// A document was changed into something that cannot be read.
    mutating func endUnreadable(_ document: Int) {
        end(document, (steps[document] ?? []).flatMap(\.authors)) {
            "\($0 == 1 ? "leaves" : "leave") a spec that cannot be read"
        }
    }

    /// - Parameter what: what so many of them did.
    private mutating func end(_ document: Int, _ authors: [String], _ what: (Int) -> String) {
        var names: [String] = []
        for author in authors where !names.contains(author) { names.append(author) }
        guard let first = names.first else { return }
        var subject = kind == .fixes ? "the fix of " : "the transform "
        if names.count > 1 {
            subject = kind == .fixes ? "the fixes of " : "the transforms "
        }
        let list =
            names.count == 1
            ? first : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        let advice = "; leave \(names.count == 1 ? "it" : "one of them") out with --ignore"
        revisions[document] = Revision(revisions[document].original)
        failed[document] = PluginFailure(
            plugin: String(first.prefix { $0 != "/" }), kind: .runtime,
            message: "\(subject)\(list) \(what(names.count)); the spec stays as it is"
                + (kind == .fixes ? advice : ""),
            rule: first, spec: paths[document])
    }
}
