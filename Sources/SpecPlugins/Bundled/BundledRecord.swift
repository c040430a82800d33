internal import SpecModel

/// What a plugin inside the executable is, as its manifest and its record said when the product was
/// built: for runs that need neither read the one nor run the other to know it.
package struct BundledRecord: Sendable {
    package let manifest: Manifest
    let checks: [CheckDeclaration]
    let transforms: [StageDeclaration]
    let exports: [StageDeclaration]

    /// Reads what `text` wrote; nil where that is something else.
    package init?(_ text: StaticString) {
        var reader = RecordReader(text)
        manifest = Manifest(&reader)
        checks = reader.list { CheckDeclaration(&$0) }
        transforms = reader.list { StageDeclaration(&$0) }
        exports = reader.list { StageDeclaration(&$0) }
        guard reader.isAtEnd else { return nil }
    }

    /// The record of a plugin that was described, as the inside of a literal in Swift; nil of one that
    /// has what no bundled plugin has: words, presets, templates, libraries, permissions.
    package static func literal(of plugin: Plugin, _ manifest: Manifest) -> String? {
        guard manifest.vocabulary == nil, manifest.presets == nil, manifest.templates.isEmpty,
            manifest.requires.isEmpty, manifest.permissions.entries.isEmpty, !manifest.isLibrary
        else { return nil }
        var writer = RecordWriter()
        manifest.write(to: &writer)
        writer.list(plugin.checks) { $0.write(to: &$1) }
        writer.list(plugin.transforms) { $0.write(to: &$1) }
        writer.list(plugin.exports) { $0.write(to: &$1) }
        return writer.literal
    }
}

extension Plugin {
    /// Goes on with a plugin inside the executable.
    package init(
        _ files: PluginFiles, _ record: BundledRecord, _ subjects: Subjects, _ limits: PluginLimits,
        today: String?, grant: PluginGrant?
    ) {
        self.init(
            files, record.manifest, subjects, limits, today: today, grant: grant,
            checks: record.checks, transforms: record.transforms, exports: record.exports)
    }
}

extension Manifest {
    /// Without options: a record has them where they belong.
    fileprivate init(_ reader: inout RecordReader) {
        name = reader.text()
        version = reader.text()
        description = reader.text()
        license = reader.text()
        entry = reader.text()
        engine = reader.text()
        options = [:]
        permissions = PlacedPermissions()
        requires = []
        templates = []
        isLibrary = false
    }

    fileprivate func write(to writer: inout RecordWriter) {
        for text in [name, version, description, license, entry, engine] { writer.text(text) }
    }
}

extension CheckDeclaration {
    fileprivate init(_ reader: inout RecordReader) {
        self.init(
            name: reader.text(), summary: reader.text(),
            severity: Severity(rawValue: reader.text()) ?? .error, each: reader.text(),
            why: reader.text(), fix: reader.text(),
            options: reader.list { OptionDeclaration(&$0) },
            preset: Preset(rawValue: reader.text()) ?? .minimal,
            reads: SpecReads(rawValue: UInt8(clamping: reader.integer())))
    }

    fileprivate func write(to writer: inout RecordWriter) {
        for text in [name, summary, severity.rawValue, each, why, fix] { writer.text(text) }
        writer.list(options) { $0.write(to: &$1) }
        writer.text(preset.rawValue)
        writer.text(String(reads.rawValue))
    }
}

extension StageDeclaration {
    fileprivate init(_ reader: inout RecordReader) {
        self.init(
            name: reader.text(), summary: reader.text(),
            outputs: reader.list { OutputDeclaration(name: $0.text(), isText: $0.flag()) },
            looksAtAll: reader.flag(), isGated: reader.flag(),
            options: reader.list { OptionDeclaration(&$0) })
    }

    fileprivate func write(to writer: inout RecordWriter) {
        writer.text(name)
        writer.text(summary)
        writer.list(outputs) { output, writer in
            writer.text(output.name)
            writer.flag(output.isText)
        }
        writer.flag(looksAtAll)
        writer.flag(isGated)
        writer.list(options) { $0.write(to: &$1) }
    }
}

extension OptionDeclaration {
    fileprivate init(_ reader: inout RecordReader) {
        let name = reader.text()
        let type = ValueType(rawValue: reader.text()) ?? .string
        let defaultValue: OptionValue =
            switch type {
            case .boolean: .boolean(reader.flag())
            case .integer: .integer(reader.integer())
            case .number: .number(Double(reader.text()) ?? 0)
            case .string: .string(reader.text())
            case .list: .list(reader.list { $0.text() })
            }
        self.init(
            name: name, type: type, defaultValue: defaultValue,
            choices: reader.list { $0.text() }, minimum: Double(reader.text()),
            maximum: Double(reader.text()), summary: reader.text())
    }

    fileprivate func write(to writer: inout RecordWriter) {
        writer.text(name)
        writer.text(type.rawValue)
        switch defaultValue {
        case .boolean(let value): writer.flag(value)
        case .integer(let value): writer.text(String(value))
        case .number(let value): writer.text(String(value))
        case .string(let value): writer.text(value)
        case .list(let values): writer.list(values) { $1.text($0) }
        }
        writer.list(choices) { $1.text($0) }
        writer.text(minimum.map { String($0) } ?? "")
        writer.text(maximum.map { String($0) } ?? "")
        writer.text(summary)
    }
}
