import Foundation
import TestSupport
import Testing

/// Plugins of other repositories, with real repositories of git and a cache of their own.
@Suite struct SharingTests {
    /// A workspace, what a user keeps, and a repository of rules, `rules`, with the tag `v1.0.0`.
    private struct Place {
        let folder: TemporaryFolder
        let source: GitSource

        init(_ files: [GitSource.File] = Self.plugin) throws {
            folder = try TemporaryFolder()
            source = try GitSource(folder.path("rules"))
            try source.commit(files, tag: "v1.0.0")
            try folder.write("app/a.md", "# A\n\n## Risks\n\n| Risk |\n| --- |\n| Fire |\n")
        }

        static let initLua = GitSource.File(
            "init.lua",
            """
            return {
              checks = {
                named = {
                  summary = "risks are named",
                  severity = "info",
                  each = "risk",
                  run = function(risk, report) report(risk, "this is %q", risk.title) end,
                },
              },
            }
            """)

        static let manifest = GitSource.File(
            "plugin.yml", "name: acme\nversion: 1.0.0\ndescription: what Acme asks\n")

        static let plugin = [manifest, initLua]

        func configure(_ entry: String, in app: String = "app") throws {
            try folder.write("\(app)/perilune.yml", "plugins:\n  acme: { \(entry) }\n")
        }

        func perilune(
            _ arguments: String..., in app: String = "app", environment: [String: String] = [:]
        ) throws -> Console.Run {
            try Console.run(
                Console.binary.path, arguments, in: folder.path(app),
                environment: self.environment.merging(environment) { $1 })
        }

        var environment: [String: String] {
            GitSource.environment.merging(["HOME": folder.path("home").path]) { $1 }
        }

        /// The files of packages in the cache.
        func cached() throws -> [URL] {
            try FileManager.default.contentsOfDirectory(
                at: folder.path("home/.cache/perilune/plugins"), includingPropertiesForKeys: nil)
        }
    }

    @Test func `no byte of the cache can change unnoticed`() throws {
        let place = try Place()
        try place.configure("git: ../rules, version: ^1")
        #expect(try place.perilune("check").output.contains("this is \"Fire\""))
        let file = try #require(place.cached().first)
        let bytes = Array(try Data(contentsOf: file))
        var offsets = Array(stride(from: 0, to: bytes.count, by: 37))
        offsets.append(bytes.count - 1)
        for offset in offsets {
            var damaged = bytes
            damaged[offset] ^= 1
            try Data(damaged).write(to: file)
            let run = try place.perilune("check", "--offline")
            #expect(run.status == 2, "byte \(offset)")
            #expect(run.out.isEmpty, "byte \(offset)")
            #expect(
                run.errors.contains("not what was locked") || run.errors.contains("--offline"),
                "byte \(offset): \(run.errors)")
        }
        // Cut off, and empty.
        for count in [0, 10, bytes.count / 2] {
            try Data(bytes.prefix(count)).write(to: file)
            #expect(try place.perilune("check", "--offline").status == 2)
        }
        #expect(try place.perilune("plugin", "install").status == 0)
        #expect(try Data(contentsOf: file) == Data(bytes))
    }

    @Test func `what is locked and here needs no other program`() throws {
        let place = try Place()
        try place.configure("git: ../rules, version: ^1")
        #expect(try place.perilune("plugin", "install").status == 0)
        for arguments in [["plugin", "install"], ["check"], ["plugin", "verify"]] {
            let run = try Console.run(
                Console.binary.path, arguments, in: place.folder.path("app"),
                environment: place.environment.merging(["PATH": "/nowhere"]) { $1 })
            #expect(run.status == 0, "\(arguments): \(run.errors)")
        }
        try FileManager.default.removeItem(at: place.folder.path("home/.cache"))
        let run = try place.perilune("check", environment: ["PATH": "/nowhere"])
        #expect(run.status == 2)
        #expect(run.errors.contains("git is in no folder of PATH"))
    }

    @Test func `a private host is reached as git is told to reach it`() throws {
        let place = try Place()
        try place.folder.write(
            "gitconfig",
            "[url \"\(place.folder.path("rules").path)\"]\n\tinsteadOf = https://git.example.com/acme/rules\n"
        )
        let environment = ["GIT_CONFIG_GLOBAL": place.folder.path("gitconfig").path]
        let run = try place.perilune(
            "plugin", "add", "https://git.example.com/acme/rules", environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        let lock = try place.folder.text("app/perilune.lock")
        #expect(lock.contains("\"git\": \"https://git.example.com/acme/rules\""))
        #expect(!lock.contains(place.folder.path("rules").path))
    }

    @Test func `a commit that no branch has is not taken`() throws {
        let place = try Place()
        let commit = try place.source.commit(Place.plugin, branch: "fork", message: "Theirs")
        try place.source.git("update-ref", "refs/pull/7/head", commit)
        try place.source.git("update-ref", "-d", "refs/heads/fork")
        try place.configure("git: ../rules, rev: \(commit)")
        let run = try place.perilune("check")
        #expect(run.status == 2)
        #expect(run.errors.contains("on a branch or a tag"), "\(run.errors)")
        #expect(!place.folder.exists("app/perilune.lock"))
    }

    @Test func `many installs at once share a cache`() async throws {
        let place = try Place()
        let apps = (0..<6).map { "app\($0)" }
        for app in apps { try place.configure("git: ../rules, version: ^1", in: app) }
        try await withThrowingTaskGroup(of: Int32?.self) { group in
            for app in apps {
                group.addTask { try place.perilune("plugin", "install", in: app).status }
            }
            for try await status in group { #expect(status == 0) }
        }
        let locks = try Set(apps.map { try place.folder.text("\($0)/perilune.lock") })
        #expect(locks.count == 1)
        #expect(try place.cached().count == 1)
    }

    @Test func `an archive is a source like any other`() throws {
        let place = try Place()
        try place.source.git(
            "archive", "--prefix=rules-1.0.0/", "-o", place.folder.path("app/rules.tar.gz").path,
            "v1.0.0")
        #expect(try place.perilune("plugin", "add", "rules.tar.gz").status == 0)
        #expect(try place.perilune("check", "--offline").output.contains("this is \"Fire\""))
        let archived = try place.folder.text("app/perilune.lock")
        #expect(archived.contains("\"archive\": \"rules.tar.gz\""))
        try place.configure("git: ../rules, version: ^1")
        #expect(try place.perilune("plugin", "install").status == 0)
        let fetched = try place.folder.text("app/perilune.lock")
        func digest(_ lock: String) -> Substring? { lock.firstMatch(of: /h1:[^"]*/)?.output }
        #expect(digest(archived) == digest(fetched))
    }

    @Test func `a library comes along, and its version is locked`() throws {
        let place = try Place()
        let library = try GitSource(place.folder.path("levels"))
        for version in ["1.0.0", "1.1.0"] {
            try library.commit(
                [
                    .init("plugin.yml", "name: levels\nversion: \(version)\ndescription: words\n"),
                    .init("lib.lua", "return { word = \"\(version)\" }\n"),
                ], tag: "v\(version)")
        }
        try place.source.commit(
            [
                .init(
                    "plugin.yml",
                    """
                    name: acme
                    version: 1.2.0
                    description: what Acme asks
                    requires: { levels: { git: ../levels, version: ^1 } }

                    """),
                .init(
                    "init.lua",
                    Place.initLua.text.replacing("risk.title", with: "require('levels').word")),
            ], tag: "v1.2.0")
        try place.configure("git: ../rules, version: ^1")
        let run = try place.perilune("check")
        // The lowest that does: what its author has seen it work with.
        #expect(run.output.contains("this is \"1.0.0\""), "\(run.errors)\(run.output)")
        let why = try place.perilune("plugin", "why", "levels")
        #expect(why.output.contains("wanted by acme 1.2.0"), "\(why.output)")
        #expect(try place.perilune("plugin", "vendor").status == 0)
        try FileManager.default.removeItem(at: place.folder.path("home/.cache"))
        let vendored = try place.perilune("check", "--offline")
        #expect(vendored.output.contains("this is \"1.0.0\""), "\(vendored.errors)")
    }

    @Test func `a plugin of the repository requires a library of another one`() throws {
        let place = try Place([
            .init("plugin.yml", "name: acme\nversion: 1.0.0\ndescription: words\n"),
            .init("lib.lua", "return { word = \"shared\" }\n"),
        ])
        try place.folder.write(
            "app/tools/own/plugin.yml",
            """
            name: own
            version: 1.0.0
            description: what we ask
            requires: { acme: { git: ../../../rules, version: ^1 } }

            """)
        try place.folder.write(
            "app/tools/own/init.lua",
            Place.initLua.text.replacing("risk.title", with: "require('acme').word"))
        try place.folder.write("app/perilune.yml", "plugins: { own: { path: tools/own } }\n")
        let early = try place.perilune("check")
        #expect(early.status == 3)
        #expect(early.errors.contains("run perilune plugin install"), "\(early.errors)")
        #expect(try place.perilune("plugin", "install").status == 0)
        for (folder, spec) in [("app", "a.md"), ("app/tools", "../a.md")] {
            let run = try place.perilune("check", spec, in: folder)
            #expect(run.output.contains("this is \"shared\""), "\(folder): \(run.errors)")
        }
        let why = try place.perilune("plugin", "why", "acme")
        #expect(why.output.contains("wanted by tools/own/plugin.yml:4"), "\(why.output)")
        // What nothing requires any more goes.
        try place.folder.write("app/perilune.yml", "plugins: {}\n")
        #expect(try place.perilune("plugin", "install").status == 0)
        #expect(!(try place.folder.text("app/perilune.lock").contains("acme")))
    }

    /// What stands in a lock file that somebody else has written: members, as JSON.
    private static let locks: [(name: String, members: [String: String], message: String)] = [
        ("a path for a name", ["name": #""../../../evil""#], "no plugin is called"),
        ("an absolute path", ["name": #""/tmp/evil""#], "no plugin is called"),
        ("no name", ["name": "\"\""], "no plugin is called"),
        ("a path for a library", ["requires": #"["../acme"]"#], "no plugin is called"),
        ("a version that obeys", ["version": #""\u001b[2J""#], "expected a version"),
        ("a commit that is an option", ["commit": #""--all""#], "digits"),
        ("an unknown permission", ["permissions": #"{"net": ["*"]}"#], "not known"),
        ("two sources", ["archive": #""a.tgz""#], "either"),
        (
            "a megabyte", ["version": "\"\(String(repeating: "9", count: 1 << 20))\""],
            "expected a version"
        ),
        ("no digest", ["digest": #""h1:""#], "expected a digest"),
    ]

    @Test(arguments: locks.map(\.name))
    func `a lock file is as little believed as anything else`(_ name: String) throws {
        let (_, members, message) = try #require(Self.locks.first { $0.name == name })
        let place = try Place()
        try place.configure("git: ../rules, version: ^1")
        #expect(try place.perilune("plugin", "install").status == 0)
        let lock = try place.folder.text("app/perilune.lock")
        let line = try #require(lock.split(separator: "\n").first { $0.contains("acme") })
        let right = [
            "name": "\"evil\"", "git": "\"../rules\"", "version": "\"1.0.0\"",
            "commit": "\"\(String(repeating: "0", count: 40))\"",
            "digest": "\"h1:\(String(repeating: "A", count: 43))=\"",
        ]
        let evil = right.merging(members) { $1 }.sorted { $0.key < $1.key }
            .map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
        try place.folder.write(
            "app/perilune.lock", lock.replacing(line, with: "\(line),\n{\(evil)}"))
        for arguments in [
            ["check"], ["plugin", "vendor"], ["plugin", "verify"], ["plugin", "list"],
        ] {
            let run = try Console.run(
                Console.binary.path, arguments, in: place.folder.path("app"),
                environment: place.environment)
            #expect(run.status == 2, "\(arguments)")
            #expect(run.errors.contains(message), "\(arguments): \(run.errors)")
            #expect(!run.errors.contains("\u{1b}"))
            #expect(run.errors.utf8.count < 2_000)
        }
        #expect(!place.folder.exists("app/.perilune/vendor"))
    }

    @Test func `what nobody wants is not copied, whatever the lock file says`() throws {
        let place = try Place()
        try place.configure("git: ../rules, version: ^1")
        #expect(try place.perilune("plugin", "install").status == 0)
        let lock = try place.folder.text("app/perilune.lock")
        let line = try #require(lock.split(separator: "\n").first { $0.contains("acme") })
        try place.folder.write(
            "app/perilune.lock",
            lock.replacing(line, with: "\(line),\n" + line.replacing("acme", with: "other")))
        #expect(try place.perilune("plugin", "vendor").status == 0)
        #expect(place.folder.exists("app/.perilune/vendor/acme"))
        #expect(!place.folder.exists("app/.perilune/vendor/other"))
    }

    /// What a repository may hold that is no plugin, and what is said of it.
    private static let refused: [(name: String, files: [GitSource.File], message: String)] = [
        ("no manifest", [Place.initLua], "plugin.yml"),
        (
            "a symbolic link", Place.plugin + [.init("evil.lua", "/etc/passwd", mode: "120000")],
            "symbolic link"
        ),
        ("a case clash", Place.plugin + [.init("Init.lua", "")], "Init.lua"),
        ("a program", Place.plugin + [.init("run.sh", "#!/bin/sh\n", mode: "100755")], "run.sh"),
        (
            "an anchor", [.init("plugin.yml", "a: &a [x]\nb: *a\n"), Place.initLua], "anchor"
        ),
        (
            "a bomb",
            [
                .init(
                    "plugin.yml",
                    "a: &a [x,x,x,x,x,x,x,x,x]\n"
                        + zip("bcdefgh", "abcdefg").map {
                            "\($0): &\($0) [*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1)]\n"
                        }.joined()), Place.initLua,
            ], "anchor"
        ),
        (
            "two keys", [.init("plugin.yml", "name: a\nname: b\n"), Place.initLua], "name"
        ),
        ("a tab", [.init("plugin.yml", "name:\n\t- a\n"), Place.initLua], "plugin.yml"),
        (
            "deep nesting",
            [.init("plugin.yml", String(repeating: "[", count: 10 << 20)), Place.initLua],
            "plugin.yml"
        ),
        (
            "a later engine",
            [
                .init(
                    "plugin.yml",
                    "name: acme\nversion: 1.0.0\ndescription: x\nengine: \">=99\"\n"),
                Place.initLua,
            ], "wants engine \">=99\""
        ),
        (
            "another version",
            [.init("plugin.yml", "name: acme\nversion: 2.0.0\ndescription: x\n"), Place.initLua],
            "make the two agree"
        ),
        (
            "17 MiB", Place.plugin + [.init("words.txt", Array(repeating: 0x61, count: 17 << 20))],
            "MiB"
        ),
    ]

    @Test(arguments: refused.map(\.name))
    func `what is no plugin is refused, and nothing is written`(_ name: String) throws {
        let (_, files, message) = try #require(Self.refused.first { $0.name == name })
        let place = try Place(files)
        let run = try place.perilune("plugin", "add", "../rules", "--name", "acme")
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.utf8.count < 2_000)
        #expect(!place.folder.exists("app/perilune.yml"))
        #expect(!place.folder.exists("app/perilune.lock"))
    }

    @Test func `without a network what is here is enough`() throws {
        let place = try Place()
        try place.configure("git: ../rules, version: ^1")
        #expect(try place.perilune("plugin", "install").status == 0)
        let probe = try Console.shell("unshare --net true")
        guard probe.status == 0 else {
            print("skipped: this machine makes no namespace of networks: \(probe.errors)")
            return
        }
        let run = try Console.shell(
            "unshare --net \(Console.binary.path) check --offline --locked",
            in: place.folder.path("app"), environment: place.environment)
        #expect(run.output.contains("this is \"Fire\""), "\(run.errors)")
    }
}

extension TemporaryFolder {
    fileprivate func text(_ file: String) throws -> String {
        try String(contentsOf: path(file), encoding: .utf8)
    }

    fileprivate func exists(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: path(file).path)
    }
}

extension GitSource.File {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
