import Foundation
import TestSupport
import Testing

/// With what is kept in `.perilune/cache`, the same is said as without, byte for byte, whatever
/// changes between two runs.
@Suite struct CacheTests {
    private let folder: TemporaryFolder

    private static let plugin = """
        return {
          checks = {
            counted = {
              summary = "s", severity = "warning", each = "spec",
              options = { word = { type = "string", default = "is", summary = "s" } },
              run = function(spec, report, options)
                report(spec, "%s %s it", spec.title, options.word)
              end,
            },
            stumbles = {
              summary = "s", severity = "error", each = "spec",
              run = function(spec)
                if spec.path:find("7") then error("seven") end
                if spec.path:find("8") then print("eight", spec.path) end
              end,
            },
          },
        }
        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("own/plugin.yml", "name: own\nversion: 1.0.0\ndescription: d\n")
        try folder.write("own/init.lua", Self.plugin)
        try folder.write("perilune.yml", "preset: strict\n" + Self.plugins("own: { path: own }"))
        for (number, bytes) in try Generated.documents(31, seed: 9).enumerated() {
            try folder.write("docs/\(number).md", bytes)
        }
        try folder.write("docs/target.md", "# Target\n")
        try folder.write(
            "docs/linking.md",
            "# Linking\n\n[one](target.md) [two](gone.md)\n\n<!-- perilune-disable-file own -->\n")
    }

    private static func plugins(_ other: String) -> String {
        let bundled = [
            "api", "dependencies", "links", "open-questions", "placeholders", "plan",
            "requirements", "review", "risk-register", "structure",
        ]
        return "plugins:\n" + bundled.map { "  \($0): bundled\n" }.joined() + "  \(other)\n"
    }

    private func check(_ arguments: String) throws -> Console.Run {
        try Console.shell("perilune check \(arguments)", in: folder.url)
    }

    /// Once from what is known and once anew.
    private func expectSame(
        _ arguments: String = "--format json", _ comment: Comment? = nil
    ) throws {
        let anew = try check("\(arguments) --no-cache")
        let known = try check(arguments)
        #expect(known.out == anew.out, comment)
        #expect(known.err == anew.err, comment)
        #expect(known.ending == anew.ending, comment)
    }

    @Test(arguments: [
        "text", "full", "json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle",
        "rdjson",
    ])
    func `each format says the same`(format: String) throws {
        try expectSame("--format \(format)", "cold")
        try expectSame("--format \(format)", "warm")
        try expectSame("--format \(format) --jobs 1", "warm, one worker")
        try expectSame("--format \(format) --sandbox off", "warm, no worker")
    }

    @Test func `whatever changes is seen`() throws {
        try expectSame()
        #expect(FileManager.default.fileExists(atPath: folder.path(".perilune/cache/results").path))
        func changing(_ path: String, _ change: (inout String) -> Void) throws {
            let file = folder.path(path)
            let before = try String(contentsOf: file, encoding: .utf8)
            var text = before
            change(&text)
            try folder.write(path, text)
            try expectSame("--format json", "\(path): changed")
            try folder.write(path, before)
            try expectSame("--format json", "\(path): as it was")
        }
        try changing("docs/3.md") { $0 += "\n## Risks\n\n- TBD\n" }
        try changing("docs/3.md") { $0 += " " }
        try changing("docs/linking.md") { $0 = $0.replacing("-file own", with: "-file ouch") }
        try changing("own/init.lua") { $0 = $0.replacing("%s it", with: "%s that") }
        try changing("own/plugin.yml") { $0 = $0.replacing("1.0.0", with: "1.0.1") }
        try changing("perilune.yml") { $0 += "checks: { own/counted: info }\n" }
        try changing("perilune.yml") {
            $0 += "checks: { own/counted: { severity: error, word: has } }\n"
        }
        try changing("perilune.yml") {
            $0 += "overrides: [{ include: \"docs/1*.md\", checks: { own/counted: off } }]\n"
        }
        try changing("perilune.yml") { $0 += "limits: { own: { fuel: 1k } }\n" }
        try changing("perilune.yml") {
            $0 += "vocabulary: { kinds: { risk: { headings: [Goals] } } }\n"
        }
        try changing("perilune.yml") { $0 = $0.replacing("strict", with: "minimal") }
        try FileManager.default.removeItem(at: folder.path("docs/target.md"))
        try expectSame("--format json", "a linked file is gone")
        try folder.write("docs/gone.md", "# Gone\n")
        try expectSame("--format json", "a linked file is there")
    }

    @Test func `another limit of documents is another answer`() throws {
        try expectSame()
        #expect(!(try check("").output.contains("[reading/too-large]")))
        let text = try String(contentsOf: folder.path("perilune.yml"), encoding: .utf8)
        try folder.write("perilune.yml", text + "limits: { reading: { document: 1 KiB } }\n")
        try expectSame()
        #expect(try check("").output.contains("[reading/too-large]"))
    }

    @Test(arguments: [
        "--select links", "--ignore own", "--no-suppressions", "--diff", "--today 2030-01-01",
        "docs", "--template feature",
    ])
    func `options say the same`(arguments: String) throws {
        try expectSame("")
        try expectSame(arguments)
        try expectSame(arguments)
    }

    @Test(arguments: ["--fix --unsafe-fixes", "--baseline"])
    func `what is written is the same`(arguments: String) throws {
        _ = try check("")
        let other = try TemporaryFolder()
        try other.copy(folder.url, to: "copy")
        try FileManager.default.removeItem(at: other.path("copy/.perilune"))
        for _ in 1...2 {
            let known = try check(arguments)
            let anew = try Console.shell(
                "perilune check --no-cache \(arguments)", in: other.path("copy"))
            #expect(known.out == anew.out)
            #expect(known.err == anew.err)
        }
        let difference = try Console.shell(
            "perilune clean -q; diff -r . '\(other.path("copy").path)'", in: folder.url)
        #expect(difference.output == "")
    }

    /// A cache that somebody else made may be committed, and say that there is nothing to be found.
    @Test func `what was kept with another secret is not there`() throws {
        let packs = "ls .perilune/cache/results"
        let (mine, other) = (try TemporaryFolder(), try TemporaryFolder())
        func check(_ user: TemporaryFolder) throws -> (out: [UInt8], packs: String) {
            let run = try Console.shell(
                "perilune check", in: folder.url, environment: ["XDG_CACHE_HOME": user.url.path])
            return (run.out, try Console.shell(packs, in: folder.url).output)
        }
        let first = try check(mine)
        #expect(try check(mine).packs == first.packs)
        let second = try check(other)
        #expect(second.out == first.out)
        #expect(second.packs != first.packs)
    }

    @Test func `runs at the same time say the same`() throws {
        let anew = try check("--format json --no-cache")
        let runs = try Console.shell(
            """
            for n in 1 2 3 4 5 6; do perilune check --format json > $n.out 2> $n.err & done; wait
            for n in 1 2 3 4 5 6; do cmp 1.out $n.out && cmp 1.err $n.err; done
            ls .perilune/cache/results | grep -v pack
            perilune check --format json
            """, in: folder.url)
        #expect(runs.out == anew.out)
        #expect(runs.err == anew.err)
    }

    @Test func `what is damaged is not there`() throws {
        let anew = try check("--format json --no-cache")
        _ = try check("")
        let whole = try TemporaryFolder()
        try whole.copy(folder.path(".perilune"), to: "whole")
        let results = whole.path("whole/cache/results")
        for name in try FileManager.default.contentsOfDirectory(atPath: results.path) {
            let path = ".perilune/cache/results/\(name)"
            let bytes = try [UInt8](Data(contentsOf: results.appending(path: name)))
            for place in [0, bytes.count / 2, bytes.count - 1] {
                var damaged = bytes
                damaged[place] ^= 0x20
                for bytes in [damaged, Array(bytes.prefix(place))] {
                    try FileManager.default.removeItem(at: folder.path(".perilune"))
                    try folder.copy(whole.path("whole"), to: ".perilune")
                    try folder.write(path, bytes)
                    #expect(try check("--format json").out == anew.out, "\(name), byte \(place)")
                }
            }
        }
    }
}
