/// What makes one text of another, line by line.
package enum LineEdits {
    /// Of more lines no least difference is looked for, which would take quadratic time.
    private static let most = 4_000

    /// Edits of whole lines, in order; few of them, not always the fewest bytes.
    package static func edits(from old: SourceText, to new: [UInt8]) -> [Edit] {
        let olds = lines(old.bytes)
        let news = lines(new)
        if olds.count > most || news.count > most {
            return [edit(old.path, 0..<old.bytes.count, new[...])]
        }
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in news.difference(from: olds) {
            switch change {
            case .remove(let place, _, _): removed.insert(place)
            case .insert(let place, _, _): added.insert(place)
            }
        }
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        while i < olds.count || j < news.count {
            let (first, start) = (i, j)
            while removed.contains(i) { i += 1 }
            while added.contains(j) { j += 1 }
            if i == first, j == start {
                (i, j) = (i + 1, j + 1)
                continue
            }
            let from = first < olds.count ? olds[first].startIndex : old.bytes.count
            let to = i < olds.count ? olds[i].startIndex : old.bytes.count
            edits.append(edit(old.path, from..<to, news[start..<j].joined()))
        }
        return edits
    }

    private static func edit(
        _ path: String, _ range: Range<Int>, _ bytes: some Sequence<UInt8>
    ) -> Edit {
        Edit(
            path: path, range: SourceRange(range.lowerBound, range.upperBound),
            replacement: String(decoding: Array(bytes), as: UTF8.self))
    }

    /// Each with its line feed.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
            lines.append(rest[..<end])
            rest = rest[end...]
        }
        return lines
    }
}
