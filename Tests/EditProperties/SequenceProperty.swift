import SpecEditing
import SpecModel
import SpecReading
import TestSupport

/// Edits documents at random, step by step: each step is a request or some, and the next one goes on
/// with what the last one made. Nothing may trap, what is made is a document, and steps that take
/// nothing away lose no word.
public struct SequenceProperty {
    /// How many sequences were run, how many steps changed something, and how many were refused.
    public private(set) var sequences = 0
    public private(set) var changed = 0
    public private(set) var refused = 0
    /// What was wrong, a line each.
    public private(set) var wrong: [String] = []

    public init() {}

    /// Runs the sequence of a seed on a document.
    public mutating func check(_ bytes: [UInt8], _ name: String, seed: UInt64) {
        var random = SplitMix(state: seed)
        var values = Values(seed: seed ^ 0xED17)
        var spec = Self.read(bytes)
        sequences += 1
        for step in 0..<Int.random(in: 1...5, using: &random) {
            let requests = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
                Self.request(on: spec, &random, &values)
            }
            let edits: [Edit]
            do throws(EditFailure) {
                edits = try SpecEditor(spec, reread: Self.read).edits(of: requests)
            } catch {
                refused += 1
                continue
            }
            if edits.isEmpty { continue }
            changed += 1
            let place = "\(name), seed \(seed), step \(step)"
            guard let bytes = spec.source.applying(edits) else {
                wrong.append("\(place): edits overlap or reach out of the document")
                return
            }
            let new = Self.read(bytes)
            if new.findings.hasErrors, !spec.findings.hasErrors {
                wrong.append("\(place): the document can no longer be read")
                return
            }
            if requests.allSatisfy(\.keepsAll), let word = Self.lost(spec.source, new.source) {
                wrong.append("\(place): lost \(word.debugDescription) by \(requests)")
                return
            }
            spec = new
        }
    }

    private static func read(_ bytes: [UInt8]) -> Spec {
        SpecReader().read(bytes, path: "spec.md")
    }

    /// A word that a text had more often than another one has it. Numbers of entries may change.
    private static func lost(_ old: SourceText, _ new: SourceText) -> String? {
        var left: [Substring: Int] = [:]
        for word in words(of: new) { left[word, default: 0] += 1 }
        for word in words(of: old) {
            left[word, default: 0] -= 1
            if left[word, default: 0] < 0 { return String(word) }
        }
        return nil
    }

    private static func words(of source: SourceText) -> [Substring] {
        source.text(SourceRange(0, source.bytes.count))
            .split { !($0.isLetter || $0.isNumber) }
            .filter { $0.contains(where: \.isLetter) && $0.lowercased() != "x" }
    }
}

extension SequenceProperty {
    /// Some request; nil where the document has nothing that it could be about.
    private static func request(
        on spec: Spec, _ random: inout SplitMix, _ values: inout Values
    ) -> EditRequest? {
        func item() -> Int? { spec.items.indices.randomElement(using: &random) }
        func section() -> Int? { spec.sections.indices.randomElement(using: &random) }
        func block() -> Int? { spec.blocks.indices.randomElement(using: &random) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1:
            guard let item = item(),
                let field = spec.items[item].fields.randomElement(using: &random)
            else { return nil }
            return .set(.field(item: item, name: field.name), to: values.next(for: field))
        case 2:
            guard let section = section() else { return nil }
            return Bool.random(using: &random)
                ? .set(.title(section: section), to: values.next())
                : .set(.number(section: section), to: "\(Int.random(in: 0...12, using: &random))")
        case 3:
            return spec.metadata.indices.randomElement(using: &random).map {
                .set(.metadata($0), to: values.next())
            }
        case 4:
            guard let item = item(),
                let box = spec.items[item].fields.first(where: {
                    if case .boolean = $0.value { true } else { false }
                })
            else { return nil }
            return .tick(.field(item: item, name: box.name), Bool.random(using: &random))
        case 5: return block().map { .replace(spec.blocks[$0].range, with: values.next()) }
        case 6:
            guard let item = item() else { return nil }
            let held = spec.items[item]
            let fields = held.fields.filter { $0.text != nil }.map {
                EditRequest.NewField(name: $0.name, value: values.next(for: $0))
            }
            return .insertItem(
                kind: held.kind, fields: fields,
                Bool.random(using: &random) ? .after(.item(item)) : .before(.item(item)))
        case 7:
            guard let section = section() else { return nil }
            let new = EditRequest.NewSection(
                title: "New \(values.next())", number: nil, level: nil, text: values.next())
            return .insertSection(
                new,
                Bool.random(using: &random) ? .after(.section(section)) : .into(section: section))
        case 8:
            guard let item = item(), let field = spec.items[item].fields.first else { return nil }
            return .insertColumn(
                name: "Added", beside: field.range, isBehind: Bool.random(using: &random))
        case 9:
            guard let part = part(of: spec, &random) else { return nil }
            return .remove(part)
        case 10:
            guard let part = part(of: spec, &random), let other = part.other(in: spec, &random)
            else { return nil }
            return .move(part, Bool.random(using: &random) ? .after(other) : .before(other))
        default:
            if Bool.random(using: &random) {
                return section().map { .append(section: $0, "- new \(values.next())") }
            }
            return block().map { .wrap(block: $0, before: "```", after: "```") }
        }
    }

    private static func part(of spec: Spec, _ random: inout SplitMix) -> EditRequest.Part? {
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: spec.items.indices.randomElement(using: &random).map { .item($0) }
        case 2: spec.sections.indices.randomElement(using: &random).map { .section($0) }
        default: spec.blocks.indices.randomElement(using: &random).map { .block($0) }
        }
    }
}

extension EditRequest.Part {
    /// Another part of the same sort.
    fileprivate func other(in spec: Spec, _ random: inout SplitMix) -> EditRequest.Part? {
        switch self {
        case .item(let item):
            let kind = spec.items[item].kind
            return spec.items.indices.filter { spec.items[$0].kind == kind && $0 != item }
                .randomElement(using: &random).map { .item($0) }
        case .section(let section):
            return spec.sections.indices.filter { $0 != section }
                .randomElement(using: &random).map { .section($0) }
        case .block(let block):
            let parent = spec.blocks[block].parent
            return spec.blocks.indices.filter { spec.blocks[$0].parent == parent && $0 != block }
                .randomElement(using: &random).map { .block($0) }
        case .metadata: return nil
        }
    }
}

extension EditRequest {
    /// Does it take nothing away?
    fileprivate var keepsAll: Bool {
        switch self {
        case .tick, .insertItem, .insertSection, .insertMetadata, .insertColumn, .move, .append,
            .wrap:
            true
        case .set, .replace, .replaceAll, .remove: false
        }
    }
}
