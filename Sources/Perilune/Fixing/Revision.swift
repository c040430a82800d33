package import SpecModel

/// A document on its way to a new text: every edit is of what it is by then, and what they come to
/// can be said of what it was.
package struct Revision: Sendable {
    /// A part of the text: bytes of the first text that are still there, or new ones.
    private enum Piece: Sendable {
        case kept(Range<Int>)
        case new([UInt8])

        var count: Int {
            switch self {
            case .kept(let range): range.count
            case .new(let bytes): bytes.count
            }
        }

        func part(_ part: Range<Int>) -> Piece {
            switch self {
            case .kept(let range):
                .kept(range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound)
            case .new(let bytes): .new(Array(bytes[part]))
            }
        }
    }

    /// What it was.
    package let original: [UInt8]
    /// What it is.
    package private(set) var bytes: [UInt8]
    private var pieces: [Piece]

    package init(_ bytes: [UInt8]) {
        original = bytes
        self.bytes = bytes
        pieces = bytes.isEmpty ? [] : [.kept(0..<bytes.count)]
    }

    /// Is it another text than it was?
    package var isChanged: Bool { bytes != original }

    /// Makes edits of what it is now: in document order, inside of it and apart.
    /// - Returns: false, and nothing is done, where they are not.
    package mutating func apply(_ edits: [Edit]) -> Bool {
        guard let result = SourceText(path: "", bytes: bytes).applying(edits) else { return false }
        var rest = PieceReader(pieces)
        var next: [Piece] = []
        var at = 0
        for edit in edits {
            next += rest.take(edit.range.start - at)
            _ = rest.take(edit.range.count)
            if !edit.replacement.isEmpty { next.append(.new(Array(edit.replacement.utf8))) }
            at = edit.range.end
        }
        pieces = next + rest.take(bytes.count - at)
        bytes = result
        return true
    }

    /// What makes what it is now of what it was.
    package func edits(of path: String) -> [Edit] {
        var edits: [Edit] = []
        var new: [UInt8] = []
        var at = 0
        func add(until end: Int) {
            guard at < end || !new.isEmpty else { return }
            edits.append(
                Edit(
                    path: path, range: SourceRange(at, end),
                    replacement: String(decoding: new, as: UTF8.self)))
            new = []
        }
        for piece in pieces {
            switch piece {
            case .kept(let range):
                add(until: range.lowerBound)
                at = range.upperBound
            case .new(let bytes): new += bytes
            }
        }
        add(until: original.count)
        return edits
    }

    private struct PieceReader {
        private let pieces: [Piece]
        private var next = 0
        /// Bytes of the next one that were taken.
        private var used = 0

        init(_ pieces: [Piece]) { self.pieces = pieces }

        /// The pieces of the next bytes.
        mutating func take(_ count: Int) -> [Piece] {
            var taken: [Piece] = []
            var left = count
            while left > 0, next < pieces.count {
                let piece = pieces[next]
                let end = min(piece.count, used + left)
                taken.append(piece.part(used..<end))
                left -= end - used
                (next, used) = end == piece.count ? (next + 1, 0) : (next, end)
            }
            return taken
        }
    }
}
