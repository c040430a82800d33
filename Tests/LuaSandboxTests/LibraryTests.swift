import LuaSandbox
import TestSupport
import Testing

/// Every function that a plugin finds, made to work for ever, to fill memory and to call itself.
/// The cases stand in `Fixtures/library`.
@Suite struct LibraryTests {
    private static let files = Fixture.files("Fixtures/library", extension: "lua")

    private func outcome(_ arguments: [String], _ limits: Limits) throws -> Outcome {
        let chunks = try Self.files.map {
            Chunk(name: "plugin/\($0.name)", source: try $0.bytes())
        }
        let entry = try #require(chunks.first { $0.name == "plugin/init.lua" })
        let frames = arguments.map { argument in
            var frame = FrameBuilder()
            frame.string(argument)
            return frame.finish()
        }
        return try Outcome(entry: entry, modules: chunks, limits: limits, frames: frames)
    }

    private func names() throws -> (offered: [String], known: [String]) {
        let lists = try outcome(["names"], Limits()).value?.list ?? []
        try #require(lists.count == 2)
        return (
            lists[0].list?.compactMap(\.string) ?? [], lists[1].list?.compactMap(\.string) ?? []
        )
    }

    @Test func `every function has a case, and every case a function`() throws {
        let (offered, known) = try names()
        #expect(offered.count > 70)
        #expect(offered == known)
    }

    /// What it touches is paid for: the fuel ends it, not the clock.
    @Test func `a loop ends with the fuel`() throws {
        var limits = Limits()
        limits.fuel = 2_000_000
        limits.deadline = 5
        for name in try names().offered {
            let failure = try sameTwice(["loop", name], limits).failure
            #expect(failure?.limit == .fuel, "\(name): \(String(describing: failure))")
        }
    }

    /// Where making it takes long, the fuel may end it first.
    @Test func `what is kept ends with a limit, and not the clock`() throws {
        var limits = Limits()
        limits.fuel = 20_000_000
        limits.memory = 4 << 20
        limits.block = 1 << 20
        for name in try names().offered {
            let failure = try sameTwice(["allocate", name], limits).failure
            let isEnd = failure.map { $0.limit != nil && $0.limit != .deadline } ?? false
            #expect(isEnd, "\(name): \(String(describing: failure))")
        }
    }

    @Test func `calls within calls end with an error`() throws {
        var limits = Limits()
        limits.fuel = 20_000_000
        for name in try names().offered {
            let failure = try sameTwice(["nest", name], limits).failure
            let isEnd = failure?.kind == .runtime || failure?.kind == .limit
            #expect(isEnd, "\(name): \(String(describing: failure))")
        }
    }

    private func sameTwice(_ arguments: [String], _ limits: Limits) throws -> Outcome {
        let outcomes = try (0..<2).map { _ in try outcome(arguments, limits) }
        let name = arguments.joined(separator: " ")
        #expect(outcomes[0].description == outcomes[1].description, "\(name): two runs differ")
        return outcomes[0]
    }
}
