// swift-tools-version: 6.2
import PackageDescription

// Debian's archives are linked by file name, so that no shared cmark, Lua or YAML library is
// needed beside the executable; the order is the order that static linking wants.
func archives(_ names: String...) -> [LinkerSetting] {
    names.map { .linkedLibrary(":lib\($0).a", .when(platforms: [.linux])) }
        + names.map { .linkedLibrary($0, .when(platforms: [.macOS])) }
}

let package = Package(
    name: "perilune",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "perilune", targets: ["PeriluneCommand"]),
        .library(name: "Perilune", targets: ["Perilune"]),
    ],
    dependencies: [
        // Commands, help, completions and "did you mean": not what this project exists for.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // GitHub's own Markdown parser: the dialect that specs in repositories are written in.
        .systemLibrary(
            name: "CMarkGFM",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]),
        // The language of the plugins.
        .systemLibrary(
            name: "CLua", providers: [.apt(["liblua5.4-dev"]), .brew(["lua@5.4"])]),
        // Configuration, manifests, front matter. Yams would bring all of Foundation: 59 MB of
        // binary and 1.7 ms of start-up.
        .systemLibrary(
            name: "CYaml", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // Archives of plugins.
        .systemLibrary(
            name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        .target(name: "CBundle", exclude: ["README.md"]),
        .target(
            name: "EmbeddedFiles", dependencies: ["CBundle"], exclude: ["README.md"]),
        .target(
            name: "CMarkParsing", dependencies: ["CMarkGFM"], exclude: ["README.md"]),
        .target(
            name: "CLuaSandbox", dependencies: ["CLua"], exclude: ["README.md"],
            linkerSettings: archives("lua5.4") + [.linkedLibrary("m"), .linkedLibrary("dl")]),
        // Other programs as children; why not swift-subprocess, its README says.
        .target(name: "CProcess", exclude: ["README.md"]),
        .target(name: "CWorker", dependencies: ["CProcess"], exclude: ["README.md"]),

        .target(
            name: "Yaml", dependencies: ["CYaml"], exclude: ["README.md"],
            linkerSettings: archives("yaml")),
        .target(name: "Printable", exclude: ["README.md"]),
        .target(name: "Globs", exclude: ["README.md"]),
        .target(name: "Spilling", exclude: ["README.md"]),
        .target(name: "BuildSteps", exclude: ["README.md"]),
        .target(name: "SpecModel", exclude: ["README.md"]),
        .target(
            name: "SpecVocabulary", dependencies: ["Yaml"],
            exclude: ["README.md", "vocabulary.yml"]),
        // The bundled vocabulary is compiled when it changes, so that no run has to parse it.
        .executableTarget(
            name: "vocabulary-compiler", dependencies: ["BuildSteps", "SpecVocabulary", "Yaml"],
            path: "Sources/VocabularyIndexing/Compiler"),
        .plugin(
            name: "VocabularyPlugin", capability: .buildTool(),
            dependencies: ["vocabulary-compiler"], path: "Sources/VocabularyIndexing/Plugin"),
        .target(
            name: "SpecReading",
            dependencies: ["SpecModel", "SpecVocabulary", "CMarkGFM", "CMarkParsing", "Yaml"],
            exclude: ["README.md"],
            linkerSettings: archives("cmark-gfm-extensions", "cmark-gfm"),
            plugins: ["VocabularyPlugin"]),
        .target(
            name: "SpecEditing", dependencies: ["SpecModel", "Printable"],
            exclude: ["README.md"]),
        .target(
            name: "SpecTemplates",
            dependencies: ["SpecModel", "SpecVocabulary", "SpecReading", "EmbeddedFiles"],
            exclude: ["README.md", "Templates/Bundled"]),
        // Yaml for its nearest known name.
        .target(
            name: "SpecQuery", dependencies: ["SpecModel", "Yaml"], exclude: ["README.md"]),
        .target(
            name: "LuaSandbox", dependencies: ["CLuaSandbox", "Printable"],
            exclude: ["README.md"]),
        .target(name: "WorkerProcess", dependencies: ["CWorker"], exclude: ["README.md"]),
        // The host's Lua and that of the bundled plugins is compiled at build time.
        .executableTarget(
            name: "lua-compiler", dependencies: ["BuildSteps", "LuaSandbox", "EmbeddedFiles"],
            path: "Sources/LuaCompiling/Compiler"),
        .plugin(
            name: "LuaCompilingPlugin", capability: .buildTool(), dependencies: ["lua-compiler"],
            path: "Sources/LuaCompiling/Plugin"),
        .target(
            name: "SpecPlugins",
            dependencies: [
                "SpecModel", "SpecEditing", "SpecQuery", "LuaSandbox", "Printable", "Yaml",
                "EmbeddedFiles", "Globs",
            ],
            exclude: ["README.md", "Host", "Library"]),
        // Bundled plugins say at build time what they are, so that no run has to open all of them.
        .executableTarget(
            name: "plugin-indexer", dependencies: ["BuildSteps", "SpecPlugins"],
            path: "Sources/PluginIndexing/Indexer"),
        .plugin(
            name: "PluginIndexPlugin", capability: .buildTool(), dependencies: ["plugin-indexer"],
            path: "Sources/PluginIndexing/Plugin"),
        .target(
            name: "PluginPackages",
            dependencies: ["SpecPlugins", "Printable", "CProcess", "CZlib"],
            exclude: ["README.md"], linkerSettings: archives("z")),
        .target(
            name: "SpecWorkers",
            dependencies: [
                "SpecModel", "SpecVocabulary", "SpecReading", "SpecEditing", "SpecTemplates",
                "SpecPlugins", "LuaSandbox", "Printable", "Spilling", "WorkerProcess", "Yaml",
            ],
            exclude: ["README.md"]),
        .target(
            name: "Perilune",
            dependencies: [
                "SpecModel", "SpecVocabulary", "SpecReading", "SpecEditing", "SpecQuery",
                "SpecTemplates", "SpecPlugins", "PluginPackages", "SpecWorkers", "Spilling",
                "WorkerProcess", "Printable", "Yaml", "EmbeddedFiles", "Globs",
            ],
            exclude: [
                "README.md", "Cache/README.md", "Report/findings.schema.json",
                "Report/model.schema.json",
                "Report/query.schema.json", "Report/timings.schema.json", "Testing/testing.lua",
            ], plugins: ["LuaCompilingPlugin", "PluginIndexPlugin"]),
        .executableTarget(
            name: "PeriluneCommand",
            dependencies: [
                "Perilune", "Printable", "SpecModel", "SpecPlugins", "SpecQuery", "SpecReading",
                "SpecWorkers", "Spilling", "WorkerProcess", "Yaml",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["README.md", "Man"]),

        .executableTarget(
            name: "ReadingBenchmark", dependencies: ["SpecReading", "SpecModel"],
            path: "Tests/Benchmarks/ReadingBenchmark"),

        .executableTarget(
            name: "SandboxBenchmark", dependencies: ["LuaSandbox"],
            path: "Tests/Benchmarks/SandboxBenchmark",
            exclude: ["checker.lua", "patterns.lua"]),

        .target(name: "TestSupport", path: "Tests/TestSupport"),
        // What the workers of WorkerProcessTests run.
        .executableTarget(
            name: "worker-fixture", dependencies: ["WorkerProcess", "LuaSandbox", "SystemCall"],
            path: "Tests/WorkerFixture"),
        // What those of SpecWorkersTests run.
        .executableTarget(
            name: "spec-worker-fixture", dependencies: ["SpecWorkers", "WorkerProcess"],
            path: "Tests/SpecWorkerFixture"),
        .testTarget(
            name: "SpecWorkersTests",
            dependencies: [
                "SpecWorkers", "SpecModel", "SpecPlugins", "SpecReading", "SpecTemplates",
                "LuaSandbox", "Spilling", "Yaml", "spec-worker-fixture", "TestSupport",
            ]),
        .testTarget(
            name: "YamlTests", dependencies: ["Yaml", "TestSupport"]),
        .testTarget(name: "PrintableTests", dependencies: ["Printable"]),
        .testTarget(name: "GlobsTests", dependencies: ["Globs"]),
        .testTarget(name: "SpillingTests", dependencies: ["Spilling", "TestSupport"]),
        .testTarget(name: "SpecModelTests", dependencies: ["SpecModel"]),
        .testTarget(
            name: "SpecVocabularyTests", dependencies: ["SpecVocabulary", "Yaml", "TestSupport"]),
        .testTarget(
            name: "SpecReadingTests",
            dependencies: [
                "SpecReading", "SpecModel", "SpecVocabulary", "CMarkParsing", "CMarkGFM",
                "TestSupport",
            ],
            exclude: ["Fixtures"]),
        .target(
            name: "EditProperties",
            dependencies: ["SpecEditing", "SpecReading", "SpecModel", "TestSupport"],
            path: "Tests/EditProperties"),
        .executableTarget(
            name: "edit-property", dependencies: ["EditProperties"], path: "Tests/EditPropertyRun"),
        .testTarget(
            name: "SpecEditingTests",
            dependencies: [
                "EditProperties", "SpecEditing", "SpecReading", "SpecModel", "TestSupport",
            ]),
        .testTarget(
            name: "SpecTemplatesTests",
            dependencies: [
                "SpecTemplates", "SpecReading", "SpecModel", "SpecPlugins", "SpecVocabulary",
                "SpecWorkers", "TestSupport",
            ]),
        .testTarget(
            name: "SpecQueryTests", dependencies: ["SpecQuery", "SpecModel", "TestSupport"]),
        .testTarget(
            name: "LuaSandboxTests", dependencies: ["LuaSandbox", "Printable", "TestSupport"],
            exclude: ["Fixtures"]),
        .target(name: "SystemCall", path: "Tests/SystemCall"),
        .testTarget(
            name: "WorkerProcessTests",
            dependencies: ["WorkerProcess", "worker-fixture", "TestSupport"]),
        .testTarget(
            name: "SpecPluginsTests",
            dependencies: [
                "SpecEditing", "SpecPlugins", "SpecQuery", "SpecReading", "SpecTemplates",
                "SpecModel", "Yaml", "TestSupport",
            ],
            exclude: ["Fixtures"]),
        // A process that fetches, for tests that end it or start several.
        .executableTarget(
            name: "package-fixture", dependencies: ["PluginPackages"], path: "Tests/PackageFixture"),
        .testTarget(
            name: "PluginPackagesTests",
            dependencies: [
                "PluginPackages", "SpecPlugins", "TestSupport", "Yaml", "package-fixture",
            ],
            exclude: ["Goldens", "archives.py", "terminal.py"]),
        .testTarget(
            name: "PeriluneTests",
            dependencies: [
                "Perilune", "LuaSandbox", "Printable", "SpecModel", "SpecPlugins", "SpecQuery",
                "SpecReading", "SpecTemplates", "SpecWorkers", "spec-worker-fixture",
                "TestSupport", "Yaml",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "PeriluneCommand", "Perilune", "Printable", "SpecModel", "Yaml", "TestSupport",
            ],
            exclude: [
                "Doctor", "Exports", "Jira", "Reports", "Transcripts", "Schemas", "Watching",
            ]),
        // What the sandbox's matcher is compared with.
        .target(name: "StockLua", dependencies: ["CLua"], path: "Tests/StockLua"),
        .testTarget(
            name: "FuzzingTests",
            dependencies: [
                "LuaSandbox", "PluginPackages", "Printable", "SpecModel", "SpecPlugins",
                "SpecReading", "SpecTemplates", "SpecVocabulary", "SpecWorkers", "StockLua",
                "TestSupport",
                "WorkerProcess", "Yaml",
            ],
            path: "Tests/Fuzzing",
            exclude: ["README.md", "Seeds", "Targets/matching.lua", "run"]),
        .testTarget(name: "RepositoryTests", dependencies: ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

for target in package.targets where target.type != .system && target.type != .plugin {
    let isC = [
        "CBundle", "CLuaSandbox", "CMarkParsing", "CProcess", "CWorker", "StockLua", "SystemCall",
    ].contains(target.name)
    if isC {
        target.cSettings = [.treatAllWarnings(as: .error)]
    } else {
        target.swiftSettings = [
            .treatAllWarnings(as: .error),
            .strictMemorySafety(),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ]
    }
}
