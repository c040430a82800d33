internal import LuaSandbox
internal import SpecModel

/// Writes a spec as plugins see it, with hidden lists beside that tie its parts together. Indices
/// count from 1, 0 is none. No offset reaches a plugin: what comes back names a part, see `Place`.
///
/// Only what most rules need travels at once; the parts (`SpecPart`) when somebody looks at them.
///
/// A class, for what writes lists keeps it: to copy a spec is to count twenty references.
final class SpecFrame {
    let spec: Spec
    /// The index of the line that was asked for last.
    private var nearLine = 0
    /// Kind → the indices of its items.
    private(set) lazy var kinds = indicesByKind()

    /// What messages call the items, by their index.
    private(set) lazy var titles = titlesByIndex()

    init(spec: Spec) { self.spec = spec }

    /// Specs together: what is known of them before somebody looks at one.
    static func workspace(_ specs: SpecList) -> Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            builder.key("workspace")
            builder.record(class: "workspace") { $0.text("kind", "workspace") }
            builder.integer("count", specs.count)
            let outlines = specs.outlines
            builder.key("paths")
            builder.bytes(outlines.flatMap { Array($0.path.utf8) + [0] }[...])
            builder.integers(
                "linking", outlines.indices.lazy.filter { outlines[$0].linksFiles }.map { $0 + 1 })
        }
        return builder.finish()
    }

    /// - Parameter parts: those that travel at once.
    static func single(_ spec: Spec, with parts: [SpecPart] = []) -> Frame {
        // Parts and blocks have about as many bytes as the source, twice.
        var builder = FrameBuilder(room: 4096 + 2 * spec.source.bytes.count)
        SpecFrame(spec: spec).write(to: &builder, with: parts)
        return builder.finish()
    }

    func write(to builder: inout FrameBuilder, with parts: [SpecPart] = []) {
        builder.record { builder in
            builder.key("spec")
            writeSpec(to: &builder)
            writeKinds(to: &builder)
            if parts.isEmpty { return }
            builder.key("parts")
            builder.record { builder in
                let named = parts.map { (text: $0.text, part: $0) }
                for (text, part) in named.sorted(by: { $0.text < $1.text }) {
                    builder.key(text)
                    write(part, to: &builder)
                }
            }
        }
    }

    /// One part; nil where the spec has none.
    func frame(_ part: SpecPart) -> Frame {
        var builder = FrameBuilder()
        write(part, to: &builder)
        return builder.finish()
    }

    private func write(_ part: SpecPart, to builder: inout FrameBuilder) {
        switch part {
        case .spec: write(to: &builder)
        case .sections: writeSections(to: &builder)
        case .placeholders: writePlaceholders(to: &builder)
        case .links: writeLinks(to: &builder)
        case .anchors: writeAnchors(to: &builder)
        case .titles: writeTitles(to: &builder)
        case .ids: writeIds(to: &builder)
        case .items(let kind): writeItems(of: kind, to: &builder)
        case .schema:
            if let match = spec.match { write(match, to: &builder) } else { builder.none() }
        }
    }

    func line(_ range: SourceRange) -> Int { line(at: range.start) }

    /// The line of a range's last byte.
    func lastLine(_ range: SourceRange) -> Int {
        lineIndex(of: max(range.start, range.end - 1)) + 1
    }

    private func line(at offset: Int) -> Int {
        nearLine = lineIndex(of: offset)
        return nearLine + 1
    }

    /// The index of the line that holds an offset; what is asked for mostly stands behind what was asked
    /// for last.
    private func lineIndex(of offset: Int) -> Int {
        let starts = spec.source.lineStarts
        for index in nearLine..<min(nearLine + 4, starts.count) where starts[index] <= offset {
            guard index + 1 < starts.count, starts[index + 1] <= offset else { return index }
        }
        return spec.source.lineIndex(of: offset)
    }

    /// The section that an offset stands in: the last that begins at or before it and has not
    /// ended; 0 where there is none.
    func section(at offset: Int) -> Int {
        var low = 0
        var high = spec.sections.count
        while low < high {
            let middle = (low + high) / 2
            if spec.sections[middle].range.start <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        while low > 0, spec.sections[low - 1].range.end <= offset {
            low = (spec.sections[low - 1].parent ?? -1) + 1
        }
        return low
    }
}

extension FrameBuilder {
    mutating func text(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }

    /// Writes nothing where there is no value, so that the key reads as nil.
    mutating func text(_ key: String, _ value: String?) {
        if let value { text(key, value) }
    }

    /// Writes nothing where there is no value. A whole number is an integer.
    mutating func number(_ key: String, _ value: Double?) {
        guard let value else { return }
        self.key(key)
        if let whole = Int(exactly: value) { integer(whole) } else { number(value) }
    }

    mutating func integer(_ key: String, _ value: Int) {
        self.key(key)
        integer(value)
    }

    mutating func boolean(_ key: String, _ value: Bool) {
        self.key(key)
        boolean(value)
    }

    mutating func integers(_ key: String, _ values: some Sequence<Int>) {
        self.key(key)
        integers(values)
    }

    mutating func strings(_ key: String, _ values: some Sequence<String>) {
        self.key(key)
        list { builder in
            for value in values { builder.string(value) }
        }
    }

    /// Of a record that is like another: also where there is no value.
    mutating func field(_ key: String, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { none() }
    }
}
