import LuaSandbox
import SpecModel
import SpecPlugins
import TestSupport
import Testing
import Yaml

@testable import SpecWorkers

/// Whatever a worker sends is an answer that says only what it may, or none.
struct AnswerTests {
    private static let finding = RemoteFinding(
        rule: "kind/seen", severity: .error, document: 0, start: 2, end: 5, message: "found",
        item: "R-1")
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
        .checked(reading: [finding], [RemoteResult(findings: [finding, finding])]),
        .checkedWorkspace([RemoteResult(), RemoteResult(findings: [finding])]),
        .transformed(
            reading: [finding], [RemoteEdit(start: 0, end: 1, replacement: "é")], log: []),
        .exported([0, 255, 10], log: ["a", "b"]),
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

    @Test func `what is damaged or made up says only what it may`() throws {
        var random = SplitMix(state: 4)
        let bytes = Array("# A spec\n\nText.\n".utf8)
        let document = Document(path: "a.md", bytes: bytes)
        let requests = [CheckRequest(name: "seen", severity: .warning, options: [:])]
        var accepted = 0
        for round in 0..<100_000 {
            var frame = Self.answers[round % Self.answers.count].frame
            if round % 5 == 0 {
                frame = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            }
            for _ in 0..<(round % 4) where !frame.isEmpty {
                frame[Int.random(in: 0..<frame.count, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            guard let answer = try? Answer(frame: frame) else { continue }
            accepted += 1
            var verifier = Verifier([document])
            switch answer {
            case .checked(let reading, let results):
                let found =
                    verifier.reading(reading, in: 0)
                    + results.flatMap {
                        verifier.result($0, of: "kind", requests, in: nil).findings
                    }
                for finding in found {
                    #expect(finding.location.path == "a.md")
                    #expect(finding.location.end.offset <= bytes.count)
                    #expect(finding.location.start <= finding.location.end)
                    #expect(finding.rule == "kind/seen" || finding.rule.hasPrefix("reading/"))
                    #expect(finding.message.utf8.allSatisfy { $0 >= 0x20 })
                }
            case .manifest(let tree):
                let bytes = try #require(Manifest.bytes(in: Self.manifest))
                guard let tree, tree.couldStand(in: bytes) else { continue }
                do throws(PluginFailure) {
                    _ = try Manifest(Self.manifest, tree: tree)
                } catch {
                    #expect(error.plugin == "kind" && error.file == "plugin.yml")
                    #expect((1...6).contains(error.line ?? 0))
                    #expect(error.message.utf8.allSatisfy { $0 >= 0x20 })
                }
            case .transformed(_, let edits, _):
                if let edits = verifier.edits(edits, of: 0) {
                    for edit in edits { #expect(edit.range.end <= bytes.count) }
                }
            case .failed(let failure, let log):
                for line in verifier.log(log) { #expect(line.utf8.allSatisfy { $0 >= 0x20 }) }
                let verified = verifier.failure(failure, of: "kind", requests)
                #expect(verified.plugin == "kind")
                #expect(verified.message.utf8.allSatisfy { $0 >= 0x20 })
                #expect(verified.spec == nil || verified.spec == "a.md")
            default: continue
            }
        }
        #expect(accepted > 10_000)
    }

    @Test func `a tree that its text cannot hold is not believed`() throws {
        let text = Array("a: [1, \"\\L\\L\\L\"]\nb: c\n".utf8)
        let tree = try #require(try YamlNode.parse(text))
        #expect(tree.couldStand(in: text))
        #expect(!tree.couldStand(in: Array(text.dropLast(8))))
        #expect(!tree.couldStand(in: Array(text.reversed())))
        #expect(!tree.couldStand(in: text + [0]))
        func changed(_ change: (inout [YamlPair]) -> Void) -> YamlNode {
            guard case .mapping(var pairs) = tree.value else { return tree }
            change(&pairs)
            return YamlNode(value: .mapping(pairs), start: tree.start, end: tree.end)
        }
        let long = String(repeating: "x", count: text.count * 2)
        let lies = [
            changed { $0[1].key = "a" },
            changed { $0[0].key = long },
            changed { $0[1].keyStart.line = 1 },
            changed { $0[1].value.end.offset = -1 },
            changed { ($0[1].value.start, $0[1].value.end) = ($0[1].value.end, $0[1].keyStart) },
            changed { $0[1].value.value = .scalar(long, quoted: false) },
            changed {
                $0[1].value.value = .sequence(
                    Array(repeating: $0[1].value, count: YamlNode.Limits.nodes))
            },
            changed {
                for _ in 0...YamlNode.Limits.depth {
                    $0[1].value.value = .sequence([$0[1].value])
                }
            },
        ]
        for (number, lie) in lies.enumerated() {
            #expect(!lie.couldStand(in: text), "\(number)")
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
}
