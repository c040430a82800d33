import PluginPackages
import SpecPlugins
import TestSupport
import Testing

/// What holds for whatever graph.
struct ResolutionPropertyTests {
    private typealias Table = TableIndex.Table

    private static func graph(_ random: inout SplitMix) -> (Table, [(String, String)]) {
        let names = ["a", "b", "c", "d"]
        let ranges = ["^1", "^2", ">=1.1", "<2", "1.1.0", "*", ">=1.0 <2.1", "^1.2"]
        var table: Table = [:]
        for name in names {
            for version in ["1.0.0", "1.1.0", "1.2.0", "2.0.0", "2.1.0"]
            where Int.random(in: 0..<4, using: &random) > 0 {
                table[name, default: [:]][version] = names.filter { _ in
                    Int.random(in: 0..<4, using: &random) == 0
                }.map { ($0, ranges.randomElement(using: &random) ?? "*") }
            }
        }
        let roots = names.filter { _ in Bool.random(using: &random) }
            .map { ($0, ranges.randomElement(using: &random) ?? "*") }
        return (table, roots)
    }

    private static func resolve(
        _ roots: [(String, String)], _ table: Table
    ) throws -> Result<[String: Version], PackageError> {
        let all = try roots.map { root -> Resolution.Root in
            (try TableIndex.requirement(root.0, root.1), "perilune.yml, \(root.0)")
        }
        do throws(PackageError) {
            let packages = try Resolution(all, index: TableIndex(table: table)).packages
            return .success(
                Dictionary(uniqueKeysWithValues: packages.map { ($0.name, $0.version.version) }))
        } catch {
            return .failure(error)
        }
    }

    /// Does a choice of versions satisfy all who are in it, and hold no one whom nobody wants?
    private static func isSolution(
        _ chosen: [String: Version], _ roots: [(String, String)], _ table: Table
    ) -> Bool {
        var wanted: Set<String> = []
        var queue = roots.map(\.0)
        var wishes = roots
        while let name = queue.popLast() {
            guard let version = chosen[name], let needs = table[name]?[version.description] else {
                return false
            }
            if !wanted.insert(name).inserted { continue }
            wishes += needs.map { ($0.name, $0.range) }
            queue += needs.map(\.name)
        }
        return wanted == Set(chosen.keys)
            && wishes.allSatisfy { name, range in
                chosen[name].map { VersionRange(range)?.contains($0) == true } == true
            }
    }

    /// Is there any?
    private static func hasSolution(_ roots: [(String, String)], _ table: Table) -> Bool {
        let names = table.keys.sorted()
        func extend(_ chosen: [String: Version], _ rest: ArraySlice<String>) -> Bool {
            guard let name = rest.first else { return isSolution(chosen, roots, table) }
            if extend(chosen, rest.dropFirst()) { return true }
            return (table[name] ?? [:]).keys.contains { version in
                var next = chosen
                next[name] = Version(version)
                return extend(next, rest.dropFirst())
            }
        }
        return extend([:], names[...])
    }

    @Test func `a resolution satisfies all, and the order of what is given changes nothing`() throws
    {
        var random = SplitMix(state: 2026)
        var solved = 0
        for _ in 0..<2_000 {
            let (table, roots) = Self.graph(&random)
            let result = try Self.resolve(roots, table)
            #expect(try Self.resolve(roots.shuffled(using: &random), table) == result)
            switch result {
            case .success(let chosen):
                solved += 1
                #expect(Self.isSolution(chosen, roots, table), "\(roots) \(table)")
            case .failure:
                #expect(!Self.hasSolution(roots, table), "\(roots) \(table)")
            }
        }
        #expect(solved > 700, "\(solved)")
    }
}
