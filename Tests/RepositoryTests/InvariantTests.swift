import Foundation
import TestSupport
import Testing

/// The invariants of Sources/README.md: what may not be there.
struct InvariantTests {
    /// The files that may import a C module or the world outside, and no others.
    static let importers: [String: Set<String>] = [
        "CMarkGFM": ["Sources/SpecReading/Markdown/CMarkTree.swift"],
        "CYaml": ["Sources/Yaml/YamlNode+Parse.swift"],
        "CZlib": ["Sources/PluginPackages/Archives/Gunzip.swift"],
        "CLua": [],
        "CLuaSandbox": ["Sources/LuaSandbox/LuaState.swift"],
        "CWorker": [
            "Sources/WorkerProcess/Channel.swift", "Sources/WorkerProcess/Worker.swift",
            "Sources/WorkerProcess/WorkerAttempt.swift",
        ],
        "CProcess": ["Sources/PluginPackages/Git/Program.swift"],
        "CBundle": ["Sources/EmbeddedFiles/EmbeddedFile.swift"],
        // Files, streams and terminals are the workspace's and the command line's.
        "Glibc": [
            "Sources/Perilune/Files/Files.swift", "Sources/Perilune/Files/Files+Write.swift",
            "Sources/Perilune/Files/Files+Below.swift", "Sources/Perilune/Files/Files+Inside.swift",
            "Sources/Perilune/Files/Environment.swift", "Sources/Perilune/Files/Folder.swift",
            "Sources/Perilune/Files/Folder+Stage.swift", "Sources/Perilune/Files/HeldSignals.swift",
            "Sources/Perilune/Files/OpenFile.swift", "Sources/Perilune/Files/StagedFile.swift",
            "Sources/Perilune/Files/FolderWatch.swift",
            "Sources/PeriluneCommand/Check+Watch.swift",
            "Sources/PeriluneCommand/Main.swift", "Sources/PeriluneCommand/Terminal.swift",
            "Sources/PeriluneCommand/Terminal+Product.swift",
            "Sources/PeriluneCommand/Platform.swift", "Sources/PeriluneCommand/WorkerMode.swift",
            // A file without a name.
            "Sources/Spilling/SpillFile.swift",
            // The mirrors of repositories.
            "Sources/PluginPackages/Git/MirrorFolder.swift",
            "Sources/PluginPackages/Git/FolderRemoval.swift",
            // For `memchr`, which touches no file.
            "Sources/SpecReading/Span+First.swift",
            // Steps of the build, in no product.
            "Sources/BuildSteps/BuildStep.swift",
        ],
        "Foundation": [
            "Sources/LuaCompiling/Plugin/LuaCompilingPlugin.swift",
            "Sources/PluginIndexing/Plugin/PluginIndexPlugin.swift",
            "Sources/VocabularyIndexing/Plugin/VocabularyPlugin.swift",
        ],
        "FoundationEssentials": [],
        "Dispatch": [],
        "System": [],
    ]

    @Test(arguments: importers.keys.sorted())
    func `a module is imported by the named files only`(_ module: String) throws {
        let found = try Checkout.files(in: "Sources", ending: ".swift")
            .filter { try $0.imports.contains(module) }.map(\.path)
        #expect(Set(found) == Self.importers[module])
    }

    @Test(arguments: ["SpecModel", "Printable"])
    func `the model, and what makes text safe, import nothing`(_ target: String) throws {
        let files = try Checkout.files(in: "Sources/\(target)", ending: ".swift")
        try #require(!files.isEmpty)
        for file in files { #expect(try file.imports == [], "\(file.path)") }
    }

    @Test func `a target imports what the package lists for it, and nothing the map forbids`()
        throws
    {
        let forbidden = [
            "SpecReading": ["SpecPlugins", "LuaSandbox"],
            "SpecPlugins": ["SpecReading", "SpecTemplates"],
            "SpecTemplates": ["LuaSandbox", "SpecPlugins"],
            "SpecQuery": ["LuaSandbox", "SpecPlugins", "SpecReading"],
            "WorkerProcess": [
                "LuaSandbox", "SpecModel", "SpecPlugins", "SpecQuery", "SpecReading", "Yaml",
            ],
            "LuaSandbox": ["SpecModel", "SpecPlugins", "SpecQuery", "SpecReading", "Yaml"],
            "PluginPackages": ["LuaSandbox", "SpecModel", "SpecReading", "SpecWorkers"],
            "SpecVocabulary": ["SpecModel", "SpecReading", "SpecPlugins", "LuaSandbox"],
            "Yaml": ["SpecModel", "SpecVocabulary", "SpecReading", "SpecQuery", "SpecPlugins"],
        ]
        for (target, modules) in forbidden {
            for file in try Checkout.files(in: "Sources/\(target)", ending: ".swift") {
                #expect(try Set(file.imports).isDisjoint(with: modules), "\(file.path)")
            }
        }
    }

    @Test func `Lua's headers are known to the sandbox alone`() throws {
        let knowing = try Checkout.files(in: "Sources")
            .filter { $0.path.hasSuffix(".c") || $0.path.hasSuffix(".h") }
            .filter { try $0.includes.contains { $0.contains("lua.h") || $0.contains("lauxlib") } }
            .map(\.path)
        try #require(!knowing.isEmpty)
        for path in knowing {
            #expect(path == "Sources/CLua/shim.h" || path.hasPrefix("Sources/CLuaSandbox/"))
            #expect(!path.contains("/include/"), "a public header hands lua.h to Swift")
        }
    }

    @Test func `our C opens no file and starts no process`() throws {
        let headers = ["fcntl.h", "dirent.h", "spawn.h", "dlfcn.h", "sys/stat.h", "sys/socket.h"]
        let call = /\b(?:f?open|popen|system|getenv|fork|exec[lv]\w*|socket|unlink|dlopen)\s*\(/
        for file in try Checkout.files(in: "Sources/CLuaSandbox") {
            #expect(try Set(file.includes).isDisjoint(with: headers), "\(file.path)")
            #expect(try file.text.firstMatch(of: call) == nil, "\(file.path)")
        }
    }

    @Test func `nothing in the sources traps on what a user can cause`() throws {
        for file in try Checkout.files(in: "Sources", ending: ".swift") {
            let trap = try file.text.firstMatch(
                of: /\btry!|\bas!|\bfatalError\(|\.unsafelyUnwrapped/)
            #expect(trap == nil, "\(file.path)")
        }
    }

    @Test func `the top level holds the agreed names`() throws {
        let agreed: Set = [
            "Package.swift", "Sources", "Tests", "plugins", "examples", "README.md", "LICENSE",
            "CHANGELOG.md",
        ]
        let found = try Checkout.topLevel().filter { !$0.hasPrefix(".") }
        #expect(Set(found).subtracting(agreed) == [])
        #expect(
            Set(["Package.swift", "README.md", "LICENSE", "Sources", "Tests"]).isSubset(of: found))
    }

    @Test func `no file bears a path of the machine it was written on`() throws {
        let places = ["work", "farm", "root", "home", "tmp/wt", "Users"].map { "/\($0)/" }
        for file in try Checkout.files() {
            let text = try file.text
            for place in places {
                // A path of the machine starts there: no folder's name stands before it.
                let found = text.ranges(of: place).contains { range in
                    guard range.lowerBound > text.startIndex else { return true }
                    let before = text[text.index(before: range.lowerBound)]
                    return !(before.isLetter || before.isNumber || "_-.}*\"".contains(before))
                }
                #expect(!found, "\(file.path) holds \(place)…")
            }
        }
    }
}
