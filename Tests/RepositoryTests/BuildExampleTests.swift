import Foundation
import TestSupport
import Testing

/// The build files of the payments team: each rebuilds what is affected, and nothing else.
struct BuildExampleTests {
    private static let hasMake = has("make --version")
    private static let hasNinja = has("ninja --version")
    private static let hasCMake = has("cmake --version")
    private static let tools = Repository.path(".build/sarif-tools/bin").path
    private static let hasJust = has("\(tools)/just --version")
    private static let hasYaml = has("\(tools)/python -c 'import yaml, jsonschema'")
    private static let noTools: Comment =
        "there is no .build/sarif-tools with it: the test command of README.md installs it from PyPI"

    private static let spec = "docs/specs/card-vault.md"
    private static let plugin = "tools/perilune/payments-rules/words.lua"
    private static let other = "docs/specs/settlement-ledger.md"

    private let folder: TemporaryFolder
    private var payments: URL { folder.path("payments") }

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(Repository.path("examples/payments"), to: "payments")
        try? FileManager.default.removeItem(at: folder.path("payments/build"))
    }

    private static func has(_ command: String) -> Bool {
        (try? Console.shell(command))?.status == 0
    }

    private func shell(_ line: String) throws -> Console.Run {
        try Console.shell(line, in: payments, timeout: 240)
    }

    /// Makes a file newer than whatever was built, as an editor does that saves it.
    private func touch(_ file: String) throws {
        #expect(try shell("touch \(file)").status == 0)
    }

    /// Changes what a spec says of its risks.
    private func edit() throws {
        #expect(try shell("sed -i 's/| High |/| Medium |/' \(Self.other)").status == 0)
    }

    private func expectRegisters(in build: String) throws {
        for name in ["risks", "issues"] {
            try Golden.compare(
                try Data(contentsOf: payments.appending(path: "\(build)/\(name).csv")),
                with: ExampleTests.expected.appending(path: "\(name).csv"))
        }
    }

    // MARK: make

    @Test(.enabled(if: hasMake, "there is no make"))
    func `make exports again what is affected, and makes nothing of what is the same`() throws {
        /// What was made, in order.
        func make() throws -> [String] {
            let run = try shell("make")
            #expect(run.status == 0, "\(run.errors)")
            return run.output.split(separator: "\n").compactMap { line in
                line.hasPrefix("perilune export ")
                    ? String(line.split(separator: " ")[2])
                    : line.hasPrefix("cut ") ? "risks.txt" : nil
            }
        }
        #expect(try make() == ["risks", "issues", "risks.txt"])
        try expectRegisters(in: "build")
        #expect(try make() == [])
        for file in [Self.spec, Self.plugin, "perilune.yml"] {
            try touch(file)
            #expect(try make() == ["risks", "issues"], "\(file)")
            #expect(try make() == [], "\(file)")
        }
        try edit()
        #expect(try make() == ["risks", "issues", "risks.txt"])
    }

    @Test(.enabled(if: hasMake, "there is no make"))
    func `make drift catches a register that was edited by hand`() throws {
        #expect(try shell("make drift").status == 0)
        #expect(try shell("sed -i 's/Ines Duarte/Nobody/' expected/risks.csv").status == 0)
        let before = try Data(contentsOf: payments.appending(path: "expected/risks.csv"))
        let run = try shell("make drift")
        #expect(run.status == 2)
        #expect(run.errors.contains("\n-partial-refunds-0d70583032,"))
        #expect(run.errors.contains("expected/risks.csv is other than what is made"))
        #expect(try Data(contentsOf: payments.appending(path: "expected/risks.csv")) == before)
    }

    // MARK: ninja

    @Test(.enabled(if: hasNinja, "there is no ninja"))
    func `ninja makes exactly what is affected`() throws {
        /// What was made.
        func ninja() throws -> Set<String> {
            let run = try shell("ninja -d explain")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            return Set(
                run.output.matches(of: /\[[0-9]+\/[0-9]+\] [A-Z]+ build\/(\S+)/).map {
                    String($0.output.1)
                })
        }
        let registers: Set = ["risks.csv", "issues.csv"]
        let single = Set(
            ["card-vault", "merchant-payouts", "partial-refunds", "settlement-ledger"].map {
                "risks/\($0).csv"
            } + ["risks/wallet-checkout.csv"])
        #expect(try ninja() == registers.union(single).union(["risks.txt"]))
        try expectRegisters(in: "build")
        #expect(try shell("ninja -n").output == "ninja: no work to do.\n")

        try touch(Self.spec)
        #expect(try ninja() == registers.union(["risks/card-vault.csv"]))
        try touch(Self.plugin)
        #expect(try ninja() == registers.union(single))
        try touch("perilune.yml")
        #expect(try ninja() == registers.union(single))
        try edit()
        #expect(try ninja() == registers.union(["risks/settlement-ledger.csv", "risks.txt"]))
        #expect(try ninja() == [])

        let inputs = try shell("ninja -t deps build/risks/card-vault.csv").output
        let listed = Set(inputs.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } })
        #expect(
            listed == [
                "docs/specs/card-vault.md", "perilune.yml",
                "tools/perilune/payments-rules/init.lua",
                "tools/perilune/payments-rules/plugin.yml",
                "tools/perilune/payments-rules/words.lua",
                "tools/perilune/payments-rules/tests/words_test.lua",
            ])
    }

    // MARK: CMake

    @Test(.enabled(if: hasCMake, "there is no CMake"))
    func `CMake builds the registers elsewhere, and again when an input changed`() throws {
        for (generator, build) in [("Unix Makefiles", "out/make"), ("Ninja", "out/ninja")]
        where generator != "Ninja" || Self.hasNinja {
            let start = try shell("cmake -S . -B \(build) -G '\(generator)'")
            #expect(start.status == 0, "\(start.errors)")
            func exports() throws -> Int {
                let run = try shell("cmake --build \(build)")
                #expect(run.status == 0, "\(run.output)\(run.errors)")
                return run.output.matches(of: /Exporting [a-z]+/).count
            }
            #expect(try exports() == 2)
            try expectRegisters(in: build)
            #expect(try exports() == 0)
            try touch(Self.plugin)
            #expect(try exports() == 2)
        }
    }

    // MARK: just

    @Test(.enabled(if: hasJust, noTools))
    func `just runs each recipe`() throws {
        func just(_ recipe: String) throws -> Console.Run {
            try shell("\(Self.tools)/just \(recipe)")
        }
        #expect(try just("--fmt --check --unstable").status == 0)
        let first = try just("registers")
        #expect(first.status == 0 && first.errors.contains("wrote build/risks.csv"))
        try expectRegisters(in: "build")
        let second = try just("registers")
        #expect(second.errors.contains("export: risks: unchanged"))
        #expect(try just("drift").status == 0)
        #expect(try just("open-risks").output.contains("acquirer"))
        #expect(try just("check").status == 1)
    }

    // MARK: continuous integration

    /// The shell scripts of a workflow, but for those that fetch the executable.
    private func scripts(_ file: String, _ path: String) throws -> [String] {
        let read = """
            import json, sys, yaml
            scripts = eval(sys.argv[2], {}, {"it": yaml.safe_load(open(sys.argv[1]))})
            print(json.dumps([script for script in scripts if "PERILUNE_URL" not in script]))
            """
        let run = try Console.run("\(Self.tools)/python", ["-c", read, file, path], in: payments)
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode([String].self, from: Data(run.out))
    }

    @Test(.enabled(if: hasYaml, noTools))
    func `the steps of the GitHub workflow do what they say`() throws {
        let scripts = try scripts(
            ".github/workflows/specs.yml",
            "[step['run'] for step in it['jobs']['specs']['steps'] if 'run' in step]")
        let codes = try scripts.map { try shell("set -e\n\($0)").status }
        // The specs have defects, which the last step is for.
        #expect(codes == [0, 0, 1])
        try expectRegisters(in: "registers")
    }

    @Test(.enabled(if: hasYaml, noTools))
    func `the scripts of the GitLab pipeline do what they say`() throws {
        let check = try scripts(".gitlab-ci.yml", "it['check']['script']")
        #expect(try check.map { try shell($0).status } == [1])
        #expect(
            FileManager.default.fileExists(
                atPath: payments.appending(path: "gl-code-quality.json").path))
        let registers = try scripts(".gitlab-ci.yml", "it['registers']['script']")
        #expect(try registers.map { try shell($0).status } == [0, 0])
        try expectRegisters(in: "registers")
    }

    @Test(
        .enabled(if: hasYaml, noTools), .enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func `the GitHub workflow is one`() throws {
        let validate = """
            import json, sys, jsonschema, yaml
            class Loader(yaml.SafeLoader): pass
            # To YAML 1.1 "on" is a boolean, to GitHub it is not.
            Loader.yaml_implicit_resolvers = {
                key: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:bool"]
                for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
            workflow = yaml.load(open(sys.argv[1]), Loader)
            jsonschema.validate(workflow, json.load(open(sys.argv[2])))
            """
        let run = try Console.run(
            "\(Self.tools)/python",
            [
                "-c", validate, ".github/workflows/specs.yml",
                try Shared.path("schemas/github-workflow.schema.json").path,
            ], in: payments)
        #expect(run.status == 0, "\(run.errors)")
    }

    // MARK: the same bytes

    @Test func `every export is the same for any number of jobs, again, and from elsewhere`() throws
    {
        let refusal = try shell("perilune export --no-config")
        let known = try #require(refusal.errors.split(separator: "name an export first: ").last)
        let names = known.split { $0 == "," || $0.isWhitespace }.enumerated()
        try #require(names.underestimatedCount >= 5)
        // What is written for a project of Jira has to know which.
        let exports = names.map { number, name in
            let ofProject = ["jira-issues/bulk", "jira-issues/plan"].contains(name)
            return "  e\(number): { use: \(name)\(ofProject ? ", project: PAY" : "") }\n"
        }.joined()
        try folder.write(
            "payments/perilune.yml",
            "specs:\n  - include: docs/specs/**/*.md\nexports:\n\(exports)")
        let all = names.map { "e\($0.offset)" }.joined(separator: " ") + " --option project=PAY"
        let out = folder.path("out").path
        let first = try shell("perilune export \(all) --out-dir \(out)/first --jobs 1")
        #expect(first.status == 0, "\(first.errors)")
        for (number, line) in [
            "perilune export \(all) --jobs 4", "perilune export \(all) --jobs 1",
            "cd docs && perilune export \(all)",
            "mkdir -p far/away && cd far/away && perilune export --root ../.. \(all)",
            "cd / && perilune export --root '\(payments.path)' \(all)",
        ].enumerated() {
            let run = try shell("\(line) --out-dir \(out)/\(number) -q")
            #expect(run.status == 0, "\(run.errors)")
            let difference = try shell("diff -r \(out)/first \(out)/\(number)")
            #expect(difference.status == 0, "\(line): \(difference.output)")
        }
    }
}
