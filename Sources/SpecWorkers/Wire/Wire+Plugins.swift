internal import LuaSandbox
internal import SpecModel
internal import SpecPlugins

extension Severity: WireValue {}

extension Applicability: WireValue {}

extension PluginFiles: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        isBundled.write(to: &writer)
        // A worker is the same executable, and has it.
        if isBundled { return }
        writer.text(root)
        files.write(to: &writer)
        libraries.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginFiles {
        // A library has none of its own.
        guard reader.depth < 2 else { throw WireError() }
        reader.depth += 1
        defer { reader.depth -= 1 }
        let name = try reader.text()
        if try Bool.read(from: &reader) {
            guard let bundled = PluginFiles.bundled(name) else { throw WireError() }
            return bundled
        }
        return PluginFiles(
            name: name, root: try reader.text(), files: try .read(from: &reader),
            libraries: try .read(from: &reader))
    }
}

extension PluginFiles.File: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(path)
        writer.raw(bytes)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginFiles.File {
        PluginFiles.File(path: try reader.text(), bytes: try reader.raw())
    }
}

extension OptionValue: WireValue {
    func write(to writer: inout WireWriter) {
        switch self {
        case .boolean(let value):
            writer.byte(0)
            value.write(to: &writer)
        case .integer(let value):
            writer.byte(1)
            value.write(to: &writer)
        case .number(let value):
            writer.byte(2)
            value.write(to: &writer)
        case .string(let value):
            writer.byte(3)
            value.write(to: &writer)
        case .list(let value):
            writer.byte(4)
            value.write(to: &writer)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> OptionValue {
        switch try reader.byte() {
        case 0: .boolean(try .read(from: &reader))
        case 1: .integer(try .read(from: &reader))
        case 2: .number(try .read(from: &reader))
        case 3: .string(try .read(from: &reader))
        case 4: .list(try .read(from: &reader))
        default: throw WireError()
        }
    }
}

/// An option and its value; a list of them, sorted by name, stands for a dictionary.
struct NamedOption: WireValue {
    var name: String
    var value: OptionValue

    func write(to writer: inout WireWriter) {
        writer.text(name)
        value.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> NamedOption {
        NamedOption(name: try reader.text(), value: try .read(from: &reader))
    }

    static func list(_ options: [String: OptionValue]) -> [NamedOption] {
        options.sorted { $0.key < $1.key }.map { NamedOption(name: $0.key, value: $0.value) }
    }

    static func dictionary(_ options: [NamedOption]) -> [String: OptionValue] {
        Dictionary(options.map { ($0.name, $0.value) }) { $1 }
    }
}

extension ReservedIds: WireValue {
    func write(to writer: inout WireWriter) {
        ranges.count.write(to: &writer)
        for (prefix, ranges) in ranges.sorted(by: { $0.key < $1.key }) {
            writer.text(prefix)
            ranges.flatMap { [$0.lowerBound, $0.upperBound] }.write(to: &writer)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> ReservedIds {
        var ranges: [String: [ClosedRange<Int>]] = [:]
        for _ in 0..<(try reader.countOfList()) {
            let prefix = try reader.text()
            let ends = try [Int].read(from: &reader)
            guard ends.count.isMultiple(of: 2), ends == ends.sorted(), ranges[prefix] == nil else {
                throw WireError()
            }
            ranges[prefix] = stride(from: 0, to: ends.count, by: 2).map { ends[$0]...ends[$0 + 1] }
        }
        return ReservedIds(ranges: ranges)
    }
}

extension CheckRequest: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        severity.write(to: &writer)
        NamedOption.list(options).write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> CheckRequest {
        CheckRequest(
            name: try reader.text(), severity: try .read(from: &reader),
            options: NamedOption.dictionary(try .read(from: &reader)))
    }
}

extension PluginLimits.Name: WireValue {}

extension PluginLimits: WireValue {
    func write(to writer: inout WireWriter) {
        for name in Name.allCases { self[name].write(to: &writer) }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginLimits {
        var limits = PluginLimits()
        for name in Name.allCases { limits[name] = try .read(from: &reader) }
        return limits
    }
}

extension PluginFailure.Kind: WireValue {}

extension PluginFailure: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(plugin)
        kind.write(to: &writer)
        writer.text(message)
        file.write(to: &writer)
        line.write(to: &writer)
        column.write(to: &writer)
        rule.write(to: &writer)
        spec.write(to: &writer)
        specLine.write(to: &writer)
        traceback.write(to: &writer)
        limit.write(to: &writer)
        library.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginFailure {
        var failure = PluginFailure(
            plugin: try reader.text(), kind: try .read(from: &reader), message: try reader.text(),
            file: try .read(from: &reader), line: try .read(from: &reader),
            column: try .read(from: &reader), rule: try .read(from: &reader),
            spec: try .read(from: &reader), specLine: try .read(from: &reader),
            traceback: try .read(from: &reader), limit: try .read(from: &reader))
        failure.library = try .read(from: &reader)
        return failure
    }
}

extension LuaValue: WireValue {
    /// As deep as values out of a sandbox may be, and the value itself.
    private static let deepest = 33

    func write(to writer: inout WireWriter) {
        switch self {
        case .none: writer.byte(0)
        case .boolean(let value):
            writer.byte(1)
            value.write(to: &writer)
        case .integer(let value):
            writer.byte(2)
            writer.number(value)
        case .number(let value):
            writer.byte(3)
            value.write(to: &writer)
        case .string(let value):
            writer.byte(4)
            writer.text(value)
        case .list(let values):
            writer.byte(5)
            values.write(to: &writer)
        case .record(let entries):
            writer.byte(6)
            entries.write(to: &writer)
        case .raw(let bytes):
            writer.byte(7)
            writer.raw(bytes)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> LuaValue {
        guard reader.depth < deepest else { throw WireError() }
        reader.depth += 1
        defer { reader.depth -= 1 }
        switch try reader.byte() {
        case 0: return .none
        case 1: return .boolean(try .read(from: &reader))
        case 2: return .integer(try reader.number())
        case 3: return .number(try .read(from: &reader))
        case 4: return .string(try reader.text())
        case 5: return .list(try .read(from: &reader))
        case 6: return .record(try .read(from: &reader))
        case 7: return .raw(try reader.raw())
        default: throw WireError()
        }
    }
}

extension LuaValue.Entry: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(key)
        value.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> LuaValue.Entry {
        LuaValue.Entry(key: try reader.text(), value: try .read(from: &reader))
    }
}
