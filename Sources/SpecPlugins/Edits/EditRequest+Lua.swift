internal import LuaSandbox
internal import SpecEditing
internal import SpecModel
internal import Yaml

/// Why something that was asked for is no request: one sentence in lower case.
struct EditRequestError: Error {
    var message: String

    init(_ message: String) { self.message = message }
}

extension EditRequest {
    /// What `edit` wrote down of one call.
    init(_ value: LuaValue, in spec: Spec) throws(EditRequestError) {
        guard let place = Place(value, in: [spec]) else {
            throw EditRequestError("an edit points outside of the spec")
        }
        let text = value["value"]?.string ?? ""
        switch value["op"]?.string {
        case "set": self = .set(try Self.target(place, spec), to: text)
        case "tick":
            self = .tick(try Self.box(place, spec), value["value"]?.boolean ?? false)
        case "replace":
            self =
                place.part == .spec && place.field == nil
                ? .replaceAll(with: text)
                : .replace(try Self.range(place, spec), with: text)
        case "insert": self = try Self.insertion(value, spec)
        case "remove": self = .remove(try Self.part(place, spec))
        case "move": self = .move(try Self.part(place, spec), try Self.anchor(value, spec))
        case "append": self = .append(section: place.index, text)
        case "wrap":
            self = .wrap(
                block: place.index, before: text, after: value["behind"]?.string ?? "")
        default: throw EditRequestError("an edit of an unknown sort")
        }
    }

    // MARK: what it is about

    private static func target(_ place: Place, _ spec: Spec) throws(EditRequestError) -> Target {
        let name = place.field ?? ""
        switch place.part {
        case .item:
            let item = spec.items[place.index]
            if place.itemField(in: [spec]) == nil, name != "id" {
                let known = item.fields.map(\.name) + item.extra.map(\.name)
                throw EditRequestError(
                    "this \(item.kind) has no \"\(name)\" in the document to set"
                        + suggestion(for: name, among: known))
            }
            return .field(item: place.index, name: name)
        case .section where name == "title": return .title(section: place.index)
        case .section where name == "number": return .number(section: place.index)
        case .section:
            throw EditRequestError(
                "a section has a \"title\" and a \"number\" to set, no \"\(name)\"")
        case .spec:
            if name == "title" { return .name }
            guard let index = spec.metadata(ofRole: name) else {
                throw EditRequestError("the spec has no \"\(name)\" to set")
            }
            return .metadata(index)
        case .placeholder, .block, .link, .template:
            throw EditRequestError("only items, sections and specs have fields to set")
        }
    }

    /// The field that a box stands for: the one that is named, else the first that is one.
    private static func box(_ place: Place, _ spec: Spec) throws(EditRequestError) -> Target {
        guard place.part == .item else { throw EditRequestError("only items have a box to tick") }
        let item = spec.items[place.index]
        let boxes = item.fields.filter { field in
            if case .boolean = field.value { !field.range.isEmpty } else { false }
        }
        guard let name = place.field ?? boxes.first?.name else {
            throw EditRequestError("this \(item.kind) has no box to tick")
        }
        return .field(item: place.index, name: name)
    }

    private static func range(_ place: Place, _ spec: Spec) throws(EditRequestError) -> SourceRange
    {
        guard place.field != nil else { return place.range(in: [spec]) }
        if let field = place.itemField(in: [spec]), field.range == field.inherited?.range {
            throw EditRequestError("this item has no \"\(field.name)\" of its own to set")
        }
        guard let range = place.fieldRange(in: [spec]) else {
            throw EditRequestError("there is no such place in the document")
        }
        return range
    }

    private static func part(_ place: Place, _ spec: Spec) throws(EditRequestError) -> Part {
        switch place.part {
        case .item where place.field == nil: return .item(place.index)
        case .section: return .section(place.index)
        case .block where place.field == nil: return .block(place.index)
        case .spec:
            guard let role = place.field, let index = spec.metadata(ofRole: role) else {
                throw EditRequestError("the spec has no \"\(place.field ?? "")\" of its own")
            }
            return .metadata(index)
        default: throw EditRequestError("this is no item, section, block or metadata field")
        }
    }

    // MARK: what is new

    private static func insertion(
        _ value: LuaValue, _ spec: Spec
    ) throws(EditRequestError) -> EditRequest {
        let kind = value["kind"]?.string ?? ""
        let fields = (value["fields"]?.list ?? []).compactMap { field in
            field["name"]?.string.map { NewField(name: $0, value: field["value"]?.string ?? "") }
        }
        func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        func refuse(but known: [String]) throws(EditRequestError) {
            if let unknown = fields.first(where: { !known.contains($0.name) }) {
                throw EditRequestError(
                    "a new \(kind) has no \"\(unknown.name)\"; known are "
                        + known.joined(separator: ", "))
            }
        }
        switch kind {
        case "section":
            try refuse(but: ["title", "number", "level", "text"])
            let level = field("level").map { Int($0) }
            guard level == nil || (1...6).contains(level.flatMap { $0 } ?? 0) else {
                throw EditRequestError("the level of a section is a number from 1 to 6")
            }
            return .insertSection(
                NewSection(
                    title: field("title") ?? "", number: field("number"),
                    level: level.flatMap { $0 }, text: field("text") ?? ""),
                try anchor(value, spec))
        case "metadata":
            try refuse(but: ["name", "value"])
            return .insertMetadata(
                NewField(name: field("name") ?? "", value: field("value") ?? ""),
                try anchor(value, spec))
        case "column":
            try refuse(but: ["name"])
            guard let anchor = value["anchor"], let place = Place(anchor, in: [spec]),
                let side = anchor["side"]?.string, side != "into"
            else { throw EditRequestError("a column goes before or after a cell") }
            return .insertColumn(
                name: field("name") ?? "", beside: try range(place, spec),
                isBehind: side == "after")
        default: return .insertItem(kind: kind, fields: fields, try anchor(value, spec))
        }
    }

    private static func anchor(
        _ value: LuaValue, _ spec: Spec
    ) throws(EditRequestError) -> Anchor {
        guard let anchor = value["anchor"], let place = Place(anchor, in: [spec]) else {
            throw EditRequestError("an edit points outside of the spec")
        }
        switch anchor["side"]?.string {
        case "before": return .before(try part(place, spec))
        case "after": return .after(try part(place, spec))
        default:
            switch place.part {
            case .section: return .into(section: place.index)
            case .spec where place.field == nil: return .into(section: nil)
            default: throw EditRequestError("things go into a section or a spec")
            }
        }
    }
}

extension Spec {
    /// The metadata field of a role, of the status the one that it was read from.
    fileprivate func metadata(ofRole role: String) -> Int? {
        metadata.firstIndex { $0.role == role }
    }
}
