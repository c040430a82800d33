import Foundation
import SpecModel
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// Every function of the host that a plugin finds, made to work for ever, to fill memory, to call
/// itself, and to look at what nobody passes on purpose. The cases stand in `Fixtures/library`;
/// those of Lua's own functions in `LuaSandboxTests`.
@Suite struct HostLibraryTests {
    /// Where a plugin has an object whose methods are looked at, and what else it finds there.
    private enum Place: String, CaseIterable {
        case spec, block, workspace, edit, artifact

        /// Where a function is looked at.
        init(of name: String) {
            self = Place(rawValue: String(name.prefix { $0 != ":" })) ?? .spec
        }
    }

    private static let folder = Repository.path("Tests/SpecPluginsTests/Fixtures/library")

    /// A spec with enough in it to be worth looking at.
    private static let spec: Spec = {
        var text =
            "# Technical Specification: [Name]\n\n## Overview\n\nA paragraph, [linked](#x).\n\n"
        text += "## Functional Requirements\n\n| ID | Requirement |\n|---|---|\n"
        for number in 1...100 { text += "| FR-\(number) | Does the thing number \(number) |\n" }
        var spec = SpecReader().read(Array(text.utf8), path: "spec.md")
        spec.match = SpecBuilder.example().match
        return spec
    }()

    private static let methods = Result { try HostNames.documentedMethods().sorted() }

    /// What became of a run: the failure, and what was printed.
    private func run(
        _ place: Place, _ settings: [String: String], fuel: Int = 20_000_000,
        memory: Int = 64 << 20
    ) throws -> (failure: PluginFailure?, log: [String]) {
        var limits = PluginLimits()
        limits[.fuel] = fuel
        limits[.memory] = memory
        limits[.deadline] = 20_000
        let permissions = Permissions(read: ["data/*"], env: ["TEAM"])
        var grant = PluginGrant(requested: permissions, granted: permissions)
        grant.files = ["data/a.csv", "data/teams.csv"].map { path in
            PluginFiles.File(path: path, bytes: Array(repeating: 120, count: 100_000))
        }
        grant.variables = [.init(name: "TEAM", value: Array("payments".utf8))]
        let plugin = try Plugin(
            PluginFiles(folder: Self.folder, name: "library"), limits: limits, grant: grant)
        var options = settings.mapValues { OptionValue.string($0) }
        options["methods"] = .list(try Self.methods.get())
        var session = try PluginSession(plugin)
        session.reader = ExampleTexts()
        let request = CheckRequest(name: place.rawValue, severity: .error, options: options)
        do throws(PluginFailure) {
            switch place {
            case .spec, .block:
                let result = session.check(Self.spec, [request])
                return (result.failures.first, result.log)
            case .workspace:
                let result = session.checkWorkspace([Self.spec], [request])
                return (result.failures.first, result.log)
            case .edit:
                _ = try session.transform("edit", Self.spec, options: options)
            case .artifact:
                _ = try session.export("artifact", [Self.spec], options: options)
            }
            return (nil, session.takeLog())
        } catch {
            return (error, session.takeLog())
        }
    }

    private func names() throws -> (offered: Set<String>, known: Set<String>) {
        var offered: Set<String> = []
        var known: Set<String> = []
        for place in Place.allCases {
            let (failure, log) = try run(place, ["class": "names"])
            try #require(failure == nil && log.count == 2, "\(String(describing: failure))")
            offered.formUnion(log[0].split(separator: " ").map { String($0) })
            known.formUnion(log[1].split(separator: " ").map { String($0) })
        }
        return (offered, known)
    }

    @Test func `every function has a case, and every case a function`() throws {
        let (offered, known) = try names()
        #expect(offered == known)
        #expect(offered.isSuperset(of: try HostNames.writtenMethods()))
        #expect(offered.count > 40)
    }

    @Test func `every method is on the plugin author's page`() throws {
        #expect(try HostNames.documentedMethods() == HostNames.writtenMethods())
    }

    @Test(arguments: ["loop", "allocate"])
    func `work ends with a limit, at the same place, and not with the clock`(
        _ kind: String
    ) throws {
        for name in try names().known.sorted() {
            let failure = try sameTwice(kind, name, fuel: 2_000_000, memory: 8 << 20)
            let limit = failure?.limit
            #expect(
                limit != nil && limit != .deadline, "\(name): \(String(describing: failure))")
        }
    }

    @Test func `calls within calls end with an error`() throws {
        for name in try names().known.sorted() {
            let failure = try sameTwice("nest", name, fuel: 2_000_000, memory: 16 << 20)
            let isEnd = [.runtime, .limit].contains(failure?.kind) && failure?.limit != .deadline
            #expect(isEnd, "\(name): \(String(describing: failure))")
        }
    }

    @Test func `odd arguments are refused by the function, or do no harm`() throws {
        for name in try names().known.sorted() {
            let failure = try sameTwice("odd", name, fuel: 200_000_000, memory: 64 << 20)
            #expect(failure == nil, "\(name): \(failure?.message ?? "")")
        }
    }

    private func sameTwice(
        _ kind: String, _ name: String, fuel: Int, memory: Int
    ) throws -> PluginFailure? {
        let failures = try (0..<2).map { _ in
            try run(Place(of: name), ["class": kind, "name": name], fuel: fuel, memory: memory)
                .failure
        }
        #expect(failures[0] == failures[1], "\(kind) \(name): two runs differ")
        return failures[0]
    }
}
