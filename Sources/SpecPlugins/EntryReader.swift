internal import Printable
internal import SpecModel
internal import Yaml

/// Reads one check, transform or export of a record.
struct EntryReader {
    private let fields: [RecordField]
    private let what: String
    private let plugin: String
    private let file: String
    let name: String
    private let subjects: Subjects

    init(
        _ field: RecordField, what: String, plugin: String, file: String, _ subjects: Subjects
    ) {
        self.subjects = subjects
        fields = field.fields
        name = field.name
        self.what = what
        self.plugin = plugin
        self.file = file
    }

    mutating func check(_ options: [OptionDeclaration]) throws(PluginFailure) -> CheckDeclaration {
        try refuseUnknown([
            "summary", "severity", "each", "matching", "containing", "reads", "why", "fix",
            "preset", "run",
        ])
        try requireRun()
        let each = try each(among: subjects.all)
        try checkFilter(of: each)
        return CheckDeclaration(
            name: name, summary: try text("summary"), severity: try severity(),
            each: each, why: try text("why", or: ""),
            fix: try text("fix", or: ""), options: options, preset: try preset(),
            reads: try reads(of: each))
    }

    mutating func transform(
        _ options: [OptionDeclaration]
    ) throws(PluginFailure) -> StageDeclaration {
        try refuseUnknown(["summary", "each", "gate", "run"])
        try requireRun()
        let gate = try gate()
        let each = try each(
            among: subjects.kinds.map(\.name) + ["spec", "workspace"], or: "spec")
        return StageDeclaration(
            name: name, summary: try text("summary"), looksAtAll: each == "workspace",
            isGated: !gate.isEmpty, options: try options + gateOption(gate, options))
    }

    mutating func export(_ options: [OptionDeclaration]) throws(PluginFailure) -> StageDeclaration {
        try refuseUnknown(["summary", "extension", "bytes", "outputs", "run"])
        try requireRun()
        return StageDeclaration(
            name: name, summary: try text("summary"), outputs: try outputs(), options: options)
    }
}

extension EntryReader {
    func failure(_ message: String) -> PluginFailure {
        PluginFailure(
            plugin: plugin, kind: .shape, message: "\(what): \(message)".printable,
            file: file)
    }

    private func refuseUnknown(_ known: [String]) throws(PluginFailure) {
        for field in fields where !field.isNamed || !known.contains(field.name) {
            throw failure(
                "unknown key \"\(field.name)\"\(suggestion(for: field.name, among: known))")
        }
    }

    private func requireRun() throws(PluginFailure) {
        let run = fields.first { $0.name == "run" }
        guard run?.type == "function" else {
            throw failure("\"run\" is \(run?.found ?? "missing"); expected a function")
        }
    }

    func field(_ key: String) -> RecordField? {
        fields.first { $0.name == key && $0.isNamed }
    }

    func text(_ key: String, or standard: String? = nil) throws(PluginFailure) -> String {
        guard let field = fields.first(where: { $0.name == key }) else {
            if let standard { return standard }
            throw failure("\"\(key)\" is missing")
        }
        guard field.type == "string", let text = field.text else {
            throw failure("\"\(key)\" is \(field.found); expected a string")
        }
        guard standard != nil || !text.isEmpty else { throw failure("\"\(key)\" is empty") }
        return key == "why" || key == "fix" ? text.printableProse : text.printable
    }

    /// The rules and plugins that a transform asks before it changes a document.
    private func gate() throws(PluginFailure) -> [String] {
        try strings("gate", "rules and plugins").map(\.printable)
    }

    /// A list that holds strings, one at least; none where it is not there.
    private func strings(_ key: String, _ what: String) throws(PluginFailure) -> [String] {
        guard let field = fields.first(where: { $0.name == key }) else { return [] }
        guard field.type == "table", !field.fields.isEmpty,
            field.fields.enumerated().allSatisfy({ $1.name == "\($0 + 1)" && !$1.isNamed })
        else {
            throw failure(
                "\"\(key)\" is \(field.type == "table" ? "no list" : field.found); expected a list "
                    + "of \(what)")
        }
        var names: [String] = []
        for element in field.fields {
            guard element.type == "string", let name = element.text else {
                throw failure("\"\(key)\" holds \(element.found); expected \(what)")
            }
            names.append(name)
        }
        return names
    }

    /// What a text must have for the check to be called is asked of blocks alone.
    private func checkFilter(of each: String) throws(PluginFailure) {
        let isOfBlocks = each == "text" || Block.Kind(rawValue: each) != nil
        for (key, what) in [("matching", "patterns"), ("containing", "phrases")] {
            let given = try strings(key, what)
            if given.isEmpty { continue }
            guard isOfBlocks else {
                throw failure(
                    "\"\(key)\" is for checks of text and blocks, and \"each\" is \"\(each)\"")
            }
            guard given.count <= Self.mostFilters, !given.contains("") else {
                throw failure(
                    "\"\(key)\" has \(given.contains("") ? "an empty one" : "\(given.count)"); expected "
                        + "\(Self.mostFilters) \(what) at most, and none empty")
            }
        }
    }

    private static let mostFilters = 100

    /// What a check over all specs reads of each; everything where it does not say.
    private func reads(of each: String) throws(PluginFailure) -> SpecReads {
        let names = try strings("reads", "parts of a spec")
        if names.isEmpty { return .all }
        guard each == "workspace" else {
            throw failure(
                "\"reads\" is for checks of all specs together, and \"each\" is \"\(each)\"")
        }
        var reads: SpecReads = []
        for name in names {
            guard let part = SpecReads.named.first(where: { $0.name == name }) else {
                let known = SpecReads.named.map(\.name)
                throw failure(
                    "\"reads\" has \"\(name)\"\(suggestion(for: name, among: known))")
            }
            reads.formUnion(part.reads)
        }
        return reads
    }

    /// Whoever runs the transform may ask others.
    private func gateOption(
        _ gate: [String], _ options: [OptionDeclaration]
    ) throws(PluginFailure) -> [OptionDeclaration] {
        guard !gate.isEmpty else { return [] }
        guard !options.contains(where: { $0.name == StageDeclaration.gate }) else {
            throw failure("\"gate\" is an option of its own where the record has one")
        }
        return [
            OptionDeclaration(
                name: StageDeclaration.gate, type: .list, defaultValue: .list(gate),
                summary: "the rules and plugins that must find nothing in a spec that is changed")
        ]
    }

    private func severity() throws(PluginFailure) -> Severity {
        let text = try text("severity")
        guard let severity = Severity(rawValue: text) else {
            let known = ["error", "warning", "info"]
            throw failure("unknown severity \"\(text)\"\(suggestion(for: text, among: known))")
        }
        return severity
    }

    private func preset() throws(PluginFailure) -> Preset {
        let text = try text("preset", or: Preset.minimal.rawValue)
        guard let preset = Preset(rawValue: text) else {
            let known = Preset.allCases.map(\.rawValue)
            throw failure("unknown preset \"\(text)\"\(suggestion(for: text, among: known))")
        }
        return preset
    }

    private func each(
        among known: [String], or standard: String? = nil
    ) throws(PluginFailure) -> String {
        let each = try text("each", or: standard)
        guard known.contains(each) else {
            throw failure(
                "\"each\" is \"\(each)\", which is nothing that a spec has"
                    + suggestion(for: each, among: known))
        }
        return each
    }
}
