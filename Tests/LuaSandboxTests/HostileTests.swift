import Foundation
import LuaSandbox
import TestSupport
import Testing

/// Attacks, in the format of `../shared/hostile`: the first line says what the run must do.
@Suite struct HostileTests {
    @Test(arguments: Fixture.files("Fixtures/hostile", extension: "lua"))
    func ownAttack(_ fixture: Fixture) throws {
        try expectVerdict(fixture.bytes())
    }

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: sharedFiles())
    func sharedAttack(_ file: String) throws {
        try expectVerdict([UInt8](Data(contentsOf: Shared.path("hostile/\(file)"))))
    }

    /// No function of the library crashes or runs on, whatever it is called with.
    @Test func everyFunctionWithJunk() throws {
        let entry = Chunk(name: "plugin/junk.lua", source: try Outcome.fixture("junk.lua"))
        let names = try Outcome(entry: entry, frames: []).value?.list?.compactMap(\.string) ?? []
        #expect(names.count > 70)
        var limits = Limits()
        limits.fuel = 4_000_000
        limits.deadline = 2
        for name in names {
            var frame = FrameBuilder()
            frame.string(name)
            let outcome = try Outcome(entry: entry, limits: limits, frames: [frame.finish()])
            let kind = outcome.failure?.kind
            #expect(kind == nil || kind == .limit, "\(name): \(outcome)")
        }
    }

    private func expectVerdict(_ source: [UInt8]) throws {
        // Smaller than the defaults, so that a folder takes seconds.
        var limits = Limits()
        limits.fuel = 4_000_000
        limits.deadline = 3
        let text = String(decoding: source, as: UTF8.self)
        let verdict = text.prefix { $0 != "\n" }.dropFirst("-- expect: ".count)
        let outcomes = try (0..<2).map { _ in
            try Outcome(entry: Chunk(name: "plugin/init.lua", source: source), limits: limits)
        }
        let outcome = outcomes[0]
        #expect(outcome.description == outcomes[1].description, "two runs differ")
        #expect(!outcome.description.contains("HOSTILE-SUCCEEDED"))
        switch verdict {
        case "killed-by-limit": #expect(outcome.failure?.kind == .limit)
        case "error": #expect(outcome.failure != nil)
        case "denied": #expect(outcome.failure?.kind != .limit)
        case "contained": break
        default: Issue.record("unknown verdict \(verdict)")
        }
    }

    static func sharedFiles() -> [String] {
        guard let folder = Shared.folder?.appending(path: "hostile") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".lua") }.sorted()
    }
}
