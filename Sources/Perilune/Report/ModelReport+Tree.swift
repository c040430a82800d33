internal import Printable
public import SpecModel

extension ModelReport {
    /// The model for people: one spec below the other, a section a line with its items below it,
    /// each with its line and column.
    public static func tree(_ specs: [Spec], style: Style = .plain) -> String {
        specs.map { Tree(spec: $0, style: style).text() }.joined(separator: "\n")
    }
}

private struct Tree {
    let spec: Spec
    let style: Style

    func text() -> String {
        var text = style.bold(spec.path.printablePath) + "\n"
        text += line(1, "title", spec.title?.text, spec.title?.range)
        text += line(1, "template", spec.template, nil)
        if let status = spec.status {
            let value = status.value.map { " (\($0))" } ?? " (not chosen or not known)"
            text += line(1, "status", status.raw + value, status.range)
        }
        for field in spec.metadata {
            let name = field.role.map { $0 == field.name ? $0 : "\(field.name) (\($0))" }
            text += line(1, "metadata", "\(name ?? field.name): \(field.value)", field.range)
        }
        let items = Dictionary(grouping: spec.items) { $0.section }
        for item in items[nil] ?? [] { text += self.item(item, 1) }
        let children = Dictionary(grouping: spec.sections.indices) { spec.sections[$0].parent }
        for index in children[nil] ?? [] { text += section(index, 1, children, items) }
        for placeholder in spec.placeholders {
            text += line(
                1, "placeholder", "\(placeholder.text) (\(placeholder.style))", placeholder.range)
        }
        if spec.tasks != TaskCount() {
            text += line(1, "tasks", "\(spec.tasks.done) done, \(spec.tasks.open) open", nil)
        }
        for block in spec.code { text += line(1, "code", block.language ?? "-", block.range) }
        return text
    }

    private func section(
        _ index: Int, _ depth: Int, _ children: [Int?: [Int]], _ items: [Int?: [Item]]
    ) -> String {
        let section = spec.sections[index]
        let number = section.number.map { "\($0) " } ?? ""
        let role = section.role.map { " (\($0))" } ?? ""
        var text = line(depth, "section", number + section.title + role, section.headingRange)
        for item in items[index] ?? [] { text += self.item(item, depth + 1) }
        for child in children[index] ?? [] {
            text += self.section(child, depth + 1, children, items)
        }
        return text
    }

    private func item(_ item: Item, _ depth: Int) -> String {
        let mark = item.isPlaceholder ? " (placeholder)" : ""
        var text = pad(depth) + style.bold(item.kind.printableAtStart) + mark + " "
        text += style.dim(item.key.printable) + place(spec.source.position(at: item.range.start))
        text += "\n"
        for field in item.fields { text += self.field(field, depth + 1) }
        for field in item.extra { text += self.field(field, depth + 1, mark: " (extra)") }
        return text
    }

    private func field(_ field: Field, _ depth: Int, mark: String = "") -> String {
        switch field.value {
        case .text(let text):
            let number = field.number.map { number in
                Int(exactly: number).map { "\($0)" } ?? "\(number)"
            }
            let meaning = field.level ?? field.date ?? (number == text ? nil : number)
            let shown = meaning.map { " (\($0))" } ?? ""
            if let inherited = field.inherited {
                return line(depth, field.name + mark, inherited.text + shown, inherited.range)
            }
            return line(depth, field.name + mark, quoted(text) + shown, field.range)
        case .boolean(let value):
            return line(depth, field.name + mark, value ? "yes" : "no", field.range)
        case .list(let elements):
            return line(
                depth, field.name + mark, FindingsReport.counted(elements.count, "value"),
                field.range)
                + elements.map { line(depth + 1, "-", $0.text, $0.range) }.joined()
        case .record(let entries):
            return line(
                depth, field.name + mark, FindingsReport.counted(entries.count, "value"),
                field.range)
                + entries.map { line(depth + 1, $0.name, $0.value.text, $0.value.range) }.joined()
        }
    }

    private func quoted(_ text: String) -> String { text.isEmpty ? "\"\"" : text }

    private func line(_ depth: Int, _ name: String, _ value: String?, _ range: SourceRange?)
        -> String
    {
        guard let value else { return "" }
        let position = range.map { place(spec.source.position(at: $0.start)) } ?? ""
        return pad(depth) + style.dim(name.printableAtStart + ":") + " " + value.printable
            + position
            + "\n"
    }

    private func place(_ position: SourcePosition) -> String {
        " " + style.place("@\(position.line):\(position.column)")
    }

    private func pad(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
