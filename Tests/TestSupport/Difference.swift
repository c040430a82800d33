/// The difference of two texts, shown as `diff -u` shows it.
public enum Difference {
    /// The hunks, two lines around each; empty where the texts are equal. Lines keep what is
    /// invisible visible: a carriage return and a missing newline at the end are written out.
    public static func unified(from old: [UInt8], to new: [UInt8]) -> String {
        let changes = changes(lines(old), lines(new))
        var text = ""
        var shownUpTo = 0
        for (index, change) in changes.enumerated() where change.sign != " " {
            let start = max(shownUpTo, index - context)
            if start > shownUpTo || text.isEmpty {
                text += "@@ line \(changes[start].line) @@\n"
            }
            let end = min(changes.count, index + context + 1)
            for shown in changes[start..<end] { text += "\(shown.sign)\(shown.text)\n" }
            shownUpTo = end
        }
        return text
    }

    private static let context = 2

    private struct Change {
        var sign: Character
        var text: String
        /// The line of the old text, 1-based.
        var line: Int
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        guard !bytes.isEmpty else { return [] }
        let newline = UInt8(ascii: "\n")
        var lines = bytes.split(separator: newline, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self).replacing("\r", with: "␍")
        }
        if lines.last == "" {
            lines.removeLast()
        } else {
            lines[lines.count - 1] += " (no newline at the end)"
        }
        return lines
    }

    private static func changes(_ old: [String], _ new: [String]) -> [Change] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var changes: [Change] = []
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            if removed.contains(from) {
                changes.append(Change(sign: "-", text: old[from], line: from + 1))
                from += 1
            } else if inserted.contains(to) {
                changes.append(Change(sign: "+", text: new[to], line: from + 1))
                to += 1
            } else {
                changes.append(Change(sign: " ", text: old[from], line: from + 1))
                from += 1
                to += 1
            }
        }
        return changes
    }
}
