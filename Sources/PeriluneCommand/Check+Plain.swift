internal import ArgumentParser

// What editors and hooks call, once for each file that is saved: read without ArgumentParser, which
// takes as long to describe to itself what `check` understands as one spec takes to be checked.

extension Check {
    /// The command of a plain line, `check`, then paths and common options as they are written
    /// mostly; nil of every other line, right or wrong, which ArgumentParser reads.
    init?(plain arguments: [String]) {
        guard arguments.first == "check" else { return nil }
        self.init(paths: [])
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            if argument.isEmpty { return nil }
            guard argument.utf8.first == UInt8(ascii: "-"), argument != "-" else {
                paths.append(argument)
                continue
            }
            guard take(flag: argument) || take(option: argument, of: &rest) else { return nil }
        }
        guard (try? validateAll()) != nil else { return nil }
    }

    /// The command without any option.
    private init(paths: [String]) {
        self.init(
            paths: paths, reports: ReportOptions(), failOn: .error, select: [], ignore: [],
            template: TemplateOption(), exitZero: false, watch: false, caching: CacheOptions(),
            timing: TimingsOptions(), fixes: .none, suppression: SuppressionOptions(),
            baseline: BaselineOptions(), configuration: .none, input: .none, sandbox: .none,
            messages: MessageOptions())
        // An option that is not set here ends the first run, and what it says then names the reason.
        reports.formats = []
        template.template = nil
        caching.cache = true
        timing.timings = false
        timing.timingsFile = nil
        suppression.suppressions = true
        baseline.baseline = nil
        messages.color = .auto
        messages.quiet = false
    }

    /// Sets a flag; false where it is none of these.
    private mutating func take(flag: String) -> Bool {
        switch flag {
        case "-q", "--quiet": messages.quiet = true
        case "--exit-zero": exitZero = true
        case "--no-cache": caching.cache = false
        case "--no-config": configuration.noConfig = true
        case "--offline": configuration.offline = true
        default: return false
        }
        return true
    }

    /// Sets an option to the argument behind it; false where it is none of these, or the value is
    /// none.
    private mutating func take(option: String, of rest: inout ArraySlice<String>) -> Bool {
        guard let value = rest.popFirst(), !value.isEmpty, value.utf8.first != UInt8(ascii: "-")
        else { return false }
        switch option {
        case "--select": select.append(value)
        case "--ignore": ignore.append(value)
        case "--format": reports.formats.append(value)
        case "--config": configuration.config = value
        case "--root": configuration.root = value
        case "--template": template.template = value
        case "--stdin-filename": input.stdinFilename = value
        case "--today": sandbox.today = value
        case "--fail-on":
            guard let threshold = Threshold(rawValue: value) else { return false }
            failOn = threshold
        case "--color":
            guard let color = Colour(rawValue: value) else { return false }
            messages.color = color
        case "-j", "--jobs":
            guard let jobs = Int(value) else { return false }
            sandbox.jobs = jobs
        default: return false
        }
        return true
    }

    /// What ArgumentParser asks of those groups that a plain line can set.
    private func validateAll() throws {
        try reports.validate()
        try configuration.validate()
        try sandbox.validate()
    }
}

extension FixOptions {
    fileprivate static var none: FixOptions {
        var options = FixOptions()
        options.fix = false
        options.diff = false
        options.fixOnly = []
        options.unsafeFixes = false
        options.interactive = false
        return options
    }
}

extension ConfigurationOptions {
    fileprivate static var none: ConfigurationOptions {
        var options = ConfigurationOptions()
        options.config = nil
        options.noConfig = false
        options.root = nil
        options.locked = nil
        options.offline = false
        options.leavesOutStrangers = false
        return options
    }
}

extension InputOptions {
    fileprivate static var none: InputOptions {
        var options = InputOptions()
        options.filesFrom = nil
        options.null = false
        options.stdinFilename = nil
        return options
    }
}

extension SandboxOptions {
    fileprivate static var none: SandboxOptions {
        var options = SandboxOptions()
        options.sandbox = .auto
        options.requireSandbox = nil
        options.jobs = nil
        options.today = nil
        return options
    }
}
