import TestSupport
import Testing

/// Plain lines of `perilune check` are read without ArgumentParser: as it would read them.
struct PlainLineTests {
    private static let lines = [
        "", "spec.md", "missing.md", "-", ". spec.md", "-q", "--quiet spec.md", "help",
        "--no-config", "--no-config --config other.yml", "--config other.yml", "--config",
        "--format json", "--format json --format text", "--format jsn", "--format", "--format -q",
        "--format json:out.json --format text", "--fail-on warning", "--fail-on never",
        "--fail-on nothing", "--fail-on error --fail-on never", "--exit-zero", "--offline",
        "--select requirements", "--select requirements --select risk-register/risk-rated",
        "--select requirement", "--ignore requirements/id-unique,risk-register",
        "--jobs 2", "-j 1", "-j many", "--jobs 65", "--jobs 0", "--root folder", "--root nowhere",
        "--template feature", "--template none", "--template nothing", "--today 2026-02-30",
        "--today 2026-02-03", "--color always", "--color sometimes", "--stdin-filename a.md -",
        "--unknown", "--helpp", "-- spec.md", "-x", "spec.md --quiet --exit-zero",
    ]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let spec = """
            # Technical Specification: Refunds

            ## Functional Requirements

            | ID   | Requirement | Acceptance Criteria |
            |------|-------------|---------------------|
            | FR-1 | Refunds     |                     |
            | FR-1 | Receipts    | A mail is sent      |
            """
        for path in ["spec.md", "folder/spec.md"] { try folder.write(path, spec) }
        try folder.write("other.yml", "specs:\n  - include: \"*.md\"\n")
    }

    @Test(arguments: lines) func `a line is read as ArgumentParser reads it`(line: String) throws {
        func run(_ line: String) throws -> Console.Run {
            try Console.shell("perilune check \(line) < spec.md", in: folder.url)
        }
        let plain = try run(line)
        // An option with its value in one argument is never plain.
        let parsed = try run("--fail-on=error \(line)")
        #expect(plain.status == parsed.status)
        #expect(plain.output == parsed.output)
        #expect(plain.errors == parsed.errors)
    }
}
