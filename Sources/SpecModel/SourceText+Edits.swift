extension SourceText {
    /// The bytes with edits applied: in document order, inside the text and not overlapping; nil
    /// where they are not.
    public func applying(_ edits: [Edit]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var end = 0
        for edit in edits {
            guard edit.range.start >= end, edit.range.end >= edit.range.start,
                edit.range.end <= bytes.count
            else { return nil }
            result += bytes[end..<edit.range.start]
            result += edit.replacement.utf8
            end = edit.range.end
        }
        return result + bytes[end...]
    }
}
