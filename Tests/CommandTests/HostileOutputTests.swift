import Foundation
import TestSupport
import Testing

/// Every output of every command, made of text that tries everything: what is printed holds nothing
/// that a terminal or a CI system acts on, whether a terminal is there or not.
struct HostileOutputTests {
    /// One output. A new one is one row more.
    struct Output: CustomTestStringConvertible, Sendable {
        var workspace: HostileWorkspace.Kind
        /// A line of `sh`, in which `$TEXT` is hostile.
        var line: String
        var status: Int32
        /// The places whose text is to be read in it, on whichever stream.
        var shows: Set<String>
        /// Is its standard output made of commands, which GitHub is to obey?
        var commands: Bool

        init(
            _ workspace: HostileWorkspace.Kind, _ line: String, ends status: Int32,
            shows: Set<String>, commands: Bool = false
        ) {
            self.workspace = workspace
            self.line = line
            self.shows = shows
            self.status = status
            self.commands = commands
        }

        var testDescription: String { "\(workspace): \(line)" }
    }

    private static let failing: Set = ["error", "folder", "argument of a function", "print"]
    private static let argument: Set = ["argument"]
    private static let model: Set = [
        "path", "front matter", "title", "status", "label", "metadata", "placeholder", "heading",
        "column", "id", "cell", "extra", "row", "lazy", "value name", "value",
    ]

    /// Leaves a file with a hostile name that is too long to be read.
    private static let tooLong =
        "f=\"docs/$(printf %s \"$TEXT\" | tr / _).md\"; truncate -s 257M \"$f\"; "

    static let outputs: [Output] = [
        // Findings, failures, what plugins print.
        Output(
            .working, "perilune check --format text", ends: 3,
            shows: failing.union(["path", "message", "default", "cell"])),
        Output(
            .working, "perilune check --format full", ends: 3,
            shows: failing.union(["message", "cell"])),
        Output(.working, "perilune check --format json", ends: 3, shows: failing),
        Output(.working, "perilune check --quiet", ends: 3, shows: ["message", "error"]),
        Output(.working, "perilune check --jobs 1 --sandbox off", ends: 3, shows: failing),
        Output(.working, "perilune check --select evil/finds", ends: 0, shows: ["message"]),
        Output(
            .working, "perilune check --select evil/finds,suppressions --format json", ends: 0,
            shows: ["message", "reason"]),
        Output(
            .working, "perilune check --select evil/finds --format sarif", ends: 0,
            shows: ["message", "reason"]),
        Output(
            .working, "perilune check --select suppressions --format full", ends: 0,
            shows: ["rule"]),
        Output(
            .working, "cat docs/*.md | perilune check - --stdin-filename \"docs/$TEXT.md\"",
            ends: 3, shows: ["message"]),
        Output(.documents, "perilune check", ends: 1, shows: ["path"]),
        Output(.documents, "perilune check --format full", ends: 1, shows: ["path"]),
        Output(.plugins, "perilune check", ends: 3, shows: plugins),
        Output(.plugins, "perilune check --format json", ends: 3, shows: plugins),
        Output(
            .working, "perilune check --format jsonl", ends: 3, shows: failing.union(["message"])),
        Output(
            .working, "perilune check --format sarif", ends: 3,
            shows: failing.union(["message", "why", "fix"])),
        Output(
            .working, "perilune check --format junit", ends: 3, shows: failing.union(["message"])),
        Output(.working, "perilune check --format gitlab", ends: 3, shows: ["message", "cell"]),
        Output(
            .working, "perilune check --format checkstyle", ends: 3, shows: ["message", "cell"]),
        Output(.working, "perilune check --format rdjson", ends: 3, shows: ["message", "cell"]),
        Output(
            .working, "perilune check --format github", ends: 3, shows: failing.union(["message"]),
            commands: true),
        Output(.documents, "perilune check --format github", ends: 1, shows: [], commands: true),
        Output(
            .plugins, "perilune check --format github", ends: 3, shows: plugins, commands: true),
        Output(.plugins, "perilune check --format sarif", ends: 3, shows: plugins),
        Output(.plugins, "perilune check --format junit", ends: 3, shows: plugins),
        Output(.documents, "perilune check --format sarif", ends: 1, shows: []),
        Output(.documents, "perilune check --format junit", ends: 1, shows: ["path"]),
        Output(.documents, "perilune check --format checkstyle", ends: 1, shows: ["path"]),
        Output(
            .documents, tooLong + "perilune check --format sarif", ends: 2, shows: argument),
        Output(
            .documents, tooLong + "perilune check --format junit", ends: 2,
            shows: ["argument", "path"]),
        Output(
            .documents, tooLong + "perilune check --format github", ends: 2, shows: argument,
            commands: true),

        // The model, and what is found in it.
        Output(.working, "perilune model", ends: 0, shows: model),
        Output(.working, "perilune model --format json", ends: 0, shows: model),
        Output(.documents, "perilune model", ends: 1, shows: ["path", "title"]),
        Output(.working, "perilune query '*'", ends: 0, shows: ["path", "cell", "lazy"]),
        Output(
            .working, "perilune query 'risk' --fields key,title,section,id", ends: 0,
            shows: ["id", "cell", "lazy"]),
        Output(.working, "perilune query '*' --format json", ends: 0, shows: ["cell", "extra"]),

        // What plugins say of themselves.
        Output(.working, "perilune rules", ends: 0, shows: ["summary"]),
        Output(.working, "perilune rules --format json", ends: 0, shows: ["summary", "option"]),
        Output(
            .working, "perilune explain evil/finds", ends: 0,
            shows: ["summary", "why", "fix", "default", "choice", "option", "page"]),
        Output(.plugins, "perilune rules", ends: 3, shows: plugins),
        Output(.plugins, "perilune explain nothing", ends: 2, shows: plugins),

        // What their tests come to.
        Output(.working, "perilune plugin test tools/*", ends: 3, shows: tests),
        Output(.working, "perilune plugin test tools/* --format tap", ends: 3, shows: tests),
        Output(.working, "perilune plugin test tools/* --format junit", ends: 3, shows: tests),
        Output(.working, "perilune plugin test tools/* --format json", ends: 3, shows: tests),
        Output(.working, "perilune plugin test \"$TEXT\"", ends: 2, shows: argument),
        Output(
            .working, "perilune plugin test tools/* --filter \"$TEXT\"", ends: 2, shows: argument),

        Output(.working, "perilune plugin new \"$TEXT\"", ends: 2, shows: []),
        Output(.working, "perilune plugin types -o \"x/$TEXT\"", ends: 2, shows: argument),

        // Transforms, exports and pipelines: what they say beside what they make.
        Output(.working, "perilune transform evil/stumbles", ends: 3, shows: ["field", "folder"]),
        Output(.working, "perilune export evil/plan --plan", ends: 0, shows: ["question", "path"]),
        Output(.working, "perilune export evil/breaks", ends: 3, shows: ["error", "print"]),
        Output(
            .working, "perilune export list -o \"$(printf %s \"$TEXT\" | tr / _)\"", ends: 0,
            shows: ["argument", "print"]),
        Output(.working, "perilune run broken", ends: 3, shows: ["print", "error"]),
        Output(.working, "perilune run release --fail-on never", ends: 3, shows: ["error"]),
        Output(.documents, "perilune export risk-register/csv", ends: 1, shows: ["path"]),

        // Configurations.
        Output(.configuration, "perilune check", ends: 2, shows: configuration),
        Output(.configuration, "perilune run \"$TEXT\"", ends: 2, shows: configuration),
        Output(
            .configuration, "cd rules && perilune check", ends: 2,
            shows: ["check", "option", "use", "step"]),
        Output(.configuration, "cd words && perilune check", ends: 2, shows: ["vocabulary"]),
        Output(.configuration, "cd names && perilune check", ends: 2, shows: ["plugin path"]),

        // The command line.
        Output(.working, "perilune \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune check \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune check \"--x$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune check --format \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune check --format \"sarif:no/$TEXT\"", ends: 3, shows: argument),
        Output(
            .working, "perilune run release --format \"json:no/$TEXT\"", ends: 3, shows: argument),
        Output(.working, "perilune check --select \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune check --config \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune check --jobs \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune explain \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune query \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune query risk --fields \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune export list \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune export list --option \"$TEXT=1\"", ends: 2, shows: argument),
        Output(.working, "perilune export list -o \"x/$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune transform evil/rewrite \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune run \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune schema \"$TEXT\"", ends: 2, shows: argument),
        Output(.working, "perilune help \"$TEXT\"", ends: 0, shows: []),
        Output(.working, "perilune doctor \"$TEXT\"", ends: 2, shows: argument),
    ]

    private static let tests: Set = [
        "folder", "fixture", "expectation", "message", "error", "golden", "product", "group",
        "test",
        "error of a test", "print of a test", "wanted", "found", "pending",
    ]

    private static let plugins: Set = [
        "folder", "manifest key", "plugin name", "version", "entry", "engine", "permission",
        "option", "token", "error", "module", "record key", "check name", "each", "severity",
        "extension",
    ]
    private static let configuration: Set = [
        "include", "template", "spec key", "plugin name", "place", "severity", "export", "output",
        "step", "fuel", "limit", "section",
    ]

    @Test(arguments: outputs)
    func `nobody obeys what is printed`(_ output: Output) throws {
        let run = try run(output.workspace, output.line)
        #expect(run.status == output.status)
        expectNoFlaws(run.out, "standard output", commands: output.commands)
        expectNoFlaws(run.err, "standard error")
        let shown = run.output + run.errors
        #expect(output.shows.filter { !shown.contains(HostileText.marker($0)) }.isEmpty)
    }

    @Test(arguments: outputs + products.map { Output(.working, $0.line, ends: 0, shows: []) })
    func `a terminal obeys nothing either`(_ output: Output) throws {
        let run = try onTerminal(output.workspace, output.line, ["NO_COLOR": "1"])
        #expect(run.status == output.status)
        #expect(!run.out.isEmpty)
        expectNoFlaws(
            Self.withoutOwnControls(run.out), "the terminal", commands: output.commands)
    }

    /// With colours an output holds escape sequences: our own, and no others.
    @Test(arguments: outputs.filter { $0.shows != argument && !$0.commands })
    func `colours are the only escape sequences`(_ output: Output) throws {
        let run = try run(output.workspace, output.line, ["FORCE_COLOR": "1"])
        for bytes in [run.out, run.err] {
            let text = String(decoding: bytes, as: UTF8.self)
            expectNoFlaws(
                Array(text.replacing(/\u{1B}\[(?!35;5m)[0-9;]+m/, with: "").utf8), "a stream")
        }
    }

    // MARK: what is made for programs

    /// What is made for a program: its bytes are the user's, wherever they do no harm.
    struct Product: CustomTestStringConvertible, Sendable {
        var line: String
        /// The place whose text is in it, as it is.
        var holds: String

        var testDescription: String { line }
    }

    static let products = [
        Product(line: "perilune transform evil/rewrite", holds: "edit"),
        Product(line: "perilune export evil/list", holds: "artifact"),
        Product(line: "perilune export list -o -", holds: "artifact"),
        Product(line: "perilune query '*' --format csv", holds: "cell"),
    ]

    @Test(arguments: products)
    func `the bytes of a product are the user's, in a file and in a pipe`(
        _ product: Product
    ) throws {
        let file = try run(.working, product.line)
        #expect(file.status == 0)
        #expect(file.output.contains("::" + HostileText.marker(product.holds) + "\u{1B}"))
        let pipe = try run(.working, product.line + " | cat")
        #expect(pipe.out == file.out)
        let fileOfCI = try run(.working, product.line, ["CI": "true"])
        #expect(fileOfCI.out == file.out)
    }

    @Test(arguments: products, ["CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
    func `a log of a CI system gets none that it would obey`(
        _ product: Product, _ system: String
    ) throws {
        let run = try run(
            .working, "(\(product.line); echo $? > code) | cat; exit $(cat code)",
            [system: "true"])
        #expect(run.status == 2)
        #expect(run.out.isEmpty)
        expectNoFlaws(run.err, "standard error")
        let error = "holds what CI systems take for a command; write it to a file: > file\n"
        #expect(run.errors.hasSuffix(error))
    }

    @Test func `a log gets a product without commands`() throws {
        let folder = try TemporaryFolder()
        let table = "| Risk | Impact |\n|---|---|\n| =1::x | High |\n"
        try folder.write("a.md", "# A\n\n## Risks\n\n" + table)
        try withExtendedLifetime(folder) {
            let run = try Console.shell(
                "perilune query risk --format csv --fields text a.md | cat", in: folder.url,
                environment: ["CI": "true"])
            #expect(run.output.hasPrefix("path,line,kind,key,text\r\na.md,7,risk,"))
            #expect(run.output.hasSuffix(",'=1::x\r\n"))
        }
    }

    /// Of what people open, in which spreadsheets look for formulas.
    @Test(arguments: ["perilune export evil/list", "perilune query risk --format csv"])
    func `no cell of CSV is a formula`(_ line: String) throws {
        let run = try run(.working, line)
        #expect(run.output.contains("'=1+1") || run.output.contains(",-1\r\n"))
        for cell in run.output.split(separator: /[,\n]"?/) {
            #expect(cell.wholeMatch(of: /[=+@].*/) == nil)
        }
    }

    // MARK: running

    private func run(
        _ kind: HostileWorkspace.Kind, _ line: String, _ environment: [String: String] = [:]
    ) throws -> Console.Run {
        let workspace = try HostileWorkspace(kind)
        return try withExtendedLifetime(workspace) {
            try Console.shell(
                line, in: workspace.folder.url,
                environment: environment.merging(["TEXT": HostileText.lines("argument")]) { $1 })
        }
    }

    /// Both streams are a terminal; what that shows is the standard output of the run.
    private func onTerminal(
        _ kind: HostileWorkspace.Kind, _ line: String, _ environment: [String: String]
    ) throws -> Console.Run {
        let script = """
            import os, pty, sys
            sys.exit(os.waitstatus_to_exitcode(pty.spawn(["/bin/sh", "-c", os.environ["LINE"]])))
            """
        return try run(
            kind, "python3 -c '\(script)'", environment.merging(["LINE": line]) { $1 })
    }

    /// What a terminal got without its line ends, CR LF, and the line that says how far long work has
    /// come, which is numbers and words of our own.
    private static func withoutOwnControls(_ bytes: [UInt8]) -> [UInt8] {
        let progress =
            /\r\x1B\[K(?:perilune: (?:reading \d+ of|checking \d+ of|exporting) \d+ specs?)?/
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing("\r\n", with: "\n").replacing(progress, with: "")
        return Array(text.utf8)
    }

    /// - Parameter commands: may lines be annotations of GitHub, as we write them?
    private func expectNoFlaws(_ bytes: [UInt8], _ stream: String, commands: Bool = false) {
        var bytes = bytes
        if commands {
            // Without what begins each, they are lines like any others.
            let own =
                /(?m)^::(?:error|warning|notice)(?: [a-zA-Z]+=[^:,\r\n]*(?:,[a-zA-Z]+=[^:,\r\n]*)*)?::/
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains(own) && !text.contains(/(?m)^::(?:error|warning|notice)[^:]*$/))
            bytes = Array(text.replacing(own, with: "- ").utf8)
        }
        let flaws = OutputFlaws(bytes)
        #expect(flaws.all.isEmpty, "\(stream): \(flaws)")
    }
}
