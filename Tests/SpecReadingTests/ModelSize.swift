import SpecModel

/// How much a spec holds, to be compared with the bytes that it was read from.
struct ModelSize {
    /// Sections, blocks, items, fields, metadata, placeholders and findings.
    let parts: Int
    /// Bytes of the texts of fields, metadata, sections and placeholders.
    let text: Int

    init(_ spec: Spec) {
        var parts = spec.sections.count + spec.blocks.count + spec.items.count
        parts += spec.metadata.count + spec.placeholders.count + spec.code.count
        parts += spec.findings.count
        var text = spec.sections.reduce(0) { $0 + $1.title.utf8.count }
        text += spec.metadata.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        text += spec.placeholders.reduce(0) { $0 + $1.text.utf8.count }
        for item in spec.items {
            for field in item.fields + item.extra {
                parts += 1
                switch field.value {
                case .text(let value): text += value.utf8.count
                case .boolean: break
                case .list(let elements):
                    parts += elements.count
                    text += elements.reduce(0) { $0 + $1.text.utf8.count }
                case .record(let entries):
                    parts += entries.count
                    text += entries.reduce(0) { $0 + $1.value.text.utf8.count }
                }
            }
        }
        self.parts = parts
        self.text = text
    }
}
