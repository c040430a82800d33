/// A version of a plugin or of the engine (semver.org 2.0.0).
public struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var major: Int
    public var minor: Int
    public var patch: Int
    /// `["beta", "1"]` of `1.0.0-beta.1`; empty for a release.
    public var prerelease: [String]

    /// The plugin API that this build offers.
    public static let engine = Version(major: 0, minor: 1, patch: 0)

    public init(major: Int, minor: Int, patch: Int, prerelease: [String] = []) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
    }

    /// Reads `1.2.3`, `1.2.3-beta.1`, `1.2.3+build`; nil for anything else, and where a number has more
    /// than nine digits.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let whole = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        if whole.count == 2, Self.identifiers(whole[1]) == nil { return nil }
        let parts = whole[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let numbers = Self.numbers(parts[0]), numbers.count == 3 else { return nil }
        self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
        guard parts.count == 2 else { return }
        // A number has one spelling (§9).
        guard let identifiers = Self.identifiers(parts[1]),
            identifiers.allSatisfy({ !$0.isNumeric || $0 == "0" || !$0.hasPrefix("0") })
        else { return nil }
        prerelease = identifiers
    }

    /// Bytes of a version or a range that are read.
    static let longest = 256

    /// Words of letters, digits and `-` between dots.
    private static func identifiers(_ text: Substring) -> [String]? {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return words.allSatisfy(\.isVersionIdentifier) ? words : nil
    }

    public static func < (left: Version, right: Version) -> Bool {
        let a = [left.major, left.minor, left.patch]
        let b = [right.major, right.minor, right.patch]
        guard a == b else { return a.lexicographicallyPrecedes(b) }
        guard !left.prerelease.isEmpty, !right.prerelease.isEmpty else {
            return !left.prerelease.isEmpty && right.prerelease.isEmpty
        }
        return left.prerelease.lexicographicallyPrecedes(right.prerelease) { one, other in
            switch (one.isNumeric, other.isNumeric) {
            // However many digits they have.
            case (true, true):
                one.utf8.count == other.utf8.count
                    ? one.utf8.lexicographicallyPrecedes(other.utf8)
                    : one.utf8.count < other.utf8.count
            case (true, false): true
            case (false, true): false
            case (false, false): one.utf8.lexicographicallyPrecedes(other.utf8)
            }
        }
    }

    public var description: String {
        "\(major).\(minor).\(patch)"
            + (prerelease.isEmpty ? "" : "-" + prerelease.joined(separator: "."))
    }

    /// `1`, `1.2` or `1.2.3` as numbers.
    static func numbers(_ text: some StringProtocol) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard part.count <= 9, part == "0" || !part.hasPrefix("0"),
                part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}

extension String {
    fileprivate var isNumeric: Bool { utf8.allSatisfy { (48...57).contains($0) } }

    fileprivate var isVersionIdentifier: Bool {
        !isEmpty
            && utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || $0 == UInt8(ascii: "-")
            }
    }
}
