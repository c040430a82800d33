import PluginPackages
import SpecPlugins
import Testing

struct ResolutionTests {
    /// `acme ^1` for each; the versions that are chosen, as `acme 1.2.0`.
    private func resolve(
        _ roots: [String], _ table: TableIndex.Table,
        locked: [String: String] = [:]
    ) throws -> [String] {
        let all = try roots.enumerated().map { index, root -> Resolution.Root in
            let words = root.split(separator: " ", maxSplits: 1).map(String.init)
            return (try TableIndex.requirement(words[0], words[1]), "perilune.yml:\(index + 1)")
        }
        var kept: [String: Resolution.Locked] = [:]
        for (name, version) in locked {
            kept[name] = .init(
                source: try TableIndex.source(name), version: try #require(Version(version)))
        }
        return try Resolution(all, locked: kept, index: TableIndex(table: table)).packages
            .map { "\($0.name) \($0.version.version)" }
    }

    @Test func `the project gets the highest that does, packages the lowest`() throws {
        let table: TableIndex.Table = [
            "acme": ["1.0.0": [], "1.4.0": [("levels", "^1.1")], "2.0.0": [], "1.5.0-beta": []],
            "levels": ["1.0.0": [], "1.1.0": [], "1.9.0": []],
        ]
        #expect(try resolve(["acme ^1"], table) == ["acme 1.4.0", "levels 1.1.0"])
        #expect(try resolve(["acme ^1.5.0-beta"], table) == ["acme 1.5.0-beta"])
        #expect(try resolve(["acme *"], table) == ["acme 2.0.0"])
        // Who wants it, too, gets the highest.
        #expect(try resolve(["acme ^1", "levels ^1"], table) == ["acme 1.4.0", "levels 1.9.0"])
    }

    @Test func `what is locked stays where it does`() throws {
        let table: TableIndex.Table = [
            "acme": ["1.0.0": [], "1.1.0": [("levels", "^1")], "1.2.0": [("levels", "^1.2")]],
            "levels": ["1.0.0": [], "1.1.0": [], "1.2.0": [], "1.3.0": []],
        ]
        let locked = ["acme": "1.1.0", "levels": "1.1.0"]
        #expect(try resolve(["acme ^1"], table, locked: locked) == ["acme 1.1.0", "levels 1.1.0"])
        #expect(
            try resolve(["acme ^1.2"], table, locked: locked) == ["acme 1.2.0", "levels 1.2.0"])
        #expect(
            try resolve(["acme ^1"], table, locked: ["levels": "1.3.0"])
                == ["acme 1.2.0", "levels 1.3.0"])
    }

    @Test func `a version that others rule out is passed over`() throws {
        let table: TableIndex.Table = [
            "acme": ["1.0.0": [("levels", "<1.4")]],
            "levels": ["1.0.0": [], "1.3.0": [], "1.5.0": []],
        ]
        #expect(try resolve(["acme ^1", "levels ^1"], table) == ["acme 1.0.0", "levels 1.3.0"])
    }

    @Test func `packages may need each other, and themselves`() throws {
        let table: TableIndex.Table = [
            "a": ["1.0.0": [("b", "^1"), ("a", "^1")]], "b": ["1.0.0": [("a", "^1")]],
        ]
        #expect(try resolve(["a ^1"], table) == ["a 1.0.0", "b 1.0.0"])
    }

    @Test func `a conflict names both who have it`() throws {
        let table: TableIndex.Table = [
            "a": ["1.0.0": [("levels", "^1")]], "b": ["1.2.0": [("levels", "^2")]],
            "levels": ["1.0.0": [], "2.3.0": []],
        ]
        let refusal = try #require(Packages.refusal { try resolve(["a ^1", "b ^1"], table) })
        #expect(
            refusal
                == PackageError(
                    .conflict,
                    "no version of \"levels\" does for all: the newest of "
                        + "\"https://example.com/levels\" is 2.3.0; \"a\" 1.0.0 wants \"^1\", \"b\" 1.2.0 "
                        + "wants \"^2\""))
        #expect(
            try #require(Packages.refusal { try resolve(["a ^1", "levels ^2"], table) })
                .says("perilune.yml:2 wants \"^2\", \"a\" 1.0.0 wants \"^1\""))
        #expect(
            try #require(Packages.refusal { try resolve(["levels ^3"], table) })
                .says("no version of \"levels\" does", "2.3.0; perilune.yml:1 wants \"^3\""))
        #expect(
            try #require(Packages.refusal { try resolve(["nothing ^1"], table) })
                .says("has no tag that names a version, such as v1.0.0"))
    }

    @Test func `three who go together two by two are all named`() throws {
        let table: TableIndex.Table = [
            "levels": ["1.0.0": [], "1.1.0": [], "1.2.0": []]
        ]
        let refusal = try #require(
            Packages.refusal {
                try resolve(["levels <=1.1.0", "levels >=1.1.0", "levels >1.1.0 <1.2.0 "], table)
            })
        #expect(refusal.says("perilune.yml:3"))
    }

    @Test func `one name from two places is a conflict, two spellings of one place are none`()
        throws
    {
        func root(_ url: String, _ place: String) throws -> Resolution.Root {
            let source = PackageSource.git(try PackageURL(url, from: "/"), subdir: "")
            let range = try #require(VersionRange("^1"))
            return (
                PackageRequirement(name: "acme", source: source, demand: .range(range)), place
            )
        }
        let index = TableIndex(table: ["acme": ["1.0.0": []]])
        let two = try [
            root("https://example.com/acme", "a:1"), root("git@example.com:acme.git", "b:2"),
        ]
        for roots in [two, two.reversed()] {
            let package = try Resolution(roots, index: index).packages[0]
            #expect(package.source.description == "\"https://example.com/acme\"")
        }
        let others = try [
            root("https://example.com/acme", "a:1"), root("https://example.org/acme", "b:2"),
        ]
        let refusal = try #require(Packages.refusal { try Resolution(others, index: index) })
        #expect(
            refusal.says(
                "from two places; a:1 names \"https://example.com/acme\", b:2 names "
                    + "\"https://example.org/acme\""))
    }

    @Test func `a pin is held against ranges and other pins`() throws {
        func root(_ demand: PackageDemand, _ place: String) throws -> Resolution.Root {
            (
                PackageRequirement(
                    name: "acme", source: try TableIndex.source("acme"), demand: demand),
                place
            )
        }
        let index = TableIndex(table: ["acme": ["1.0.0": []]])
        let range = try #require(VersionRange("^2"))
        let chosen = try Resolution(
            [root(.pin(.tag("v2.1.0")), "a"), root(.range(range), "b")], index: index)
        #expect(
            chosen.packages[0].version
                == PackageVersion(Version(major: 2, minor: 1, patch: 0), pin: .tag("v2.1.0")))
        #expect(chosen.packages[0].wantedBy.map(\.who) == ["a", "b"])
        #expect(
            try #require(
                Packages.refusal {
                    try Resolution(
                        [root(.pin(.revision("main")), "a"), root(.range(range), "b")], index: index
                    )
                }
            ).says("\"acme\" is 1.5.0; a wants \"main\", b wants \"^2\""))
        #expect(
            try #require(
                Packages.refusal {
                    try Resolution(
                        [root(.pin(.revision("main")), "a"), root(.pin(.tag("v1.0.0")), "b")],
                        index: index)
                }
            ).says("two things; a wants \"main\", b wants the tag \"v1.0.0\""))
    }

    @Test func `other versions are searched where the best do not go together`() throws {
        // The best of each rules out the best of the other.
        #expect(
            try resolve(
                ["a *", "b *"],
                [
                    "a": ["1.0.0": [], "2.0.0": [("b", "<2")]],
                    "b": ["1.0.0": [("a", "<2")], "2.0.0": []],
                ]) == ["a 1.0.0", "b 2.0.0"])
        // An older one of the project's own goes with what another needs.
        #expect(
            try resolve(
                ["a ^1", "b ^1"],
                [
                    "a": ["1.0.0": [("c", "^1")], "1.1.0": [("c", "^2")]],
                    "b": ["1.0.0": [("c", "^1")]], "c": ["1.0.0": [], "2.0.0": []],
                ]) == ["a 1.0.0", "b 1.0.0", "c 1.0.0"])
    }

    @Test func `versions that take each other's place are told, not turned round for ever`() throws
    {
        let table: TableIndex.Table = [
            "a": ["1.0.0": [("b", ">=2")], "2.0.0": [("b", "<2")]],
            "b": ["1.0.0": [("a", "<2")], "2.0.0": [("a", ">=2")]],
        ]
        let refusal = Packages.refusal { try resolve(["a *", "b *"], table) }
        #expect(refusal?.kind == .conflict)
        #expect(refusal?.says("take each other's place") == true, "\(String(describing: refusal))")
    }

    @Test func `a search without end has one`() throws {
        // None of 2^20 choices does.
        var table: TableIndex.Table = ["z": ["1.0.0": []]]
        for number in 0..<20 {
            let next = number == 19 ? ("z", "^2") : ("p\(number + 1)", "*")
            table["p\(number)"] = ["1.0.0": [next], "1.1.0": [next]]
        }
        let start = ContinuousClock.now
        #expect(
            Packages.refusal { try resolve(["p0 *"], table) }?.says("\"p19\" 1.0.0 wants \"^2\"")
                == true)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `a graph without end has one`() throws {
        var table: TableIndex.Table = [:]
        for number in 0..<500 {
            table["p\(number)"] = ["1.0.0": [("p\(number + 1)", "^1")]]
        }
        #expect(
            try #require(Packages.refusal { try resolve(["p0 ^1"], table) })
                .says("more than 200 plugins and libraries"))
        table["wide"] = ["1.0.0": (0..<65).map { ("p\($0)", "^1") }]
        #expect(
            try #require(Packages.refusal { try resolve(["wide ^1"], table) })
                .says("requires more than 64"))
        let chain = Dictionary(
            uniqueKeysWithValues: (0..<199).map {
                ("p\($0)", ["1.0.0": $0 == 198 ? [] : [(name: "p\($0 + 1)", range: "^1")]])
            })
        #expect(try resolve(["p0 ^1"], chain).count == 199)
    }

    @Test func `hostile names are no names`() throws {
        for name in ["", "A", "a/b", "../x", "a b", "ä", String(repeating: "a", count: 200)] {
            let table = ["acme": ["1.0.0": [(name: name, range: "^1")]]]
            #expect(Packages.refusal { try resolve(["acme ^1"], table) } != nil, "\(name)")
        }
    }
}
