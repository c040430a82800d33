internal import SpecModel

extension Item: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(kind)
        writer.text(key)
        section.write(to: &writer)
        range.write(to: &writer)
        fields.write(to: &writer)
        extra.write(to: &writer)
        isPlaceholder.write(to: &writer)
        titleField.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Item {
        Item(
            kind: try reader.text(), key: try reader.text(), section: try .read(from: &reader),
            range: try .read(from: &reader), fields: try .read(from: &reader),
            extra: try .read(from: &reader), isPlaceholder: try .read(from: &reader),
            titleField: try .read(from: &reader))
    }
}

extension Field: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        value.write(to: &writer)
        level.write(to: &writer)
        date.write(to: &writer)
        inherited.write(to: &writer)
        meaning.write(to: &writer)
        range.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Field {
        Field(
            name: try reader.text(), value: try .read(from: &reader),
            level: try .read(from: &reader), date: try .read(from: &reader),
            inherited: try .read(from: &reader), meaning: try Meaning.read(from: &reader),
            range: try .read(from: &reader))
    }
}

extension Field.Meaning: WireValue {
    func write(to writer: inout WireWriter) {
        switch self {
        case .text: writer.byte(0)
        case .level: writer.byte(1)
        case .number: writer.byte(2)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Field.Meaning {
        switch try reader.byte() {
        case 0: .text
        case 1: .level
        case 2: .number
        default: throw WireError()
        }
    }
}

extension Field.Value: WireValue {
    func write(to writer: inout WireWriter) {
        switch self {
        case .text(let text):
            writer.byte(0)
            writer.text(text)
        case .boolean(let value):
            writer.byte(1)
            value.write(to: &writer)
        case .list(let elements):
            writer.byte(2)
            elements.write(to: &writer)
        case .record(let entries):
            writer.byte(3)
            entries.write(to: &writer)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Field.Value {
        switch try reader.byte() {
        case 0: .text(try reader.text())
        case 1: .boolean(try .read(from: &reader))
        case 2: .list(try .read(from: &reader))
        case 3: .record(try .read(from: &reader))
        default: throw WireError()
        }
    }
}

extension Field.Entry: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        value.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Field.Entry {
        Field.Entry(name: try reader.text(), value: try .read(from: &reader))
    }
}
