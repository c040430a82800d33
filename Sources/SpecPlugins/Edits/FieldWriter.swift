internal import LuaSandbox
internal import Printable
internal import SpecModel

/// Writes a new value of a field the way the document writes such values.
struct FieldWriter {
    let spec: Spec
    let place: Place
    let range: SourceRange

    func text(
        for value: LuaValue, or failure: (String) -> PluginFailure
    ) throws(PluginFailure) -> String {
        let name = place.field ?? ""
        if let checked = value.boolean {
            guard let box = box(checked) else {
                throw failure("\"\(name)\" is no box to tick here, \"\(old.printable)\" is")
            }
            return box
        }
        guard let text = value.string else { throw failure("\"\(name)\" is set to no text") }
        switch place.itemField(in: [spec])?.value {
        case .list, .record, .boolean:
            throw failure("\"\(name)\" is no single text; use edit:replace")
        case .text, nil: return FieldContext(spec, range).plain(spelled(text))
        }
    }

    private var old: String { spec.source.text(range) }

    /// `[x]` for `[ ]`, `x` for the blank between the brackets.
    private func box(_ checked: Bool) -> String? {
        let mark = checked ? "x" : " "
        switch old {
        case "[ ]", "[x]", "[X]": return "[\(mark)]"
        case " ", "x", "X": return mark
        case "☐", "☑", "☒": return checked ? "☑" : "☐"
        default: return nil
        }
    }

    /// Levels and statuses are read in lower case and written as words: "in-review" → "In Review".
    private func spelled(_ text: String) -> String {
        let levels = ["very-low", "low", "medium", "high", "very-high", "critical"]
        let statuses = [
            "draft", "in-review", "approved", "implemented", "rejected", "superseded",
        ]
        let name = place.field ?? ""
        let isLevel = place.itemField(in: [spec])?.meaning == .level
        let isStatus = place.part == .spec && name == "status"
        guard isLevel && levels.contains(text) || isStatus && statuses.contains(text) else {
            return text
        }
        let words = text.split(separator: "-").map { word in
            old.first?.isLowercase ?? false
                ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }
        return words.joined(separator: " ")
    }
}
