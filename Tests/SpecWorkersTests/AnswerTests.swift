import LuaSandbox
import SpecModel
import SpecPlugins
import Testing
import Yaml

@testable import SpecWorkers

/// An answer crosses whole; what is none is seen as none. That whatever is damaged or made up says only
/// what it may, `Tests/Fuzzing` looks at.
struct AnswerTests {
    private static let finding = RemoteFinding(
        rule: "kind/seen", severity: .error, place: RemotePlace(start: 2, end: 5),
        message: "found", item: "R-1",
        related: [
            RemoteFinding.Related(message: "there", place: RemotePlace(start: 0, end: 1))
        ], help: "https://example.org/seen",
        fix: [RemoteEdit(start: 2, end: 5, replacement: "lost")],
        applicability: .unsafe)
    private static let manifest = PluginFiles(
        name: "kind", root: "kind",
        files: [
            PluginFiles.File(path: "init.lua", bytes: []),
            PluginFiles.File(
                path: "plugin.yml",
                bytes: Array(
                    """
                    name: kind
                    version: 1.0.0
                    description: "for a \u{1F319} test"
                    options: {checks: {seen: {most: {type: integer, default: 3, minimum: 1}}}}
                    vocabulary:
                      sections: [{role: risks, names: [Dangers]}]
                    """.utf8)),
        ])
    private static let spent: TimeSpent = {
        var spent = TimeSpent()
        (spent.reading, spent.host) = (1, 2)
        spent.rules["kind/seen"] = TimeSpent.Rule(nanoseconds: 3, runs: 4)
        return spent
    }()
    @Test func `whatever a worker tells of its time, sums of it do not overflow`() {
        var most = TimeSpent()
        (most.reading, most.host) = (TimeSpent.most, TimeSpent.most)
        most.rules["a/b"] = TimeSpent.Rule(nanoseconds: TimeSpent.most, runs: TimeSpent.most)
        var sum = most
        for _ in 0..<100 { sum.add(most) }
        #expect(sum == most)
    }

    private static let answers: [Answer] = [
        .done, .manifest(nil), .manifest(try? Manifest.tree(of: manifest)),
        .described(
            .record([
                .init(key: "checks", value: .list([.string("a"), .integer(-7), .none])),
                .init(key: "x", value: .number(0.5)), .init(key: "y", value: .boolean(true)),
            ])),
        .failed(
            PluginFailure(
                plugin: "kind", kind: .limit, message: "m", file: "init.lua", line: 3, column: 9,
                rule: "kind/seen", spec: "a.md", specLine: 1, traceback: ["t"], limit: .fuel),
            log: ["printed"]),
        .checked(
            reading: [finding], [RemoteResult(findings: [finding, finding])], suppressions: [],
            facts: nil, spent: nil),
        .checked(reading: [], [], suppressions: [4, 5], facts: [1, 2, 3], spent: spent),
        .checkedWorkspace(
            [RemoteResult(), RemoteResult(findings: [finding])], spent: TimeSpent()),
        .transformed(
            reading: [finding], [RemoteEdit(start: 0, end: 1, replacement: "é")], log: []),
        .exported([RemoteFile(name: "a.csv", bytes: [0, 255, 10])], plan: [], log: ["a", "b"]),
    ]

    @Test func `an answer is what it was`() throws {
        for answer in Self.answers {
            #expect(try Answer(frame: answer.frame).frame == answer.frame)
        }
    }

    @Test func `no answer is the beginning of another`() {
        for answer in Self.answers {
            for count in answer.frame.indices {
                #expect(throws: WireError.self) {
                    try Answer(frame: Array(answer.frame.prefix(count)))
                }
            }
            #expect(throws: WireError.self) { try Answer(frame: answer.frame + [0]) }
        }
    }

    @Test func `more failures than rules can have are cut, and said`() {
        let failure = PluginFailure(plugin: "other", kind: .runtime, message: "m")
        let remote = RemoteResult(failures: Array(repeating: failure, count: 1000))
        var verifier = Verifier([Document(path: "a.md", bytes: [])])
        let requests = [CheckRequest(name: "seen", severity: .warning, options: [:])]
        let result = verifier.result(remote, of: "kind", requests, in: 0)
        #expect(result.failures.count == 5)
        #expect(result.failures.allSatisfy { $0.plugin == "kind" })
        #expect(result.failures.last?.kind == .shape)
    }

    @Test func `a fix out of order, of the document or of characters takes its finding along`() {
        func findings(_ edits: (start: Int, end: Int)...) -> CheckResult {
            var remote = Self.finding
            remote.fix = edits.map { RemoteEdit(start: $0.start, end: $0.end, replacement: "") }
            var verifier = Verifier([Document(path: "a.md", bytes: Array("12345é".utf8))])
            return verifier.result(
                RemoteResult(findings: [remote]), of: "kind",
                [CheckRequest(name: "seen", severity: .warning, options: [:])], in: 0)
        }
        #expect(findings((0, 2), (2, 7)).findings.first?.fix.map(\.range.end) == [2, 7])
        for wrong in [
            findings((-1, 2)), findings((0, 8)), findings((3, 2)), findings((0, 3), (2, 4)),
            findings((0, 6)),
        ] {
            #expect(wrong.findings == [])
            #expect(wrong.failures.map(\.kind) == [.shape])
        }
    }

    @Test func `a value that is too deep or too long is none`() {
        var deep = LuaValue.none
        for _ in 0..<40 { deep = .list([deep]) }
        let mark = YamlMark(line: 1, column: 1, offset: 0)
        var tree = YamlNode(value: .scalar("", quoted: false), start: mark, end: mark)
        for _ in 0...YamlNode.Limits.depth {
            tree = YamlNode(value: .sequence([tree]), start: mark, end: mark)
        }
        #expect(throws: WireError.self) { try Answer(frame: Answer.manifest(tree).frame) }
        #expect(throws: WireError.self) { try Answer(frame: Answer.described(deep).frame) }
        let long = LuaValue.list([LuaValue](repeating: .none, count: WireReader.longestList + 1))
        #expect(throws: WireError.self) { try Answer(frame: Answer.described(long).frame) }
    }

    @Test func `a list of parts of a document may be as long as that`() throws {
        let frame = [Bool](repeating: true, count: WireReader.longestList + 1).frame
        var reader = WireReader(frame)
        reader.furthest = WireReader.longestList
        #expect(throws: WireError.self) { try [Bool].read(from: &reader) }
        reader = WireReader(frame)
        reader.furthest = WireReader.longestList + 1
        #expect(try [Bool].read(from: &reader).count == reader.furthest)
    }
}
