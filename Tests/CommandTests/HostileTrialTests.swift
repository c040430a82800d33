import Foundation
import TestSupport
import Testing

/// The attacks on the sandbox once more, where a plugin meets it first: in a trial, in a worker, in the
/// middle of a check. What must be stopped costs the meter's limits each time, so of that one in a few.
@Suite struct HostileTrialTests {
    private static let everyNth = 6

    struct Attack: Sendable, CustomStringConvertible {
        var url: URL
        var source: String

        var description: String { url.lastPathComponent }
        var verdict: String {
            String(source.prefix { $0 != "\n" }.dropFirst("-- expect: ".count))
        }
    }

    static let attacks: [Attack] = {
        let own = Repository.path("Tests/LuaSandboxTests/Fixtures/hostile")
        let shared = Shared.folder?.appending(path: "hostile")
        let all = [own, shared].compactMap { $0 }.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.filter { $0.hasSuffix(".lua") }.sorted().map { folder.appending(path: $0) }
        }.compactMap { url in
            (try? String(contentsOf: url, encoding: .utf8)).map { Attack(url: url, source: $0) }
        }
        let endless = all.filter { $0.verdict == "killed-by-limit" }
        return all.filter { $0.verdict != "killed-by-limit" }
            + endless.enumerated().filter { $0.offset % everyNth == 0 }.map(\.element)
    }()

    @Test func `there are attacks`() { #expect(Self.attacks.count > 40) }

    @Test(arguments: attacks)
    func `an attack fails in the middle of a check`(_ attack: Attack) throws {
        let folder = try TemporaryFolder()
        try folder.write("own/plugin.yml", "name: own\nversion: 1.0.0\ndescription: d\n")
        try folder.write(
            "own/init.lua",
            """
            local function attack(...)
            \(attack.source)
            end
            return { checks = {
              attack = { summary = "s", severity = "info", each = "spec", run = attack },
              other = {
                summary = "s", severity = "info", each = "spec",
                run = function(spec, report) report(spec, "seen") end,
              },
            } }
            """)
        try folder.write("perilune.yml", "plugins: { own: { path: own } }\n")
        try folder.write("a.md", "# A\n")
        let line = "perilune check --no-cache --jobs 1 --format json"
        let first = try Console.shell(line, in: folder.url)
        #expect(!(first.output + first.errors).contains("HOSTILE-SUCCEEDED"))
        #expect(first.status == 0 || first.status == 3, "\(first.errors)")
        switch attack.verdict {
        case "killed-by-limit":
            #expect(first.status == 3)
            #expect(first.output.contains(#""kind": "limit""#))
            // On a machine that has much to do the worker may be ended before the limit is.
            return
        case "error": #expect(first.status == 3)
        default: break
        }
        let isLoaded = !first.output.contains(#""kind": "syntax""#)
        #expect(first.output.contains(#""seen""#) == isLoaded, "of the other rule")
        let second = try Console.shell(line, in: folder.url)
        #expect(second.out == first.out)
        #expect(second.err == first.err)
    }
}
