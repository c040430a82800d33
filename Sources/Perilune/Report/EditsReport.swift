internal import Printable
public import SpecModel

/// Edits as `diff -u` shows a change, so that `patch` and `git apply` understand it.
public enum EditsReport {
    /// Lines around a change.
    private static let context = 3

    /// The unified diff; empty where nothing changes, nil where the edits do not fit the text.
    public static func diff(_ source: SourceText, _ edits: [Edit]) -> [UInt8]? {
        guard let result = source.applying(edits) else { return nil }
        if result == source.bytes { return [] }
        let old = lines(source.bytes)
        let new = lines(result)
        // The edits say where to look; equal lines at both ends of a region are not part of it.
        var regions = regions(source, edits, old: old, new: new)
        regions.removeAll { old[$0.old].elementsEqual(new[$0.new]) }
        var diff = Array("--- \(source.path.printable)\n+++ \(source.path.printable)\n".utf8)
        var index = 0
        while index < regions.count {
            var last = index
            while last + 1 < regions.count,
                regions[last + 1].old.lowerBound - regions[last].old.upperBound <= 2 * context
            {
                last += 1
            }
            diff += hunk(Array(regions[index...last]), old, new)
            index = last + 1
        }
        return diff
    }

    /// A diff for a terminal: coloured, and with nothing that a terminal would act on.
    public static func display(_ diff: [UInt8], style: Style) -> String {
        let lines = String(decoding: diff, as: UTF8.self).printableLines.unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        return lines.map { line in
            switch line.utf8.first {
            case UInt8(ascii: "+"): style.added(line)
            case UInt8(ascii: "-"): style.removed(line)
            case UInt8(ascii: "@"): style.place(line)
            default: line
            }
        }.joined(separator: "\n")
    }

    /// A change on its own, for a terminal: what it is for, and its lines.
    public static func display(
        _ change: ProposedChange, in source: SourceText, style: Style
    ) -> String {
        let place = style.bold("\(change.path.printablePath):\(change.line)")
        let message = change.message.map { $0.printable + " " } ?? ""
        let diff = (diff(source, change.edits) ?? []).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Without the two lines that name the file.
        let hunks = Array(diff.dropFirst(2).joined(separator: [UInt8(ascii: "\n")]))
        return "\(place): \(message)" + style.dim("[\(change.author.printable)]") + "\n"
            + display(hunks, style: style)
    }

    private struct Region {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The lines that edits touch, in both texts.
    private static func regions(
        _ source: SourceText, _ edits: [Edit], old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>]
    ) -> [Region] {
        let oldLines = LineIndex(source.bytes)
        let newLines = LineIndex(source.applying(edits) ?? [])
        var regions: [Region] = []
        var shift = 0
        for edit in edits {
            let size = edit.replacement.utf8.count
            let start = edit.range.start + shift
            shift += size - edit.range.count
            var region = Region(
                old: oldLines.lines(edit.range.start, edit.range.end, of: old.count),
                new: newLines.lines(start, start + size, of: new.count))
            // Regions that share a line of either text are one.
            if let last = regions.last,
                last.old.upperBound > region.old.lowerBound
                    || last.new.upperBound > region.new.lowerBound
            {
                region.old = last.old.lowerBound..<max(last.old.upperBound, region.old.upperBound)
                region.new = last.new.lowerBound..<max(last.new.upperBound, region.new.upperBound)
                regions.removeLast()
            }
            regions.append(region)
        }
        return regions.map { trimmed($0, old, new) }
    }

    private static func trimmed(
        _ region: Region, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
    ) -> Region {
        var region = region
        while let first = region.old.first, let other = region.new.first, old[first] == new[other] {
            region.old = region.old.dropFirst()
            region.new = region.new.dropFirst()
        }
        while let last = region.old.last, let other = region.new.last, old[last] == new[other] {
            region.old = region.old.dropLast()
            region.new = region.new.dropLast()
        }
        return region
    }

    private static func hunk(
        _ regions: [Region], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
    ) -> [UInt8] {
        guard let first = regions.first, let last = regions.last else { return [] }
        let before = min(context, first.old.lowerBound)
        let after = min(context, old.count - last.old.upperBound)
        let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
        let newRange = first.new.lowerBound - before..<last.new.upperBound + after
        var hunk = Array("@@ -\(place(oldRange)) +\(place(newRange)) @@\n".utf8)
        var at = oldRange.lowerBound
        for region in regions {
            for line in old[at..<region.old.lowerBound] { hunk += shown(" ", line) }
            for line in old[region.old] { hunk += shown("-", line) }
            for line in new[region.new] { hunk += shown("+", line) }
            at = region.old.upperBound
        }
        for line in old[at..<oldRange.upperBound] { hunk += shown(" ", line) }
        return hunk
    }

    /// `41,7`, counted from 1; an empty range names the line before it.
    private static func place(_ range: Range<Int>) -> String {
        if range.isEmpty { return "\(range.lowerBound),0" }
        return range.count == 1
            ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
    }

    private static func shown(_ sign: Character, _ line: ArraySlice<UInt8>) -> [UInt8] {
        var shown = Array(String(sign).utf8) + line
        if line.last != UInt8(ascii: "\n") { shown += "\n\\ No newline at end of file\n".utf8 }
        return shown
    }

    /// Lines with their ends. As in `diff`, only a line feed ends a line.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}

/// Which line an offset is in.
private struct LineIndex {
    private var starts = [0]

    init(_ bytes: [UInt8]) {
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(index + 1)
        }
    }

    /// The lines that the bytes from `start` to `end` are in, of `count` lines.
    func lines(_ start: Int, _ end: Int, of count: Int) -> Range<Int> {
        let first = min(line(start), count)
        return first..<max(first, min(line(end) + 1, count))
    }

    private func line(_ offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
