internal import SpecPlugins

/// What does not go together, in words, with those who want it.
struct Conflict {
    var name: String
    /// Those of the project first.
    var wishes: [PackageWish]

    var isOfOneSource: Bool { Set(wishes.map(\.requirement.source.identity)).count == 1 }

    var ofSources: PackageError {
        error(
            "\"\(name)\" is to come from two places",
            pair { $0.requirement.source.identity != $1.requirement.source.identity }
        ) {
            "\($0.who) names \($0.requirement.source)"
        }
    }

    var ofPins: PackageError {
        let isPin: (PackageWish) -> Bool = {
            if case .pin = $0.requirement.demand { true } else { false }
        }
        return error(
            "\"\(name)\" is to be two things",
            pair { isPin($0) && isPin($1) && $0.requirement.demand != $1.requirement.demand },
            wants)
    }

    /// Of what is pinned, or all that there is.
    func of(_ version: Version) -> PackageError {
        let others = wishes.filter { wish in
            if case .range(let range) = wish.requirement.demand {
                !range.contains(version)
            } else {
                false
            }
        }
        let pins = wishes.filter { if case .pin = $0.requirement.demand { true } else { false } }
        return error(
            "\"\(name)\" is \(version)", Array(pins.prefix(1) + others.prefix(1)), wants)
    }

    /// - Parameter versions: ascending.
    func ofRanges(among versions: [Version], of source: PackageSource) -> PackageError {
        guard let newest = versions.last else {
            return PackageError(
                .missing,
                "\(source) has no tag that names a version, such as \(Self.example(source)); ask for a "
                    + "tag or a commit with \"tag\" or \"rev\"")
        }
        let alone = wishes.first { wish in
            guard case .range(let range) = wish.requirement.demand else { return false }
            return !versions.contains(where: range.contains)
        }
        let there = "the newest of \(source) is \(newest)"
        if let alone {
            return error("no version of \"\(name)\" does: \(there)", [alone], wants)
        }
        let two = pair { left, right in
            guard case .range(let one) = left.requirement.demand,
                case .range(let other) = right.requirement.demand
            else { return false }
            return !versions.contains { one.contains($0) && other.contains($0) }
        }
        return error("no version of \"\(name)\" does for all: \(there)", two, wants)
    }

    private static func example(_ source: PackageSource) -> String {
        if case .git(_, let subdir) = source, !subdir.isEmpty { return "\(subdir)/v1.0.0" }
        return "v1.0.0"
    }

    private func wants(_ wish: PackageWish) -> String {
        "\(wish.who) wants \(wish.requirement.demand)"
    }

    /// The first two who do not go together; all, where only all together do not.
    private func pair(_ isConflict: (PackageWish, PackageWish) -> Bool) -> [PackageWish] {
        // Among the first of many: whoever reads the message has to start somewhere.
        let some = wishes.prefix(50)
        for (index, left) in some.enumerated() {
            for right in some[(index + 1)...] where isConflict(left, right) {
                return [left, right]
            }
        }
        return wishes
    }

    private func error(
        _ what: String, _ wishes: [PackageWish], _ words: (PackageWish) -> String
    ) -> PackageError {
        let most = 6
        var parts = wishes.prefix(most).map(words)
        if wishes.count > most { parts.append("\(wishes.count - most) more") }
        return PackageError(.conflict, "\(what); \(parts.joined(separator: ", "))")
    }
}
