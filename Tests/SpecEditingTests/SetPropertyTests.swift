import Foundation
import SpecEditing
import SpecModel
import SpecReading
import TestSupport
import Testing

@Suite struct SetPropertyTests {
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func corpus() throws {
        var tally = SetTally()
        for (path, bytes) in try Generated.markdown(in: Shared.path("corpus/specs")) {
            tally.add(bytes, path)
        }
        print(tally.report)
        print(tally.wrong.prefix(25).joined(separator: "\n"))
        #expect(tally.wrong.count == 0, "\(tally.wrong.count) wrong")
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func generated() throws {
        var tally = SetTally()
        for (number, bytes) in try Generated.documents(20, seed: 5).enumerated() {
            tally.add(bytes, "generated \(number)")
        }
        print(tally.report)
        print(tally.wrong.prefix(25).joined(separator: "\n"))
        #expect(tally.wrong.count == 0, "\(tally.wrong.count) wrong")
    }
}

/// What setting every field of documents did.
struct SetTally {
    private(set) var set = 0
    private(set) var refused: [String: (count: Int, example: String)] = [:]
    private(set) var wrong: [String] = []
    private var kinds: [String: Int] = [:]

    private var batchCount = 0

    mutating func add(_ bytes: [UInt8], _ name: String) {
        let spec = SpecReader().read(bytes, path: "spec.md")
        if spec.findings.hasErrors { return }
        var values = Values(seed: UInt64(bytes.count))
        var batches: [[(item: Int, field: Field, value: String)]] = []
        var columns: [Set<Int>] = []
        var ends: [Int] = []
        let tables = spec.blocks.indices.filter { spec.blocks[$0].kind == .tableCell }
        for item in spec.items.indices {
            let fields = (spec.items[item].fields + spec.items[item].extra).filter {
                $0.text != nil && $0.range != $0.inherited?.range
                    && !($0.range.isEmpty && $0.text != "")
            }
            for field in fields.sorted(by: { $0.range.start < $1.range.start }) {
                var column = -1 - item
                if let cell = tables.last(where: { spec.blocks[$0].range.contains(field.range) }),
                    let row = spec.blocks[cell].parent
                {
                    column = (spec.blocks[row].parent ?? 0) * 1000 + cell - row
                }
                let value = values.next()
                let free = batches.indices.first {
                    !columns[$0].contains(column) && ends[$0] < field.range.start
                }
                if let free {
                    batches[free].append((item, field, value))
                    columns[free].insert(column)
                    ends[free] = field.range.end
                } else {
                    batches.append([(item, field, value)])
                    columns.append([column])
                    ends.append(field.range.end)
                }
            }
        }
        batchCount += batches.count
        for batch in batches { check(spec, batch, name) }
    }

    private mutating func check(
        _ spec: Spec, _ asked: [(item: Int, field: Field, value: String)], _ name: String
    ) {
        let editor = SpecEditor(spec) { SpecReader().read($0, path: "spec.md") }
        let results = editor.edits(
            ofGroups: asked.map { [.set(.field(item: $0.item, name: $0.field.name), to: $0.value)] }
        )
        var edits: [Edit] = []
        var done: [(item: Int, field: Field, value: String)] = []
        for (ask, result) in zip(asked, results) {
            let what = "\(spec.items[ask.item].kind).\(ask.field.name)"
            kinds[what, default: 0] += 1
            switch result {
            case .success(let own):
                done.append(ask)
                edits += own
            case .failure(let failure):
                let line = spec.source.lineIndex(of: ask.field.range.start) + 1
                refused[
                    what, default: (0, "\(name):\(line) \(ask.value.debugDescription) \(failure)")
                ].count += 1
            }
        }
        set += done.count
        edits.sort { $0.range.start < $1.range.start }
        for (a, b) in zip(edits, edits.dropFirst()) where a.range.end > b.range.start {
            wrong.append("\(name): overlap at \(a.range)"); return
        }
        let bytes = apply(edits, to: spec.source.bytes)
        let new = SpecReader().read(bytes, path: "spec.md")
        guard new.items.count == spec.items.count else {
            wrong.append("\(name): \(new.items.count) items of \(spec.items.count)"); return
        }
        for ask in done {
            let found =
                new.items[ask.item].field(ask.field.name)
                ?? new.items[ask.item].extra.first { $0.name == ask.field.name }
            if !same(found?.text ?? "?", ask.value) {
                wrong.append(
                    "\(name): \(ask.field.name) of line \(spec.source.lineIndex(of: ask.field.range.start) + 1) is \((found?.text ?? "").debugDescription), not \(ask.value.debugDescription)"
                )
            }
        }
        // back
        let again = SpecEditor(new) { SpecReader().read($0, path: "spec.md") }
        let backs: [[EditRequest]] = done.map { ask in
            let found =
                new.items[ask.item].field(ask.field.name)
                ?? new.items[ask.item].extra.first { $0.name == ask.field.name }
            let source = spec.source.text(ask.field.range)
            if source == ask.field.text, !source.contains(where: { "[]*_`<&~\\|".contains($0) }) {
                return [.set(.field(item: ask.item, name: ask.field.name), to: source)]
            }
            return [.replace(found?.range ?? SourceRange(0, 0), with: source)]
        }
        var back: [Edit] = []
        for (ask, result) in zip(done, again.edits(ofGroups: backs)) {
            switch result {
            case .success(let edits): back += edits
            case .failure(let failure):
                wrong.append(
                    "\(name): back \(ask.field.name) of line \(spec.source.lineIndex(of: ask.field.range.start) + 1) \(ask.value.debugDescription): \(failure)"
                )
            }
        }
        back.sort { $0.range.start < $1.range.start }
        let old = apply(back, to: bytes)
        if old != spec.source.bytes {
            let a = SourceText(path: "", bytes: old), b = spec.source
            for line in 0..<min(a.lineStarts.count, b.lineStarts.count)
            where line < new.source.lineStarts.count
                && a.text(a.lineRange(line)) != b.text(b.lineRange(line))
            {
                wrong.append(
                    "\(name): line \(line + 1) is\n\(a.text(a.lineRange(line))) and was\n\(b.text(b.lineRange(line)))\nvia\n\(new.source.text(new.source.lineRange(line)))"
                )
            }
        }
        // same
        let same = editor.edits(
            ofGroups: asked.map {
                [.set(.field(item: $0.item, name: $0.field.name), to: $0.field.text ?? "")]
            })
        for (ask, result) in zip(asked, same) where (try? result.get()) != [] {
            wrong.append("\(name): same \(ask.field.name)")
        }
    }

    var report: String {
        let refusals = refused.sorted { $0.value.count > $1.value.count }.prefix(40)
            .map { "\($0.key): \($0.value.count) of \(kinds[$0.key] ?? 0), as \($0.value.example)" }
        return
            "\(batchCount) batches, \(set) set, \(refused.values.reduce(0) { $0 + $1.count }) refused\n"
            + refusals.joined(separator: "\n")
    }

    private func same(_ a: String, _ b: String) -> Bool {
        func trimmed(_ text: String) -> [UInt8] {
            let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { line in
                Array(line.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
            }
            return Array(
                lines.joined(separator: [0x0A]).drop { $0 == 0x0A }.reversed().drop { $0 == 0x0A }
                    .reversed())
        }
        return trimmed(a) == trimmed(b)
    }

    private func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var end = 0
        for edit in edits {
            result += bytes[end..<edit.range.start]
            result += edit.replacement.utf8
            end = edit.range.end
        }
        return result + bytes[end...]
    }
}
