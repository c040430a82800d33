import TestSupport
import Testing

/// The benchmarks measure nothing here; they start, and their plugins load.
struct BenchmarkTests {
    private static let hasPython = (try? Console.shell("python3 --version"))?.status == 0
    static let scripts = ["instructions", "reading", "sandbox", "speed", "workers"]
    static let plugins = ["absent", "prose", "reads", "twenty"]

    @Test(.enabled(if: hasPython, "there is no python3"), arguments: scripts)
    func `a benchmark says what it does`(name: String) throws {
        let run = try Console.shell("Tests/Benchmarks/\(name) --help", in: Repository.root)
        #expect(run.errors == "")
        #expect(run.output.hasPrefix("usage: \(name)"))
    }

    @Test(.enabled(if: hasPython, "there is no python3"))
    func `the cases of speed have names`() throws {
        let run = try Console.shell("Tests/Benchmarks/speed --list", in: Repository.root)
        #expect(run.errors == "")
        #expect(run.output.split(separator: "\n").count > 10)
    }

    @Test(arguments: plugins) func `a plugin of speed loads`(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.copy(
            Repository.path("Tests/Benchmarks/SpeedBenchmark/plugins/\(name)"), to: name)
        try folder.write("perilune.yml", "plugins:\n  \(name): { path: \(name) }\n")
        let run = try Console.perilune("rules", in: folder.url)
        #expect(run.errors == "")
        #expect(run.output.contains(" \(name)/"))
    }
}
