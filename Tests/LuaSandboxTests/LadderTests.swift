import LuaSandbox
import TestSupport
import Testing

/// Whatever allocation fails, in setting up, loading, filling frames, running or encoding: the
/// answer is a memory limit or the right result, never another failure and never a crash.
@Suite struct LadderTests {
    private func outcome(_ limits: Limits) throws -> Outcome {
        try Outcome(
            entry: Chunk(name: "plugin/init.lua", source: try Outcome.fixture("ladder.lua")),
            modules: [
                Chunk(name: "plugin/lib.lua", source: Array("return { name = 'lib' }".utf8)),
                Chunk(name: "plugin/broken.lua", source: Array("return +".utf8)),
            ], limits: limits)
    }

    private func expectLimit(_ failure: LuaFailure, at step: Int) {
        if failure.kind == .limit && failure.limit == .memory { return }
        Issue.record("step \(step): \(failure)")
    }

    /// Raises the ceiling until the task succeeds, with and without room above it.
    @Test(arguments: [0, 1 << 10, 20 << 20])
    func ceilingRises(_ reserve: Int) throws {
        let expected = try outcome(Limits()).description
        var limits = Limits()
        limits.reserve = reserve
        limits.memory = 0
        var failures = 0
        var found = try outcome(limits)
        while let failure = found.failure {
            expectLimit(failure, at: limits.memory)
            failures += 1
            limits.memory += 64
            try #require(limits.memory < 1 << 20)
            found = try outcome(limits)
        }
        #expect(failures > 100)
        #expect(found.description == expected)
    }

    /// The k-th allocation of each call fails, for every k.
    @Test func everyAllocationFailsOnce() throws {
        let expected = try outcome(Limits()).description
        var limits = Limits()
        var failures = 0
        var successes = 0
        while successes < 50 {
            limits.failingAllocation += 1
            let outcome = try outcome(limits)
            if let failure = outcome.failure {
                expectLimit(failure, at: limits.failingAllocation)
                failures += 1
                successes = 0
            } else {
                #expect(outcome.description == expected)
                successes += 1
            }
            try #require(limits.failingAllocation < 10_000)
        }
        #expect(failures > 200)
    }

    /// The same for fuel: every instruction may be the last.
    @Test func fuelRises() throws {
        var limits = Limits()
        limits.fuel = 0
        while let failure = try outcome(limits).failure {
            #expect(failure.limit == .fuel)
            limits.fuel += 23
            try #require(limits.fuel < 1_000_000)
        }
    }
}
