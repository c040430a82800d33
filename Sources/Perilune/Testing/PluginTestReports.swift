internal import Printable

/// One object, additive changes only.
enum PluginTestJSON {
    static func bytes(_ report: PluginTestReport) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("tests", .block) { writer in
                for test in report.cases {
                    writer.object { writer in
                        writer.member("plugin", test.plugin)
                        writer.member("file", test.file)
                        writer.member("name", test.name)
                        writer.member("verdict", test.verdict.rawValue)
                        writer.array("notes") { writer in
                            for note in test.notes { Self.note(note, to: &writer) }
                        }
                    }
                }
            }
            writer.object("summary") { writer in
                for verdict in TestCase.Verdict.allCases {
                    writer.member(verdict.rawValue, report.count(verdict))
                }
            }
        }
        return writer.finish()
    }

    private static func note(_ note: TestCase.Note, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("path", note.path)
            writer.member("line", note.line)
            writer.member("column", note.column)
            writer.member("message", note.message)
            if !note.diff.isEmpty {
                writer.member("diff", note.lines().dropFirst().joined(separator: "\n"))
            }
        }
    }
}

/// JUnit's XML as both schemas have it: a suite for each file, a case for each test.
enum PluginTestJUnit {
    static func bytes(_ report: PluginTestReport) -> [UInt8] {
        var suites: [(file: String, cases: [TestCase])] = []
        for test in report.cases {
            if suites.last?.file != test.file { suites.append((test.file, [])) }
            suites[suites.count - 1].cases.append(test)
        }
        var writer = XMLWriter()
        writer.element("testsuites", [:]) { writer in
            for (index, suite) in suites.enumerated() {
                self.suite(suite.file, suite.cases, index, to: &writer)
            }
        }
        return writer.bytes
    }

    private static func suite(
        _ file: String, _ cases: [TestCase], _ index: Int, to writer: inout XMLWriter
    ) {
        func count(_ verdict: TestCase.Verdict) -> String {
            "\(cases.count { $0.verdict == verdict })"
        }
        writer.element(
            "testsuite",
            [
                "id": "\(index)", "package": "perilune", "name": file,
                "timestamp": "1970-01-01T00:00:00", "hostname": "localhost",
                "tests": "\(cases.count)", "failures": count(.failed), "errors": count(.broken),
                "skipped": count(.pending), "time": "0",
            ]
        ) { writer in
            writer.element("properties")
            for test in cases { self.test(test, to: &writer) }
            writer.element("system-out")
            writer.element("system-err")
        }
    }

    private static func test(_ test: TestCase, to writer: inout XMLWriter) {
        let attributes: KeyValuePairs = ["classname": test.file, "name": test.name, "time": "0"]
        let message = test.notes.first?.text ?? ""
        switch test.verdict {
        case .passed: writer.element("testcase", attributes)
        case .pending:
            writer.element("testcase", attributes) { writer in
                writer.element("skipped", ["message": "to be written"])
            }
        case .failed, .broken:
            writer.element("testcase", attributes) { writer in
                writer.element(
                    test.verdict == .failed ? "failure" : "error",
                    ["type": test.verdict.rawValue, "message": message],
                    lines: test.notes.flatMap { $0.lines() })
            }
        }
    }
}
