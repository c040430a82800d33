import SpecEditing
import SpecModel
import SpecReading
import TestSupport
import Testing

@testable import SpecPlugins

/// Specs are exported, a tenth of what they ask for is edited, and they are exported again: what is made,
/// changed and gone in the tracker are those edits.
@Suite(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
struct TicketIdentityTests {
    @Test func `tickets follow what they stand for`() throws {
        var specs: [Spec] = []
        for style in [Generated.Style.varied, .plain] {
            for (number, bytes) in try Generated.documents(100, seed: 61, style).enumerated() {
                specs.append(SpecReader().read(bytes, path: "docs/\(style)-\(number).md"))
            }
        }
        let before = try plan(specs, [])
        #expect(before.allSatisfy { $0.operation == .create })
        #expect(Set(before.map(\.uid)).count == before.count)
        let links = before.enumerated().map { number, ticket in
            TicketLink(
                tracker: ticket.tracker, uid: ticket.uid, key: "T-\(number)", hash: ticket.hash,
                kind: ticket.kind, title: ticket.title)
        }
        #expect(try plan(specs, links).allSatisfy { $0.operation == .noop })

        var editor = TicketEdits(known: Set(before.map(\.uid)))
        for place in specs.indices { specs[place] = editor.edited(specs[place]) }
        #expect(editor.reworded.count > 50 && editor.deleted.count > 50 && editor.added > 50)
        #expect(editor.changed.count > 30 && editor.moved > 30)

        let after = try plan(specs, links)
        let updated = after.filter { $0.operation == .update }
        let kept = Set(updated.compactMap(\.was))
        let lost = editor.reworded.subtracting(kept)
        #expect(kept.isSubset(of: editor.reworded), "nothing else is taken for something else")
        #expect(Double(kept.count) >= 0.95 * Double(editor.reworded.count), "\(lost.sorted())")
        #expect(
            Set(updated.filter { $0.was == nil }.map(\.uid)) == editor.changed,
            "what was changed, and nothing else")
        #expect(
            Set(after.filter { $0.operation == .vanished }.map(\.uid))
                == editor.deleted.union(lost))
        #expect(after.count { $0.operation == .create } == editor.added + lost.count)
        #expect(Set(after.compactMap(\.key)).count == after.count { $0.key != nil }, "a key once")
    }

    private func plan(_ specs: [Spec], _ links: [TicketLink]) throws -> [PlannedTicket] {
        var session = try PluginSession(
            Plugin(#require(PluginFiles.bundled("jira-issues"))))
        return try session.export(
            "plan", specs, options: ["project": .string("T")],
            links: TicketLinks(links, matches: .accept)
        ).plan
    }
}

/// Edits some requirements and questions of specs, and knows what tickets should come of it.
private struct TicketEdits {
    let known: Set<String>
    /// Uids of what is said in other words, and of what has an id and says something else.
    var reworded: Set<String> = []
    var changed: Set<String> = []
    var deleted: Set<String> = []
    var added = 0
    /// What stands elsewhere in its section.
    var moved = 0

    private var random = SplitMix(state: 67)
    private var number = 0

    init(known: Set<String>) { self.known = known }

    mutating func edited(_ spec: Spec) -> Spec {
        var spec = spec
        var touched: Set<String> = []
        let count = max(3, candidates(spec, touched).count / 10)
        for _ in 0..<count {
            guard let item = candidates(spec, touched).randomElement(using: &random) else { break }
            touched.insert(spec.items[item].key)
            if let edited = edited(spec, item) { spec = edited }
        }
        return spec
    }

    /// Requirements and questions that are tickets, whose texts no other one has.
    private func candidates(_ spec: Spec, _ touched: Set<String>) -> [Int] {
        spec.items.indices.filter { index in
            let item = spec.items[index]
            let text = item.field("text")?.text ?? ""
            return ["requirement", "question"].contains(item.kind) && !touched.contains(item.key)
                && known.contains(uid(item, spec)) && text.split(separator: " ").count >= 4
                && spec.items.count { $0.field("text")?.text == text } == 1
        }
    }

    private func uid(_ item: Item, _ spec: Spec) -> String { "\(spec.source.path)#\(item.key)" }

    private mutating func edited(_ spec: Spec, _ index: Int) -> Spec? {
        let item = spec.items[index]
        let uid = uid(item, spec)
        number += 1
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            guard let text = item.field("text")?.text,
                let new = applying(
                    [.set(.field(item: index, name: "text"), to: otherWords(text))], to: spec)
            else { return nil }
            if new.items[index].key == item.key {
                changed.insert(uid)
            } else {
                reworded.insert(uid)
            }
            return new
        case 1:
            guard let level = item.field("priority")?.level,
                let new = applying(
                    [
                        .set(
                            .field(item: index, name: "priority"),
                            to: level == "high" ? "low" : "high")
                    ], to: spec), new.items[index].key == item.key
            else { return nil }
            changed.insert(uid)
            return new
        case 2:
            guard let new = applying([.remove(.item(index))], to: spec) else { return nil }
            deleted.insert(uid)
            return new
        case 3:
            let fields = [
                EditRequest.NewField(name: "text", value: "Entirely fresh wish \(number)")
            ]
            guard
                let new = applying(
                    [.insertItem(kind: item.kind, fields: fields, .after(.item(index)))], to: spec)
            else { return nil }
            added += 1
            return new
        default:
            let beside = spec.items.indices.filter {
                $0 != index && spec.items[$0].kind == item.kind
            }
            guard let other = beside.randomElement(using: &random),
                let new = applying([.move(.item(index), .after(.item(other)))], to: spec)
            else { return nil }
            // A ticket says in which section it stands.
            if spec.items[other].section == item.section { moved += 1 } else { changed.insert(uid) }
            return new
        }
    }

    /// One word is another one.
    private mutating func otherWords(_ text: String) -> String {
        var words = text.split(separator: " ").map { String($0) }
        words[Int.random(in: 0..<words.count, using: &random)] = "quickly"
        return words.joined(separator: " ")
    }

    private func applying(_ requests: [EditRequest], to spec: Spec) -> Spec? {
        let read = { bytes in SpecReader().read(bytes, path: spec.source.path) }
        guard let edits = try? SpecEditor(spec, reread: read).edits(of: requests),
            let bytes = spec.source.applying(edits)
        else { return nil }
        return read(bytes)
    }
}
