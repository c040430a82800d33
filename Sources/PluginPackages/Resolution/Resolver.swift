internal import SpecPlugins

/// What somebody wants of a package.
struct PackageWish: Equatable {
    /// `perilune.yml:7`, or `"acme" 1.2.0`.
    var who: String
    var requirement: PackageRequirement
    var isDirect: Bool
}

/// Finds the versions of a resolution: in each round, all packages are chosen from what those of the
/// last round want, until a round changes nothing. Where that ends in a conflict, or not at all, other
/// versions are searched.
struct Resolver<Index: PackageIndex> {
    private let roots: [Resolution.Root]
    private let locked: [String: Resolution.Locked]
    private let index: Index
    private var versions: [String: [Version]] = [:]
    private var pinned: [Pinned: Version] = [:]
    private var needs: [Node: [PackageRequirement]] = [:]
    private var choices: [String: (wishes: [PackageWish], choice: Choice)] = [:]

    private struct Pinned: Hashable {
        var source: String
        var pin: PackagePin
    }

    private struct Node: Hashable {
        var name: String
        var source: String
        var version: PackageVersion
    }

    /// Packages of a project, and what one of them may require.
    static var mostPackages: Int { 200 }
    static var mostRequirements: Int { 64 }
    /// A chain of as many packages takes as many rounds.
    private static var mostRounds: Int { 2 * mostPackages }
    /// Versions of packages whose requirements are looked at.
    private static var mostLooks: Int { 1_000 }

    init(_ roots: [Resolution.Root], locked: [String: Resolution.Locked], index: Index) {
        // Two who want the same at one place are in an order all the same.
        self.roots = roots.sorted {
            ($0.requirement.name, $0.place) < ($1.requirement.name, $1.place)
        }
        self.locked = locked
        self.index = index
    }

    /// What a package is in a round; nil where what is wanted of it does not go together.
    typealias State = [String: Chosen?]

    /// What a package is to be, given what is wanted of it.
    enum Choice {
        /// The best first; never empty.
        case some([Chosen])
        case none(() -> PackageError)
    }

    struct Chosen: Hashable {
        var source: PackageSource
        var version: PackageVersion
    }

    mutating func resolve() throws(PackageError) -> [Resolution.Package] {
        var state: State = [:]
        var seen: Set<State> = []
        for _ in 0..<Self.mostRounds {
            let wishes = try wishes(state)
            var next: State = [:]
            // What is wrong may be right in the next round: it is put into words at the end.
            var conflict: (() -> PackageError)?
            for name in wishes.keys.sorted() {
                switch try choice(name, wishes[name] ?? []) {
                case .some(let all): next[name] = .some(all.first)
                case .none(let words):
                    next[name] = .some(nil)
                    conflict = conflict ?? words
                }
            }
            if next == state {
                guard let conflict else { return try packages(state, wishes) }
                return try packages(search(instead: conflict()))
            }
            guard seen.insert(next).inserted else {
                return try packages(search(instead: Self.unsettled(state, next)))
            }
            state = next
        }
        throw Self.tangled
    }

    private static var tangled: PackageError {
        PackageError(
            .conflict,
            "what the plugins and libraries require of each other is too much to settle; name the "
                + "versions of some")
    }

    /// What is wanted of each package that can be reached, given what each is.
    mutating func wishes(_ state: State) throws(PackageError) -> [String: [PackageWish]] {
        var wishes: [String: [PackageWish]] = [:]
        var queue: [String] = []
        func note(_ wish: PackageWish) throws(PackageError) {
            let name = wish.requirement.name
            try Self.check(name, wish.who)
            if wishes[name] == nil { queue.append(name) }
            wishes[name, default: []].append(wish)
            if wishes.count > Self.mostPackages {
                throw PackageError(
                    .conflict, "more than \(Self.mostPackages) plugins and libraries are needed")
            }
        }
        for root in roots {
            try note(PackageWish(who: root.place, requirement: root.requirement, isDirect: true))
        }
        while let name = queue.popLast() {
            guard let chosen = state[name] ?? nil else { continue }
            for requirement in try requirements(of: name, chosen) {
                try note(
                    PackageWish(
                        who: "\"\(name)\" \(chosen.version.version)", requirement: requirement,
                        isDirect: false))
            }
        }
        return wishes.mapValues { Self.sorted($0) }
    }

    private static func sorted(_ wishes: [PackageWish]) -> [PackageWish] {
        wishes.sorted { left, right in
            if left.isDirect != right.isDirect { return left.isDirect }
            return (left.who, left.requirement.demand.description)
                < (right.who, right.requirement.demand.description)
        }
    }

    private static func check(_ name: String, _ who: String) throws(PackageError) {
        let isPlain = name.utf8.allSatisfy {
            (97...122).contains($0) || $0.isDigit || $0 == UInt8(ascii: "-")
        }
        guard isPlain, !name.isEmpty, name.utf8.count <= 100 else {
            throw PackageError(
                .conflict,
                "\(who) requires \"\(name.prefix(100))\"; expected lower-case words joined by \"-\""
            )
        }
    }

    /// Of two spellings of one source the project's own, else the first by its bytes.
    private static func source(_ wishes: [PackageWish]) -> PackageSource? {
        if let direct = wishes.first(where: \.isDirect) { return direct.requirement.source }
        return wishes.map(\.requirement.source).min {
            $0.description.utf8.lexicographicallyPrecedes($1.description.utf8)
        }
    }

    // MARK: one package

    /// What does for all who want a package; looked for where what is wanted is not what it was in the
    /// last round.
    private mutating func choice(
        _ name: String, _ wishes: [PackageWish]
    ) throws(PackageError) -> Choice {
        if let last = choices[name], last.wishes == wishes { return last.choice }
        let choice = try choose(name, wishes)
        choices[name] = (wishes, choice)
        return choice
    }

    /// - Parameter withOthers: also those that are not as good as what is locked.
    mutating func choose(
        _ name: String, _ wishes: [PackageWish], withOthers: Bool = false
    ) throws(PackageError) -> Choice {
        let conflict = Conflict(name: name, wishes: wishes)
        guard let source = Self.source(wishes), conflict.isOfOneSource else {
            return .none { conflict.ofSources }
        }
        var ranges: [VersionRange] = []
        var pin: PackagePin? = source.hasVersions ? nil : .only
        for wish in wishes {
            switch wish.requirement.demand {
            case .range(let range): ranges.append(range)
            case .pin(let other):
                if let pin, pin != other { return .none { conflict.ofPins } }
                pin = other
            }
        }
        if let pin {
            let version = try version(of: source, at: pin)
            guard ranges.allSatisfy({ $0.contains(version) }) else {
                return .none { conflict.of(version) }
            }
            return .some([Chosen(source: source, version: PackageVersion(version, pin: pin))])
        }
        func fits(_ version: Version) -> Bool { ranges.allSatisfy { $0.contains(version) } }
        let kept = locked[name].flatMap { kept in
            kept.source.identity == source.identity && fits(kept.version) ? kept.version : nil
        }
        if let kept, !withOthers {
            return .some([Chosen(source: source, version: PackageVersion(kept))])
        }
        let all = try versions(of: source)
        var fitting = all.filter(fits)
        if wishes.contains(where: \.isDirect) { fitting.reverse() }
        if let kept { fitting = [kept] + fitting.filter { $0 != kept } }
        if fitting.isEmpty { return .none { conflict.ofRanges(among: all, of: source) } }
        return .some(fitting.map { Chosen(source: source, version: PackageVersion($0)) })
    }

    // MARK: the index, asked once

    private mutating func versions(of source: PackageSource) throws(PackageError) -> [Version] {
        if let known = versions[source.identity] { return known }
        let all = try index.versions(of: source).sorted()
        versions[source.identity] = all
        return all
    }

    private mutating func version(
        of source: PackageSource, at pin: PackagePin
    ) throws(PackageError) -> Version {
        let key = Pinned(source: source.identity, pin: pin)
        if let known = pinned[key] { return known }
        let version = try index.version(of: source, at: pin)
        pinned[key] = version
        return version
    }

    private mutating func requirements(
        of name: String, _ chosen: Chosen
    ) throws(PackageError) -> [PackageRequirement] {
        let node = Node(name: name, source: chosen.source.identity, version: chosen.version)
        if let known = needs[node] { return known }
        if needs.count >= Self.mostLooks { throw Self.tangled }
        let required = try index.requirements(
            of: name, from: chosen.source, at: chosen.version)
        if required.count > Self.mostRequirements {
            throw PackageError(
                .conflict,
                "\"\(name)\" \(chosen.version.version) requires more than \(Self.mostRequirements) libraries"
            )
        }
        needs[node] = required
        return required
    }

    // MARK: the end

    private mutating func packages(_ state: State) throws(PackageError) -> [Resolution.Package] {
        try packages(state, wishes(state))
    }

    private mutating func packages(
        _ state: State, _ wishes: [String: [PackageWish]]
    ) throws(PackageError) -> [Resolution.Package] {
        var packages: [Resolution.Package] = []
        for name in wishes.keys.sorted() {
            guard let chosen = state[name] ?? nil, let all = wishes[name] else { continue }
            let required = try requirements(of: name, chosen)
            packages.append(
                Resolution.Package(
                    name: name, source: chosen.source, version: chosen.version,
                    requires: Set(required.map(\.name)).sorted(),
                    wantedBy: all.map { ($0.who, $0.requirement.demand) },
                    isDirect: all.contains(where: \.isDirect)))
        }
        return packages
    }

    /// Two rounds that lead to each other: a wish of one version takes away the version that has it.
    private static func unsettled(_ state: State, _ next: State) -> PackageError {
        let names = Set(state.keys).union(next.keys).filter { state[$0] != next[$0] }.sorted()
        return PackageError(
            .conflict,
            "the versions of \(names.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")) take each "
                + "other's place without end; name one version of one of them")
    }
}
