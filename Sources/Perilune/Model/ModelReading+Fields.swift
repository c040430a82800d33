internal import SpecModel

extension ModelReading {
    private static let levels = ["very-low", "low", "medium", "high", "very-high", "critical"]

    /// What stands in a field's value, and where its parts do, whichever comes first.
    private enum Value {
        case text(String)
        case boolean(Bool)
        case list([String])
        case record([(name: String, text: String)])
    }

    /// Fields by their names.
    /// - Parameter mayRepeat: columns that nobody knows may be called alike.
    func fields(mayRepeat: Bool = false) throws(Problem) -> [Field] {
        var fields: [Field] = []
        try reader.object(mayRepeat: mayRepeat) { name throws(Problem) in
            fields.append(try field(name))
            return true
        }
        return fields
    }

    private func field(_ name: String) throws(Problem) -> Field {
        var value = Value.text("")
        var field = Field(name: name, value: .text(""), range: SourceRange(0, 0))
        var isNumber = false
        var ranges: [SourceRange] = []
        try reader.object(required: ["value", "range"]) { key throws(Problem) in
            switch key {
            case "value": value = try self.value()
            case "level": field.level = try level()
            case "date": field.date = try day()
            case "number":
                isNumber = true
                _ = try reader.number()
            case "inherited": field.inherited = try inherited()
            case "range": field.range = try range()
            case "ranges": ranges = try self.ranges()
            default: return false
            }
            return true
        }
        field.value = Self.value(value, ranges, field.range)
        note(field)
        // For a kind that no vocabulary knows; see `give(meanings:to:)`.
        field.meaning = field.level != nil ? .level : isNumber ? .number : .text
        return field
    }

    private func note(_ field: Field) {
        switch field.value {
        case .text(let text) where field.inherited == nil: note(text, at: field.range)
        case .text, .boolean: break
        case .list(let texts): for text in texts { note(text.text, at: text.range) }
        case .record(let entries):
            for entry in entries { note(entry.value.text, at: entry.value.range) }
        }
    }

    private func value() throws(Problem) -> Value {
        switch reader.peekValue() {
        case UInt8(ascii: "\""): return .text(try reader.string())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try reader.boolean())
        case UInt8(ascii: "["): return .list(try list(reader.string))
        case UInt8(ascii: "{"):
            var entries: [(name: String, text: String)] = []
            try reader.object(mayRepeat: true) { name throws(Problem) in
                entries.append((name, try reader.string()))
                return true
            }
            return .record(entries)
        default: throw reader.unexpected("text, true or false, an array or an object")
        }
    }

    /// Where the parts of a list or a record stand, in their order.
    private func ranges() throws(Problem) -> [SourceRange] {
        if reader.peekValue() == UInt8(ascii: "[") { return try list(range) }
        var ranges: [SourceRange] = []
        try reader.object(mayRepeat: true) { _ throws(Problem) in
            ranges.append(try range())
            return true
        }
        return ranges
    }

    /// Parts that somebody added or took away stand where the field does.
    private static func value(
        _ value: Value, _ ranges: [SourceRange], _ whole: SourceRange
    ) -> Field.Value {
        func range(_ place: Int, of count: Int) -> SourceRange {
            ranges.count == count ? ranges[place] : whole
        }
        switch value {
        case .text(let text): return .text(text)
        case .boolean(let value): return .boolean(value)
        case .list(let texts):
            return .list(
                texts.enumerated().map { SourcedText($1, range($0, of: texts.count)) })
        case .record(let entries):
            return .record(
                entries.enumerated().map { place, entry in
                    Field.Entry(
                        name: entry.name,
                        value: SourcedText(entry.text, range(place, of: entries.count)))
                })
        }
    }

    private func level() throws(Problem) -> String {
        let level = try reader.string()
        guard Self.levels.contains(level) else {
            throw reader.problem(
                "expected one of \(Self.levels.joined(separator: ", ")), found \"\(level)\"")
        }
        return level
    }

    private func inherited() throws(Problem) -> SourcedText {
        var text = SourcedText("", SourceRange(0, 0))
        try reader.object(required: ["value", "range"]) { key throws(Problem) in
            switch key {
            case "value": text.text = try reader.string()
            case "range": text.range = try range()
            default: return false
            }
            return true
        }
        return text
    }
}
