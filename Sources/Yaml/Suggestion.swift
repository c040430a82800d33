/// The end of an error about a name that was not found: `; did you mean "plugins"?` where one is
/// near, else `; expected one of "a", "b"`, or nothing where there is nothing to choose from.
public func suggestion(for name: String, among known: [String]) -> String {
    if let near = nearestName(to: name, among: known) { return "; did you mean \"\(near)\"?" }
    if known.isEmpty { return "" }
    let shown = known.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
    return "; expected one of \(shown)" + (known.count > 12 ? ", …" : "")
}

/// The known name that is fewest edits away, where it is near enough to be what was meant; the
/// first of several. Letter case does not count.
/// - Complexity: O(lengths of both) for each name; names over 64 bytes have no neighbours.
public func nearestName(to name: String, among known: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
        let letters = Array(candidate.lowercased().utf8)
        let distance = editDistance(wanted, letters)
        let shorter = min(wanted.count, letters.count)
        let bound = shorter < 2 ? 0 : max(1, shorter / 3)
        if distance <= bound, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if right.count > 64 { return Int.max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var cost = min(
                last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
            if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
