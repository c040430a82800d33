import Foundation
import LuaSandbox
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import TestSupport
import Testing

@testable import SpecWorkers
@testable import WorkerProcess

/// The seeds of the protocol are each thing that can be said, as it is said today.
struct ProtocolSeedTests {
    private static let document = Document(
        path: "a.md", template: "prd", bytes: Array("# A\n".utf8))
    private static let finding = RemoteFinding(
        rule: "kind/seen", severity: .error, place: RemotePlace(start: 2, end: 5),
        message: "found", item: "R-1",
        related: [
            RemoteFinding.Related(message: "there", place: RemotePlace(start: 0, end: 1))
        ], help: "https://example.org/seen",
        fix: [RemoteEdit(start: 2, end: 3, replacement: "B")])
    private static let grant: PluginGrant = {
        var grant = PluginGrant(
            requested: Permissions(read: ["a/*"], env: ["B"]), granted: Permissions(env: ["B"]),
            place: "perilune.yml")
        grant.files = [.init(path: "a/b", bytes: [0])]
        grant.variables = [.init(name: "B", value: [255])]
        return grant
    }()
    private static let library = PluginFiles(
        name: "lib", root: "lib", files: [.init(path: "lib.lua", bytes: [])])
    private static let seeds: [String: [UInt8]] = [
        "lock": WorkerLock().frame,
        "open": Request.open(
            [
                WorkerPlugin(
                    files: PluginFiles(
                        name: "kind", root: "kind", files: [.init(path: "init.lua", bytes: [])]),
                    limits: PluginLimits())
            ], ReadingLimits()
        ).frame,
        "open-bundled": Request.open(
            ["requirements", "glossary"].compactMap { name in
                PluginFiles.bundled(name).map {
                    WorkerPlugin(files: $0, limits: PluginLimits())
                }
            }, ReadingLimits()
        ).frame,
        "give": Request.give([
            GivenToPlugin(plugin: 0, grant: grant, libraries: [library])
        ]).frame,
        "tree": Request.tree(Array("name: a\n".utf8)).frame,
        "words": Request.words(CompiledVocabulary(text: [1], units: [2])).frame,
        "templates": Request.templates([TemplateFile(name: "ours.md", bytes: [0x23])]).frame,
        "read-manifest": Request.manifest(plugin: 0).frame,
        "describe": Request.describe(plugin: 0).frame,
        "rules": Request.rules(
            set: 1,
            [
                PluginRules(
                    plugin: 0,
                    requests: [
                        CheckRequest(
                            name: "seen", severity: .info,
                            options: ["a": .list(["b"]), "c": .boolean(true), "d": .number(0.5)])
                    ])
            ]
        ).frame,
        "check": Request.check(document, set: 1, CheckWishes(facts: .links, times: true)).frame,
        "forget": Request.forget.frame,
        "know": Request.know(document, facts: [0, 0, 0], existing: [true, nil]).frame,
        "transform": Request.transform(
            document, plugin: 0, name: "t", [NamedOption(name: "a", value: .integer(3))]
        ).frame,
        "export": Request.export(plugin: 0, name: "e", [], TicketLinks([])).frame,
        "transform-workspace": Request.transformWorkspace(
            plugin: 0, name: "t", [NamedOption(name: "a", value: .string("b"))],
            selected: [true, false]
        ).frame,
        "compose": Request.compose(
            ProtocolTarget.document,
            [[RemoteEdit(start: 0, end: 1, replacement: "x", group: 2)], []]
        ).frame,
        "reserve": Request.reserve(ReservedIds(ranges: ["FR": [1...3, 7...7], "R": [2...2]]))
            .frame,
        "manifest": Answer.manifest(try? Manifest.tree(of: ProtocolTarget.files)).frame,
        "described": Answer.described(
            .record([
                .init(key: "checks", value: .list([.string("a"), .integer(-7), .none])),
                .init(key: "x", value: .number(0.5)), .init(key: "y", value: .boolean(true)),
            ])
        ).frame,
        "failed": Answer.failed(
            PluginFailure(
                plugin: "kind", kind: .limit, message: "m", file: "init.lua", line: 3, column: 9,
                rule: "kind/seen", spec: "a.md", specLine: 1, traceback: ["t"], limit: .fuel),
            log: ["printed"]
        ).frame,
        "checked": Answer.checked(
            reading: [finding],
            [RemoteResult(findings: [finding, finding], failures: [], log: ["printed"])],
            suppressions: [], facts: nil, spent: TimeSpent()
        ).frame,
        "told": Answer.checked(
            reading: [], [],
            suppressions: SpecSuppressions.frame(
                of: SpecReader().read(ProtocolTarget.document.bytes, path: "a.md").suppressions),
            facts: SpecFacts.frame(
                of: SpecReader().read(ProtocolTarget.document.bytes, path: "a.md")),
            spent: nil
        ).frame,
        "checked-workspace": Answer.checkedWorkspace(
            [RemoteResult(), RemoteResult(findings: [finding])], spent: nil
        ).frame,
        "transformed": Answer.transformed(
            reading: [finding], [RemoteEdit(start: 0, end: 1, replacement: "é")], log: []
        ).frame,
        "transformed-workspace": Answer.transformedWorkspace(
            [[], [RemoteEdit(start: 1, end: 1, replacement: "x")]], leftOut: [0], log: ["said"]
        ).frame,
        "composed": Answer.composed(3).frame,
        "exported": Answer.exported(
            [RemoteFile(name: "a.csv", bytes: [0, 255, 10])], plan: [], log: ["a", "b"]
        ).frame,
    ]

    @Test(arguments: seeds.keys.sorted())
    func `a seed is what is said today`(_ name: String) throws {
        let frame = try #require(Self.seeds[name])
        let stream = [9] + [UInt8](UInt32(frame.count).littleEndianBytes) + frame
        try Golden.compare(
            stream, with: Repository.root.appending(path: "Tests/Fuzzing/Seeds/protocol/\(name)"))
    }
}
