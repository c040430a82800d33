import Foundation
import TestSupport
import Testing

/// The payments team's repository: what its commands print is what `expected/` holds.
struct ExampleTests {
    static let hasMake = (try? Console.shell("make --version"))?.status == 0
    static let hasPython = (try? Console.shell("python3 -c 'import csv'"))?.status == 0
    static let expected = Repository.path("examples/payments/expected")

    /// A copy without what an earlier `make` left in the original.
    private static func copy() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.path("examples/payments"), to: "payments")
        try? FileManager.default.removeItem(at: folder.path("payments/build"))
        return folder
    }

    @Test func `check finds the defects, in text and in JSON`() throws {
        let folder = try Self.copy()
        for (name, arguments) in [("check.txt", ""), ("check.json", "--format json")] {
            let run = try Console.shell("perilune check \(arguments)", in: folder.path("payments"))
            #expect(run.status == 1)
            try Golden.compare(run.out, with: Self.expected.appending(path: name))
        }
    }

    @Test func `the exports are what is expected, twice`() throws {
        let folder = try Self.copy()
        for name in ["risks", "issues"] {
            for _ in 1...2 {
                let run = try Console.perilune(
                    "export", name, "-o", "-", in: folder.path("payments"))
                #expect(run.status == 0, "\(run.errors)")
                try Golden.compare(run.out, with: Self.expected.appending(path: "\(name).csv"))
            }
        }
    }

    @Test(.enabled(if: hasMake, "there is no make"))
    func `make builds the registers, and again only when an input changed`() throws {
        let folder = try Self.copy()
        let payments = folder.path("payments")
        let first = try Console.shell("make", in: payments)
        #expect(first.status == 0, "\(first.errors)")
        for name in ["risks", "issues"] {
            try Golden.compare(
                try Data(contentsOf: payments.appending(path: "build/\(name).csv")),
                with: Self.expected.appending(path: "\(name).csv"))
        }
        #expect(try Console.shell("make", in: payments).output.contains("Nothing to be done"))

        let touched = try Console.shell(
            "touch -d '+1 minute' docs/specs/card-vault.md && make", in: payments)
        #expect(touched.output.contains("export risks") && touched.output.contains("export issues"))

        #expect(try Console.shell("make check", in: payments).status == 2)
        #expect(try Console.shell("make clean && test ! -e build", in: payments).status == 0)
    }

    @Test func `the pipeline stops at errors, and goes on where they are not to stop it`() throws {
        let payments = try Self.copy()
        let folder = payments.path("payments")
        #expect(try Console.perilune("run", "registers", in: folder).status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "build").path))

        let run = try Console.perilune("run", "registers", "--fail-on", "never", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        for name in ["risks", "issues"] {
            try Golden.compare(
                try Data(contentsOf: folder.appending(path: "build/\(name).csv")),
                with: Self.expected.appending(path: "\(name).csv"))
        }
    }

    @Test func `every plugin with checks finds something in it, and every check of the team`()
        throws
    {
        let folder = try Self.copy()
        let rules = try Console.perilune("rules", in: folder.path("payments"))
        let names = rules.output.matches(of: /([a-z-]+)\/[a-z-]+/)
        try #require(names.count >= 50)
        let check = try Console.perilune("check", in: folder.path("payments"))
        for name in names {
            let said = name.output.1 == "payments-rules" ? name.output.0 + "]" : name.output.1 + "/"
            #expect(check.output.contains("[" + said), "nothing for \(name.output.0)")
        }
    }

    @Test(
        .enabled(if: hasPython, "there is no python3"), arguments: ["risks.csv", "issues.csv"])
    func `Python reads the tables back`(_ name: String) throws {
        let script = """
            import csv, sys
            rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), strict=True))
            header = rows.pop(0)
            assert rows, "no rows"
            assert all(len(row) == len(header) for row in rows), "rows of unequal length"
            if "Parent" in header:
                seen, parents = set(), 0
                for row in rows:
                    parent = row[header.index("Parent")]
                    assert not parent or parent in seen, f"unknown parent {parent}"
                    parents += bool(parent)
                    issue = row[header.index("Issue ID")]
                    assert issue and issue not in seen, f"issue {issue} twice"
                    seen.add(issue)
                assert parents, "no issue has a parent"
            """
        let file = Self.expected.appending(path: name).path
        let run = try Console.run(
            "/usr/bin/env", ["python3", "-c", script, file])
        #expect(run.status == 0, "\(run.errors)")
    }
}
