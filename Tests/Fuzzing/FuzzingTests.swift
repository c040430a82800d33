import Foundation
import TestSupport
import Testing

/// A short run of each target, over inputs that are the same on every machine; the README says how to
/// look for longer.
struct FuzzingTests {
    static let names = FuzzTargets.all.map { $0.name }

    @Test(.enabled(if: CoverageGuided.arguments == nil), arguments: names)
    func `what is made of the seeds does no harm`(_ name: String) throws {
        let type = try #require(FuzzTargets.all.first { $0.name == name })
        let target = try type.init()
        let seeds = try Self.seeds(of: name)
        for (file, seed) in seeds {
            let goesDeep = try target.run(seed)
            #expect(goesDeep == !file.hasPrefix("not-"), "\(file) tests what it is for")
        }
        var mutator = Mutator(seeds.map(\.bytes), words: type.words, state: 1)
        var deep = 0
        for _ in 0..<type.rounds {
            let input = mutator.next()
            do {
                if try target.run(input) { deep += 1 }
            } catch {
                Issue.record("\(error), of \(Data(input).base64EncodedString())")
            }
        }
        #expect(deep * 50 > type.rounds)
    }

    /// `PERILUNE_FUZZ='matcher -max_total_time=60'`, which `Tests/Fuzzing/run` sets.
    @Test(
        .enabled(if: CoverageGuided.arguments != nil, "only where Tests/Fuzzing/run has built it"))
    func `coverage guided`() throws {
        let arguments = try #require(CoverageGuided.arguments)
        let type = try #require(FuzzTargets.all.first { $0.name == arguments.first })
        try CoverageGuided.run(try type.init(), Array(arguments.dropFirst()))
    }

    private static func seeds(of name: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = Repository.root.appending(path: "Tests/Fuzzing/Seeds/\(name)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try #require(names.count > 3)
        return try names.map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
    }
}
