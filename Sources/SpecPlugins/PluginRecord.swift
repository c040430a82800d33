internal import LuaSandbox
internal import Printable
internal import SpecModel
internal import Yaml

/// The record that `init.lua` returns, checked for its shape.
struct PluginRecord {
    var checks: [CheckDeclaration] = []
    var transforms: [StageDeclaration] = []
    var exports: [StageDeclaration] = []
    var presets: [PluginPreset] = []

    private let plugin: String
    private let entry: String
    private let subjects: Subjects

    /// Bytes of the name of a check, a transform or an export.
    private static let longestName = 100

    /// - Parameter description: what the host function `describe` says about the record.
    init(
        _ description: LuaValue, manifest: Manifest, plugin: String, _ subjects: Subjects
    ) throws(PluginFailure) {
        self.subjects = subjects
        self.plugin = plugin
        entry = manifest.entry
        try readStages(description, manifest)
        try refuseEqualNames()
        try refuseOptionsOfNobody(manifest)
        do throws(YamlError) {
            presets = try PluginPreset.read(manifest.presets, checks)
        } catch {
            throw Manifest.failure(error, plugin: plugin)
        }
    }

    private var names: [Stage: [String]] {
        [
            .checks: checks.map(\.name), .transforms: transforms.map(\.name),
            .exports: exports.map(\.name),
        ]
    }

    private func failure(_ message: String) -> PluginFailure {
        PluginFailure(
            plugin: plugin, kind: .shape, message: message.printable, file: entry)
    }
}

extension PluginRecord {
    private mutating func readStages(
        _ description: LuaValue, _ manifest: Manifest
    ) throws(PluginFailure) {
        if manifest.isLibrary { return }
        let stages = Stage.allCases.map(\.rawValue)
        guard description["type"]?.string == "table" else {
            let found = RecordField(description).found
            throw failure(
                "\(entry) returned \(found); expected a table with checks, transforms "
                    + "or exports")
        }
        for stageField in RecordField.list(description) {
            guard let stage = Stage(rawValue: stageField.name), stageField.isNamed else {
                throw failure(
                    "the record has an unknown key \"\(stageField.name)\""
                        + suggestion(for: stageField.name, among: stages))
            }
            guard stageField.type == "table" else {
                throw failure("\"\(stage.rawValue)\" is \(stageField.found); expected a table")
            }
            for entry in stageField.fields.sorted(by: { $0.name < $1.name }) {
                try read(entry, stage, manifest)
            }
        }
        if checks.isEmpty, transforms.isEmpty, exports.isEmpty {
            throw failure("the record has no check, no transform and no export")
        }
    }

    private mutating func read(
        _ field: RecordField, _ stage: Stage, _ manifest: Manifest
    ) throws(PluginFailure) {
        let what = "\(stage.noun) \"\(field.name)\""
        guard field.name.utf8.count <= Self.longestName else {
            let start = String(field.name.unicodeScalars.prefix(40))
            throw failure(
                "\(stage.noun) \"\(start)…\": a name of \(field.name.utf8.count) bytes; "
                    + "expected \(Self.longestName) at most")
        }
        guard field.isNamed, field.name.isKebabCase else {
            throw failure("\(what): a name is made of lower-case words joined by \"-\"")
        }
        guard field.type == "table" else {
            throw failure("\(what) is \(field.found); expected a table")
        }
        let options = manifest.options[stage]?.first { $0.owner == field.name }?.options ?? []
        var reader = EntryReader(field, what: what, plugin: plugin, file: entry, subjects)
        switch stage {
        case .checks: checks.append(try reader.check(options))
        case .transforms: transforms.append(try reader.transform(options))
        case .exports: exports.append(try reader.export(options))
        }
    }

    private func refuseEqualNames() throws(PluginFailure) {
        var seen: [String: Stage] = [:]
        for stage in Stage.allCases {
            for name in names[stage] ?? [] {
                if let other = seen.updateValue(stage, forKey: name) {
                    throw failure(
                        "\"\(name)\" is both a \(other.noun) and \(stage.article) \(stage.noun); "
                            + "a name stands for one thing")
                }
            }
        }
    }

    private func refuseOptionsOfNobody(_ manifest: Manifest) throws(PluginFailure) {
        for stage in Stage.allCases {
            let known = names[stage] ?? []
            for declared in manifest.options[stage] ?? [] where !known.contains(declared.owner) {
                let error = YamlError(
                    message: "options for \(stage.noun) \"\(declared.owner)\", which "
                        + "\(entry) does not have" + suggestion(for: declared.owner, among: known),
                    mark: declared.mark)
                throw Manifest.failure(error, plugin: plugin)
            }
        }
    }
}

extension Stage {
    fileprivate var article: String { self == .exports ? "an" : "a" }
}
