internal import SpecPlugins

extension Resolver {
    /// Choices that are looked at.
    private static var mostSteps: Int { 5_000 }

    /// Versions that go together though not each is the best for those who want it: the project's own
    /// are kept as good as can be, in the order of their names, then the others.
    /// - Throws: the conflict, where there are none or they are too far to seek.
    mutating func search(instead conflict: PackageError) throws(PackageError) -> State {
        var steps = 0
        do throws(PackageError) {
            if let found = try extend([:], &steps) { return found }
        } catch {
            // A version that nobody would have had is no reason to say anything but what is wrong.
            if error.kind == .interrupted { throw error }
        }
        throw conflict
    }

    private mutating func extend(
        _ state: State, _ steps: inout Int
    ) throws(PackageError) -> State? {
        steps += 1
        if steps > Self.mostSteps { return nil }
        let wishes = try wishes(state)
        var open: [String] = []
        for (name, all) in wishes {
            guard let chosen = state[name] ?? nil else {
                open.append(name)
                continue
            }
            guard Self.fits(chosen, all) else { return nil }
        }
        let next = open.min { left, right in
            let isDirect = [left, right].map { wishes[$0]?.first?.isDirect == true }
            return isDirect[0] != isDirect[1] ? isDirect[0] : left < right
        }
        guard let next else { return state }
        guard case .some(let all) = try choose(next, wishes[next] ?? [], withOthers: true) else {
            return nil
        }
        for chosen in all {
            var extended = state
            extended[next] = .some(chosen)
            if let found = try extend(extended, &steps) { return found }
            if steps > Self.mostSteps { return nil }
        }
        return nil
    }

    /// Does what was chosen do for all who want it by now?
    private static func fits(_ chosen: Chosen, _ wishes: [PackageWish]) -> Bool {
        wishes.allSatisfy { wish in
            guard wish.requirement.source.identity == chosen.source.identity else { return false }
            return switch wish.requirement.demand {
            case .range(let range): range.contains(chosen.version.version)
            case .pin(let pin): pin == chosen.version.pin
            }
        }
    }
}
