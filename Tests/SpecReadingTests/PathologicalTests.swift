import Foundation
import SpecModel
import SpecReading
import TestSupport
import Testing

/// The inputs on which Markdown parsers were super-linear: each is read in full, or refused with a
/// finding that says what is too much.
@Suite struct PathologicalTests {
    struct Input: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]

        var testDescription: String { "\(name), \(bytes.count) bytes" }
    }

    /// Sizes that a debug build reads in no time: what is square in 16 KB is seen in 1 MB by hand.
    private static let sizes = [8 << 10, 16 << 10]

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
    func inputs() throws {
        var refused: Set<String> = []
        let inputs = try Self.inputs()
        for input in inputs {
            let spec = SpecReader().read(input.bytes, path: "a.md")
            if isRefused(spec, input) {
                refused.insert(input.name)
                continue
            }
            #expect(CoverCheck(spec).wrong == [], "\(input.testDescription)")
            let source = SourceText(path: "a.md", bytes: input.bytes)
            #expect(brokenInvariant(of: source) == nil, "\(input.testDescription)")
            // At most a cell a byte, and the cells that the limit lets short rows leave out.
            let size = ModelSize(spec)
            #expect(size.parts <= 4 * input.bytes.count + 200_000, "\(input.testDescription)")
            #expect(size.text <= 16 * input.bytes.count, "\(input.testDescription)")
        }
        #expect(inputs.count > 200)
        #expect((40...80).contains(refused.count), "\(refused.sorted())")
    }

    private func isRefused(_ spec: Spec, _ input: Input) -> Bool {
        guard let finding = spec.findings.first(where: { $0.rule != "reading/not-utf8" }) else {
            return false
        }
        switch finding.rule {
        case "reading/not-text": #expect(input.bytes.contains(0))
        case "reading/too-complex":
            #expect(finding.message.hasPrefix("cannot read "), "\(input.testDescription)")
        default: Issue.record("\(input.testDescription): \(finding)")
        }
        #expect(finding.location.start.offset <= input.bytes.count)
        return true
    }

    /// What `pathological.py` hands to the program that it is told to measure.
    private static func inputs() throws -> [Input] {
        let folder = try TemporaryFolder()
        try folder.write(
            "collect",
            """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            for last; do :; done
            cp "$last" "$(printf 'input-%05d' "$(ls | wc -l)")"
            echo secs=0.001
            """)
        let collect = folder.url.appending(path: "collect")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: collect.path)
        let tool = try Shared.path("tools/baseline/pathological.py").path
        let run = try Console.run(
            "/usr/bin/env",
            ["python3", tool, "--bin", collect.path, "--top", "\(sizes.last ?? 0)"])
        let names = run.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }.map {
            $0.dropFirst(6).prefix(40).trimmingCharacters(in: .whitespaces)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
            .filter { $0.hasPrefix("input-") }
        try #require(run.status == 0 && files.count == names.count * sizes.count, "\(run.errors)")
        return try files.enumerated().map { index, file in
            let bytes = try Data(contentsOf: folder.url.appending(path: file))
            return Input(name: names[index / sizes.count], bytes: [UInt8](bytes))
        }
    }
}
