internal import Yaml

// Whether a tree can be one of the text that it is said to be of is asked of the tree, once it is
// here: `YamlNode.couldStand(in:)`.

extension YamlMark: WireValue {
    func write(to writer: inout WireWriter) {
        line.write(to: &writer)
        column.write(to: &writer)
        offset.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> YamlMark {
        YamlMark(
            line: try .read(from: &reader), column: try .read(from: &reader),
            offset: try .read(from: &reader))
    }
}

extension YamlPair: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(key)
        keyStart.write(to: &writer)
        value.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> YamlPair {
        YamlPair(
            key: try reader.text(), keyStart: try .read(from: &reader),
            value: try .read(from: &reader))
    }
}

extension YamlNode: WireValue {
    func write(to writer: inout WireWriter) {
        start.write(to: &writer)
        end.write(to: &writer)
        value.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> YamlNode {
        let (start, end) = (try YamlMark.read(from: &reader), try YamlMark.read(from: &reader))
        return YamlNode(value: try .read(from: &reader), start: start, end: end)
    }
}

extension YamlNode.Value: WireValue {
    func write(to writer: inout WireWriter) {
        switch self {
        case .scalar(let text, let quoted):
            writer.byte(0)
            writer.text(text)
            quoted.write(to: &writer)
        case .sequence(let elements):
            writer.byte(1)
            elements.write(to: &writer)
        case .mapping(let pairs):
            writer.byte(2)
            pairs.write(to: &writer)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> YamlNode.Value {
        guard reader.depth <= YamlNode.Limits.depth else { throw WireError() }
        reader.depth += 1
        defer { reader.depth -= 1 }
        switch try reader.byte() {
        case 0: return .scalar(try reader.text(), quoted: try .read(from: &reader))
        case 1: return .sequence(try .read(from: &reader))
        case 2: return .mapping(try .read(from: &reader))
        default: throw WireError()
        }
    }
}
