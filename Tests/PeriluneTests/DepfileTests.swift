import Foundation
import Perilune
import TestSupport
import Testing

@Suite struct DepfileTests {
    private func text(_ targets: [String], _ inputs: [String]) throws -> String {
        String(decoding: try Depfile.text(targets: targets, inputs: inputs), as: UTF8.self)
    }

    @Test func `a rule for all outputs, and an empty one for each input`() throws {
        #expect(
            try text(["b.csv", "a.csv"], ["b.md", "a.md", "b.md"]) == """
                b.csv a.csv: \\
                  a.md \\
                  b.md

                a.md:

                b.md:

                """)
        #expect(try text(["a"], []) == "a:\n")
    }

    @Test(arguments: [
        ("a b", ##"a\ b"##, ##"a\ b"##), ("a#b", ##"a\#b"##, ##"a\#b"##), ("a$b", "a$$b", "a$$b"),
        (##"a\b"##, ##"a\b"##, ##"a\b"##), (##"a\ b"##, ##"a\\\ b"##, ##"a\\\ b"##),
        (##"a\#b"##, ##"a\\\#b"##, ##"a\\\#b"##), (##"a\"##, ##"a\\"##, ##"a\\"##),
        ("a:b", ##"a\:b"##, ##"a\:b"##),
        ("a%b", "a%b", #"a\%b"#), ("é🙂", "é🙂", "é🙂"),
    ])
    func `names are escaped as Make wants it`(
        _ name: String, _ input: String, _ target: String
    ) throws {
        #expect(try text(["o"], [name]) == "o: \\\n  \(input)\n\n\(target):\n")
    }

    @Test(arguments: ["a\nb", "a\rb", "a;b"])
    func `a line break and a semicolon have no place there`(_ name: String) {
        #expect(throws: Problem.self) { try text(["o"], [name]) }
    }

    private static let hasMake = (try? Console.shell("make --version"))?.status == 0
    private static let hasNinja = (try? Console.shell("ninja --version"))?.status == 0
    private static let names = [
        "plain.md", "with space.md", "hash#mark.md", "dollar$sign.md", "back\\slash.md",
        "back\\ space.md", "two  spaces.md", "per%cent.md", "col:on.md", "quote'd.md", "é🙂.md",
        "par(en)s.md", "amp&.md", "deep/er.md",
    ]

    /// Each input, made newer, makes the output anew, and what is gone does not end the build.
    @Test(.enabled(if: hasMake, "there is no make"))
    func `GNU make reads it`() throws {
        let folder = try TemporaryFolder()
        for name in Self.names {
            let file = try folder.write(name, "")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file.path)
        }
        try folder.write("out.d", Depfile.text(targets: ["out"], inputs: Self.names))
        try folder.write("Makefile", "out:\n\t@echo made; touch out\n-include out.d\n")
        #expect(try Console.shell("make out", in: folder.url).output == "made\n")
        for name in Self.names {
            let run = try Console.shell(
                """
                make -q out; echo $?; touch -d '+1 minute' "$NAME"; make out; rm "$NAME"; make out
                touch -d '1 hour ago' "$NAME"
                """, in: folder.url, environment: ["NAME": name])
            #expect(run.output == "0\nmade\nmade\n", "\(name): \(run.errors)")
        }
    }

    @Test(.enabled(if: hasNinja, "there is no ninja"))
    func `ninja reads it`() throws {
        let folder = try TemporaryFolder()
        // Its lexer knows neither quotes nor ampersands.
        let names = Self.names.filter { !$0.contains { "'&".contains($0) } }
        for name in names { try folder.write(name, "") }
        try folder.write("ready.d", Depfile.text(targets: ["out"], inputs: names))
        try folder.write(
            "build.ninja",
            "rule r\n  command = cp ready.d out.d && touch out\n  depfile = out.d\n  deps = gcc\n"
                + "build out: r\n")
        #expect(try Console.shell("ninja", in: folder.url).status == 0)
        let deps = try Console.shell("ninja -t deps out", in: folder.url).output
        let read = deps.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } }
        #expect(Set(read.map { String($0) }) == Set(names))
    }
}

@Suite struct OutputFolderTests {
    private let folder: TemporaryFolder
    private var out: String { folder.path("out").path }

    init() throws { folder = try TemporaryFolder() }

    private func write(
        _ files: [String: String], of export: String = "e", leavesEqual: Bool = false,
        prunes: Bool = false, others: Set<String> = []
    ) throws -> OutputFolder.Outcome {
        try OutputFolder(out).write(
            made(files, export), leavesEqual: leavesEqual, prunes: prunes,
            isMade: others.contains)
    }

    private func made(_ files: [String: String], _ export: String = "e") -> [MadeFile] {
        files.sorted { $0.key < $1.key }.map {
            MadeFile(path: $0, export: export, bytes: Array($1.utf8))
        }
    }

    private func content(_ name: String) -> String? {
        try? String(contentsOf: folder.path("out/\(name)"), encoding: .utf8)
    }

    @Test func `files are written, and listed with what they hold`() throws {
        let outcome = try write(["b/c.csv": "two", "a.csv": "one"])
        #expect(outcome.written == ["a.csv", "b/c.csv"])
        #expect(content("b/c.csv") == "two")
        #expect(
            content(".perilune-manifest.json") == """
                {
                  "schema_version": 1,
                  "outputs": [
                    {"path": "a.csv", "export": "e", "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"},
                    {"path": "b/c.csv", "export": "e", "sha256": "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"}
                  ]
                }

                """)
    }

    @Test func `what nobody makes any more goes, if it is as it was written`() throws {
        _ = try write(["a": "1", "deep/b": "2", "c": "3", "keep/d": "4"])
        try folder.write("out/c", "edited")
        try folder.write("out/keep/mine", "mine")
        let kept = try write(["a": "1"])
        #expect(kept.removed == [] && content("deep/b") == "2")
        let outcome = try write(["a": "1"], prunes: true)
        #expect(outcome.removed == ["deep/b", "keep/d"] && outcome.kept == ["c"])
        #expect(content("c") == "edited" && content("keep/mine") == "mine")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/deep").path))
        #expect(content(".perilune-manifest.json")?.contains("\"c\"") == true)
        #expect(content(".perilune-manifest.json")?.contains("deep") == false)
    }

    @Test func `other exports' files stay as long as there are such exports`() throws {
        _ = try write(["a": "1"], of: "first")
        _ = try write(["b": "2"], of: "second", prunes: true, others: ["first"])
        #expect(content("a") == "1")
        #expect(try write(["b": "2"], of: "second", prunes: true).removed == ["a"])
    }

    @Test func `equal files are left alone where that is asked for`() throws {
        _ = try write(["a": "1", "b": "2"])
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)],
            ofItemAtPath: folder.path("out/a").path)
        let outcome = try write(["a": "1", "b": "3"], leavesEqual: true)
        #expect(outcome.unchanged == ["a"] && outcome.written == ["b"])
        let date =
            try FileManager.default.attributesOfItem(atPath: folder.path("out/a").path)[
                .modificationDate] as? Date
        #expect(date == Date(timeIntervalSince1970: 1))
    }

    @Test func `nothing is written or removed behind a link`() throws {
        try folder.write("elsewhere/b", "theirs")
        _ = try write(["a": "1", "in/b": "theirs", "in/c": "3"])
        try FileManager.default.removeItem(at: folder.path("out/in"))
        try FileManager.default.createSymbolicLink(
            at: folder.path("out/in"), withDestinationURL: folder.path("elsewhere"))
        #expect(try write(["a": "1"], prunes: true).removed == [])
        #expect(FileManager.default.fileExists(atPath: folder.path("elsewhere/b").path))
        #expect(throws: Problem.self) { try write(["in/b": "mine"]) }
        #expect(try String(contentsOf: folder.path("elsewhere/b"), encoding: .utf8) == "theirs")
    }

    @Test(arguments: [
        "", "{}", "[]", #"{"schema_version": 2, "outputs": []}"#,
        #"{"schema_version": 1, "outputs": [{"path": "../x", "export": "e", "sha256": ""}]}"#,
        #"{"schema_version": 1, "outputs": [{"path": "/x", "export": "e", "sha256": ""}]}"#,
        #"{"schema_version": 1, "outputs": [{"path": "a/../../x", "export": "e", "sha256": ""}]}"#,
    ])
    func `a manifest that is none is an error, and nothing is removed`(_ json: String) throws {
        try folder.write("out/.perilune-manifest.json", json)
        #expect(throws: Problem.self) { try write(["a": "1"], prunes: true) }
        #expect(content(".perilune-manifest.json") == json)
    }

    @Test func `drift is what is other, missing, and too much`() throws {
        _ = try write(["a": "1\n", "b": "2\n", "c": "3\n", "d": "4\n"])
        try folder.write("out/a", "0\n")
        try FileManager.default.removeItem(at: folder.path("out/b"))
        let drift = try OutputFolder(out).drift(
            made(["a": "1\n", "b": "2\n", "c": "3\n"]), isMade: { _ in false })
        #expect(drift.map { $0.path.dropFirst(out.count + 1) } == ["a", "b", "d"])
        #expect(
            drift.map(\.message) == [
                "is other than what is made", "is missing", "is made by no export any more",
            ])
        #expect(
            String(decoding: drift[0].diff, as: UTF8.self).hasSuffix("@@ -1 +1 @@\n-0\n+1\n"))
        #expect(String(decoding: drift[1].diff, as: UTF8.self).hasSuffix("@@ -0,0 +1 @@\n+2\n"))
        #expect(
            Drift(path: "x", found: [0], made: [0, 1]).message
                == "is other than what is made: 1 bytes, and 2 would be")
        #expect(Drift(path: "x", found: [0], made: [0, 1]).diff == [])
    }
}
