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

    /// Reads `1.2.3`, `1.2.3-beta.1`, `1.2.3+build`; nil for anything else.
    public init?(_ text: String) {
        let release = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let parts = release.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let numbers = Self.numbers(parts[0]), numbers.count == 3 else { return nil }
        self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
        guard parts.count == 2 else { return }
        prerelease = parts[1].split(separator: ".", omittingEmptySubsequences: false).map(
            String.init)
        guard prerelease.allSatisfy({ $0.isPrereleaseIdentifier }) else { return nil }
    }

    public static func < (left: Version, right: Version) -> Bool {
        let a = [left.major, left.minor, left.patch]
        let b = [right.major, right.minor, right.patch]
        guard a == b else { return a.lexicographicallyPrecedes(b) }
        guard !left.prerelease.isEmpty, !right.prerelease.isEmpty else {
            return !left.prerelease.isEmpty && right.prerelease.isEmpty
        }
        return left.prerelease.lexicographicallyPrecedes(right.prerelease) { one, other in
            switch (Int(one), Int(other)) {
            case (let one?, let other?): one < other
            case (.some, nil): true
            case (nil, .some): false
            case (nil, nil): one < other
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

/// Conditions that a version must meet, all of them: `>=0.1 <1`, `^1.2`, `1.2.3`.
public struct VersionRange: Sendable, Hashable {
    private enum Relation: String, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
        case same = "="
    }

    private var conditions: [(relation: Relation, version: Version)] = []

    public static func == (left: VersionRange, right: VersionRange) -> Bool {
        left.conditions.elementsEqual(right.conditions) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        for condition in conditions {
            hasher.combine(condition.relation)
            hasher.combine(condition.version)
        }
    }

    /// Reads conditions between spaces or commas; a missing minor or patch number is 0. nil where
    /// one is not a condition.
    public init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "," }
        guard !words.isEmpty else { return nil }
        for word in words {
            guard read(word) else { return nil }
        }
    }

    public func contains(_ version: Version) -> Bool {
        conditions.allSatisfy { relation, bound in
            switch relation {
            case .atLeast: version >= bound
            case .atMost: version <= bound
            case .above: version > bound
            case .below: version < bound
            case .same: version == bound
            }
        }
    }

    private mutating func read(_ word: Substring) -> Bool {
        if word.hasPrefix("^") {
            guard let bound = Self.version(word.dropFirst()) else { return false }
            conditions.append((.atLeast, bound))
            conditions.append((.below, Self.nextBreaking(bound)))
            return true
        }
        let relation = Relation.allCases.first { word.hasPrefix($0.rawValue) }
        let rest = word.dropFirst(relation?.rawValue.count ?? 0)
        guard let bound = Self.version(rest) else { return false }
        conditions.append((relation ?? .same, bound))
        return true
    }

    private static func version(_ text: Substring) -> Version? {
        guard let numbers = Version.numbers(text) else { return Version(String(text)) }
        let padded = numbers + [0, 0]
        return Version(major: padded[0], minor: padded[1], patch: padded[2])
    }

    private static func nextBreaking(_ version: Version) -> Version {
        if version.major > 0 { return Version(major: version.major + 1, minor: 0, patch: 0) }
        if version.minor > 0 { return Version(major: 0, minor: version.minor + 1, patch: 0) }
        return Version(major: 0, minor: 0, patch: version.patch + 1)
    }
}

extension String {
    fileprivate var isPrereleaseIdentifier: Bool {
        !isEmpty
            && utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || $0 == UInt8(ascii: "-")
            }
    }
}
