internal import SpecPlugins
internal import SpecTemplates
internal import SpecWorkers
internal import Yaml

/// The tests of one plugin, in the `tests/` of its folder.
///
/// - `NAME.md`, or a folder `NAME/` of some: specs with every finding marked that is expected;
/// - `NAME.expected/`: what exports and transforms make of them;
/// - `NAME.yml`: options, template, day, variables and limits of that one fixture;
/// - `NAME.files/`: what the plugin may read of a workspace, of all that it asks for;
/// - `NAME_test.lua`: tests in Lua, over the spec `NAME_test.md` where there is one.
///
/// Tests are as little trusted as the plugin: they run where it runs.
public struct PluginTests {
    private let folder: TestFolder
    private let sandbox: SandboxChoice
    private let today: String?
    /// The templates that the plugin has for specs.
    private let templates: [String]

    /// Reads the folder of a plugin.
    /// - Parameter today: the day that plugins are told where a fixture does not say.
    public init(_ path: String, sandbox: SandboxChoice, today: String? = nil) throws(Problems) {
        self.sandbox = sandbox
        self.today = today
        do throws(Problem) {
            let read = try TestFolder(path)
            var loader = PluginLoader(
                configuration: FixtureSettings([read.named("plugin").plugin]).configuration,
                root: read.path, sandbox: sandbox, packages: PackageChoice(), today: nil)
            loader.load(runsCode: false)
            templates = loader.manifests.first?.manifest.templates ?? []
            // One whose manifest is wrong is told of by the name of its folder.
            folder = read.named(
                loader.namesOfManifests["plugin"] ?? "plugin",
                requiring: loader.strangers.first?.libraries ?? [],
                asking: loader.grants["plugin"]?.requested ?? Permissions())
        } catch {
            throw Problems(error)
        }
    }

    /// What stands in the way of knowing that the plugin is tested: no test at all.
    public var problem: Problem? {
        guard folder.fixtures.isEmpty, folder.luaTests.isEmpty else { return nil }
        return Problem(
            "\"\(folder.shown(TestFolder.name))\" has no tests: put specs there, or files *_test.lua; "
                + "perilune plugin test --help says more")
    }

    /// Runs them.
    /// - Parameters:
    ///   - filter: parts of titles; a test is run that has one of them, every one where there is none.
    ///   - updates: takes what exports and transforms make for what is expected of them.
    public func run(filter: [String] = [], updates: Bool = false) throws(Problems)
        -> PluginTestReport
    {
        let isWanted = { (title: String) in
            filter.isEmpty || filter.contains { title.contains($0) }
        }
        var report = PluginTestReport()
        let plain = try workspace(FixtureSettings([folder.plugin]))
        report.looseLocks = plain.looseLocks
        if !plain.failures.isEmpty {
            report.cases = [
                TestCase(
                    folder.plugin.name, folder.path, "loads",
                    broken: plain.countedFailures.map { FixtureRun.note($0, in: folder) })
            ]
            return report
        }
        report.cases += TemplateRun(folder: folder, names: templates)
            .cases(plain.reader.reader, wanting: isWanted)
        // A fixture may name one of them.
        if report.count(.failed) > 0 { return report }
        let fixtures = folder.fixtures
        let settings = try settings(of: fixtures)
        for fixture in fixtures {
            let own = settings[fixture.name]
            let run = FixtureRun(
                folder: folder, fixture: fixture, workspace: try own.map(workspace) ?? plain,
                template: own?.template?.name)
            try one { () throws(Problem) in
                try run.add(to: &report, updates: updates, wanting: isWanted)
            }
        }
        report.cases += folder.strays(beside: fixtures).filter { isWanted($0.title) }
        for file in folder.luaTests {
            let run = LuaTestRun(folder: folder, file: file)
            if let misnamed = run.misnamed {
                report.cases += isWanted(misnamed.title) ? [misnamed] : []
                continue
            }
            let workspace = try workspace(
                FixtureSettings([folder.plugin, run.plugin], files: run.given))
            report.cases += try one { () throws(Problem) in
                try run.cases(workspace, &report.log, wanting: isWanted)
            }
        }
        return report
    }

    private func workspace(_ settings: FixtureSettings) throws(Problems) -> Workspace {
        try Workspace(
            settings.configuration, root: folder.path, sandbox: sandbox,
            template: settings.template, today: settings.today ?? today)
    }

    /// By fixture, what stands in the `NAME.yml` beside it.
    private func settings(
        of fixtures: [FixtureSpecs]
    ) throws(Problems) -> [String: FixtureSettings] {
        let files = fixtures.compactMap { fixture in
            let path = "\(TestFolder.name)/\(fixture.name).yml"
            return folder.bytes(path).map { (path: folder.shown(path), bytes: $0) }
        }
        let names = fixtures.map(\.name).filter {
            folder.bytes("\(TestFolder.name)/\($0).yml") != nil
        }
        var settings: [String: FixtureSettings] = [:]
        for ((name, file), tree) in zip(
            zip(names, files), try FixtureSettings.trees(of: files, sandbox))
        {
            settings[name] = try FixtureSettings(
                [folder.plugin], files: folder.given(to: name), tree, path: file.path, in: folder)
        }
        for fixture in fixtures where settings[fixture.name] == nil {
            let files = folder.given(to: fixture.name)
            if !files.isEmpty {
                settings[fixture.name] = FixtureSettings([folder.plugin], files: files)
            }
        }
        return settings
    }

    private func one<Value>(
        _ body: () throws(Problem) -> Value
    ) throws(Problems) -> Value {
        do throws(Problem) { return try body() } catch { throw Problems(error) }
    }
}

extension FixtureRun {
    fileprivate func add(
        to report: inout PluginTestReport, updates: Bool, wanting isWanted: (String) -> Bool
    ) throws(Problem) {
        if isWanted("\(file): findings") { report.cases.append(try findings(&report.log)) }
        let goldens = try goldens(&report.log, updates: updates, wanting: isWanted)
        report.cases += goldens.cases
        report.updated += goldens.updated
    }
}
