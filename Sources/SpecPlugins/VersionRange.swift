/// Conditions that a version must meet, all of them, as cargo and npm read them.
///
/// | written | means |
/// | --- | --- |
/// | `^1.2`, `^0.3`, `^0.0.3` | from there, below the next number that may break: 2.0.0, 0.4.0, 0.0.4 |
/// | `~1.2`, `~1` | from there, below 1.3.0, 2.0.0 |
/// | `>=1.2`, `>1.2`, `<=1.2`, `<1.2` | `1.2` being all of 1.2.0 up to 1.3.0: from 1.2.0, from 1.3.0, below 1.3.0, below 1.2.0 |
/// | `1.2`, `=1.2`, `1.2.*` | 1.2.0 up to 1.3.0; with all three numbers that version alone |
/// | `*` | every release |
///
/// A pre-release meets them only where one of them names a pre-release of the same three numbers:
/// `<2` is not met by 2.0.0-beta, nor `^1.2` by 1.3.0-beta; `>=2.0.0-alpha <3` is met by 2.0.0-beta.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
    /// As it was written, with one space between the conditions.
    public let description: String
    private var bounds: [Bound] = []
    /// The pre-releases that are named.
    private var named: [Version] = []

    private struct Bound: Hashable {
        enum Relation { case atLeast, atMost, above, below }

        var relation: Relation
        var version: Version

        func holds(_ other: Version) -> Bool {
            switch relation {
            case .atLeast: other >= version
            case .atMost: other <= version
            case .above: other > version
            case .below: other < version
            }
        }
    }

    /// Conditions are few, whoever writes them.
    private static let most = 16

    /// Every release.
    public init() { description = "*" }

    /// Reads conditions between spaces or commas. nil where one is not a condition.
    public init?(_ text: String) {
        guard text.utf8.count <= Version.longest else { return nil }
        var words: [Substring] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            // `>= 1.2` is one.
            if let last = words.last, Operator(rawValue: String(last)) != nil {
                words[words.count - 1] = last + word
            } else {
                words.append(word)
            }
        }
        guard (1...Self.most).contains(words.count) else { return nil }
        description = words.joined(separator: " ")
        for word in words {
            guard read(word) else { return nil }
        }
    }

    public func contains(_ version: Version) -> Bool {
        guard version.prerelease.isEmpty || named.contains(where: { $0.isSameRelease(version) })
        else { return false }
        return bounds.allSatisfy { $0.holds(version) }
    }

    private enum Operator: String, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
        case same = "="
        case compatible = "^"
        case close = "~"
    }

    private mutating func read(_ word: Substring) -> Bool {
        if word == "*" { return true }
        let relation = Operator.allCases.first { word.hasPrefix($0.rawValue) }
        var rest = word.dropFirst(relation?.rawValue.count ?? 0)
        if rest.hasSuffix(".*") {
            guard relation == nil else { return false }
            rest = rest.dropLast(2)
            guard let numbers = Version.numbers(rest), numbers.count < 3 else { return false }
        }
        guard let version = PartialVersion(rest) else { return false }
        if !version.first.prerelease.isEmpty { named.append(version.first) }
        switch relation {
        case .atLeast: add(.atLeast, version.first)
        case .above: version.isWhole ? add(.above, version.first) : add(.atLeast, version.next)
        case .atMost: version.isWhole ? add(.atMost, version.first) : add(.below, version.next)
        case .below: add(.below, version.first)
        case .compatible: add(from: version.first, to: version.nextBreaking)
        case .close: add(from: version.first, to: version.nextMinor)
        case .same, nil:
            if version.isWhole {
                add(.atLeast, version.first)
                add(.atMost, version.first)
            } else {
                add(from: version.first, to: version.next)
            }
        }
        return true
    }

    private mutating func add(_ relation: Bound.Relation, _ version: Version) {
        bounds.append(Bound(relation: relation, version: version))
    }

    private mutating func add(from first: Version, to end: Version) {
        add(.atLeast, first)
        add(.below, end)
    }
}

/// One to three numbers: all versions that begin so.
private struct PartialVersion {
    /// The first of them.
    var first: Version
    /// How many numbers were written.
    private var count: Int

    init?(_ text: Substring) {
        if let numbers = Version.numbers(text) {
            let padded = numbers + [0, 0]
            first = Version(major: padded[0], minor: padded[1], patch: padded[2])
            count = numbers.count
        } else {
            guard let version = Version(String(text)) else { return nil }
            first = version
            count = 3
        }
    }

    var isWhole: Bool { count == 3 }

    /// The first release that is none of them.
    var next: Version {
        switch count {
        case 1: nextMajor
        case 2: nextMinor
        default: Version(major: first.major, minor: first.minor, patch: first.patch + 1)
        }
    }

    private var nextMajor: Version { Version(major: first.major + 1, minor: 0, patch: 0) }

    /// Where `~` ends.
    var nextMinor: Version {
        count == 1 ? nextMajor : Version(major: first.major, minor: first.minor + 1, patch: 0)
    }

    /// Where `^` ends: at the next of the first number that is not 0, or of the last that was written.
    var nextBreaking: Version {
        if first.major > 0 || count == 1 { return nextMajor }
        return first.minor > 0 || count == 2 ? nextMinor : next
    }
}

extension Version {
    fileprivate func isSameRelease(_ other: Version) -> Bool {
        (major, minor, patch) == (other.major, other.minor, other.patch)
    }
}
