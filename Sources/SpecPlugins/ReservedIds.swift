/// Ids that are given somewhere else, on another branch or in another tool: what numbers items goes
/// round them.
public struct ReservedIds: Sendable, Equatable {
    /// By prefix, as in `FR` of `FR-12`: the numbers, as ranges in order that do not touch.
    package private(set) var ranges: [String: [ClosedRange<Int>]] = [:]

    /// More ranges than this are not kept.
    private static let most = 100_000

    public init() {}

    package init(ranges: [String: [ClosedRange<Int>]]) { self.ranges = ranges }

    public var isEmpty: Bool { ranges.isEmpty }

    /// Adds all ids that stand in a text, of whatever kind: `FR-12`, `RISK-003`, and from one to the
    /// other `FR-10..FR-20`, `FR-10–FR-20`, `FR-10..20`.
    /// - Returns: false where they are too many to be kept.
    public mutating func add(_ text: [UInt8]) -> Bool {
        var scan = IdScan(text)
        var isRoom = true
        var count = ranges.values.reduce(0) { $0 + $1.count }
        var found: [String: [ClosedRange<Int>]] = [:]
        while isRoom, let (prefix, range) = scan.next() {
            // What stands there once more takes no room.
            if found[prefix]?.last == range { continue }
            found[prefix, default: []].append(range)
            count += 1
            isRoom = count <= Self.most
        }
        for (prefix, new) in found {
            ranges[prefix] = Self.merged(ranges[prefix, default: []] + new)
        }
        return isRoom
    }

    private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var merged: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                let upper = max(last.upperBound, range.upperBound)
                merged[merged.count - 1] = last.lowerBound...upper
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

/// Finds ids in a text, in one pass.
private struct IdScan {
    private let text: [UInt8]
    private var place = 0

    /// Digits of a number that is still one.
    private static let mostDigits = 15
    /// Bytes of a prefix and the hyphen behind it.
    private static let longestPrefix = 100
    /// What stands between the ends of a range, the longest of alike ones first.
    private static let dashes = ["...", "..", "\u{2026}", "\u{2013}", "\u{2014}", "-"].map {
        Array($0.utf8)
    }

    init(_ text: [UInt8]) { self.text = text }

    /// The next id, or all from one to another.
    mutating func next() -> (prefix: String, range: ClosedRange<Int>)? {
        while place < text.count {
            guard text[place].isLetter, place == 0 || !text[place - 1].isWordPart else {
                place += 1
                continue
            }
            guard let (prefix, low) = id() else { continue }
            let name = String(decoding: prefix, as: UTF8.self)
            let end = end(of: prefix) ?? low
            return (name, min(low, end)...max(low, end))
        }
        return nil
    }

    /// The id that begins here; what is none is passed over, up to the end of its word.
    private mutating func id() -> (prefix: ArraySlice<UInt8>, number: Int)? {
        let start = place
        while place < text.count {
            let part = place
            while place < text.count, text[place].isWordPart { place += 1 }
            if part > start, part - start <= Self.longestPrefix, let number = number(part..<place) {
                return (text[start..<part - 1], number)
            }
            guard place > part, place + 1 < text.count, text[place] == UInt8(ascii: "-"),
                text[place + 1].isWordPart
            else { break }
            place += 1
        }
        return nil
    }

    /// The number that ends a range whose first id was just read; nil, and nothing passed over, where
    /// there is none.
    private mutating func end(of prefix: ArraySlice<UInt8>) -> Int? {
        var next = place
        while next < text.count, text[next] == 0x20 { next += 1 }
        guard let dash = Self.dashes.first(where: { text[next...].starts(with: $0) }) else {
            return nil
        }
        next += dash.count
        while next < text.count, text[next] == 0x20 { next += 1 }
        let names = text[next...].starts(with: prefix + [UInt8(ascii: "-")])
        // "FR-10-20" may be anything, "FR-10..20" is a range.
        guard names || dash != [UInt8(ascii: "-")] else { return nil }
        if names { next += prefix.count + 1 }
        var end = next
        while end < text.count, text[end].isWordPart { end += 1 }
        guard let number = number(next..<end) else { return nil }
        place = end
        return number
    }

    private func number(_ range: Range<Int>) -> Int? {
        guard range.count <= Self.mostDigits, text[range].allSatisfy(\.isDigit) else { return nil }
        return Int(String(decoding: text[range], as: UTF8.self))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    fileprivate var isWordPart: Bool { isDigit || isLetter || self == UInt8(ascii: "_") }
}
