/// The fingerprint by which GitHub's code scanning knows a line again, `primaryLocationLineHash`: a
/// hash of the hundred UTF-16 units from the begin of the line on, blanks left out, and how many
/// lines up to this one have the same.
///
/// Source: `fingerprints.ts` of github/codeql-action.
package enum LineHash {
    private static let window = 100
    private static let factor: UInt64 = 37
    /// What a unit counts for when it leaves the window.
    private static let leaving: UInt64 = (0..<window).reduce(1) { power, _ in power &* factor }
    /// Stands behind the last unit; zeros follow it.
    private static let end: UInt16 = 0xFFFF

    /// The fingerprints of all lines; lines end as `SourceText` ends them. Linear in the text.
    package static func ofLines(in text: String) -> [String] {
        // The units that count, each CR LF and CR as a line feed.
        var units: [UInt16] = []
        units.reserveCapacity(text.utf8.count + window + 1)
        var starts = [0]
        var isAfterCR = false
        for unit in text.utf16 {
            let follows = isAfterCR
            isAfterCR = unit == 0x0D
            switch unit {
            case 0x20, 0x09: continue
            case 0x0A where follows: continue
            case 0x0A, 0x0D:
                units.append(0x0A)
                starts.append(units.count)
            default: units.append(unit)
            }
        }
        units.append(end)
        units.append(contentsOf: repeatElement(0, count: window))

        var counts: [UInt64: Int] = [:]
        var hash: UInt64 = 0
        var next = 0
        return starts.map { start in
            // A window that begins behind this line's is not hashed anew.
            while next < start + window {
                hash = factor &* hash &+ UInt64(units[next])
                if next >= window { hash = hash &- leaving &* UInt64(units[next - window]) }
                next += 1
            }
            counts[hash, default: 0] += 1
            return "\(String(hash, radix: 16)):\(counts[hash, default: 0])"
        }
    }
}
