internal import SpecPlugins

/// Every rule of a workspace, and what its configuration says of them: for all documents, and for
/// some.
struct RuleSettings: Sendable {
    /// One entry of `checks:`.
    struct Setting: Sendable {
        /// The place of the rule in `declared`.
        var rule: Int
        /// Nil where the entry does not say.
        var severity: SeveritySetting?
        /// Those that the entry sets.
        var options: [String: OptionValue]
    }

    /// One entry of `overrides:`.
    struct Override: Sendable {
        /// The folder that its patterns are seen from, absolute.
        let folder: String
        /// Nil where it does not say.
        let preset: Preset?
        let checks: [Setting]
        private let include: [PathPattern]
        private let exclude: [PathPattern]

        init(folder: String, setting: OverrideSetting, checks: [Setting]) {
            self.folder = folder
            self.checks = checks
            preset = setting.preset
            include = setting.include.map { PathPattern($0.name) }
            exclude = setting.exclude.map { PathPattern($0.name) }
        }

        /// Is it about a file?
        /// - Parameter path: the parts of its path, as seen from the folder.
        func covers(_ path: ArraySlice<String>) -> Bool {
            include.contains { $0.covers(path) } && !exclude.contains { $0.covers(path) }
        }
    }

    /// As they are without a configuration, and all on.
    var declared: [Rule] = []
    var preset = Preset.recommended
    /// Later ones win, as do later overrides.
    var checks: [Setting] = []
    var overrides: [Override] = []

    /// The places of the overrides that are about a document.
    /// - Parameter path: absolute.
    func overrides(of path: String) -> [Int] {
        // Those of one file stand together: the path is taken apart once for all of them.
        var folder = ""
        var inner: ArraySlice<String>?
        return overrides.indices.filter { place in
            let override = overrides[place]
            if !override.folder.utf8.elementsEqual(folder.utf8) {
                folder = override.folder
                let relative = Path.relative(path, to: folder)
                inner = Path.staysBelow(relative) ? Path.parts(relative)[...] : nil
            }
            return inner.map(override.covers) ?? false
        }
    }

    /// The rules as they run on documents that some overrides are about. Of presets the last one
    /// counts; what `checks:` says goes before any preset.
    func rules(under places: [Int] = []) -> [Rule] {
        let preset =
            places.last { overrides[$0].preset != nil }.flatMap { overrides[$0].preset } ?? preset
        var rules = declared
        for place in rules.indices where !preset.includes(rules[place].check.preset) {
            rules[place].severity = nil
        }
        for setting in checks + places.flatMap({ overrides[$0].checks }) {
            apply(setting, to: &rules[setting.rule])
        }
        return rules
    }

    private func apply(_ setting: Setting, to rule: inout Rule) {
        switch setting.severity {
        case .on(let severity): rule.severity = severity
        case .off: rule.severity = nil
        // Whoever sets an option of a rule that the preset leaves out wants the rule.
        case nil: rule.severity = rule.severity ?? rule.check.severity
        }
        for (name, value) in setting.options {
            let standard = rule.check.options.first { $0.name == name }?.defaultValue
            rule.options[name] = value == standard ? nil : value
        }
    }
}
