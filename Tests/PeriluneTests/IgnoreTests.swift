import Foundation
import Perilune
import TestSupport
import Testing

@Suite struct IgnoreFiles {
    @Test(
        arguments: [
            ("build", "build", true, true),
            ("build", "docs/build", true, true),
            ("build/", "build", false, nil),
            ("build/", "build", true, true),
            ("/build", "docs/build", true, nil),
            ("docs/build", "x/docs/build", true, nil),
            ("docs/build", "docs/build", true, true),
            ("**/build", "x/docs/build", true, true),
            ("build/**", "build", true, nil),
            ("build/**", "build/x/y", false, true),
            ("docs/**/old", "docs/old", true, true),
            ("docs/**/old", "docs/a/b/old", true, true),
            ("*.md\n!keep.md", "keep.md", false, false),
            ("!keep.md\n*.md", "keep.md", false, true),
            ("# comment", "# comment", false, nil),
            ("\\#name", "#name", false, true),
            ("\\!name", "!name", false, true),
            ("name  ", "name", false, true),
            ("name\\ ", "name ", false, true),
            ("a?c", "abc", false, true),
            ("[ab].md", "b.md", false, true),
            ("a.md\r\nb.md\r\n", "a.md", false, true),
            ("\u{FEFF}a.md", "a.md", false, true),
            ("//a.md", "a.md", false, nil),
            ("", "a.md", false, nil),
            ("/", "a.md", false, nil),
            ("!", "a.md", false, nil),
        ] as [(String, String, Bool, Bool?)])
    func say(rules: String, path: String, isFolder: Bool, expected: Bool?) {
        let parts = path.split(separator: "/").map { String($0) }
        let verdict = IgnoreRules(Array(rules.utf8)).verdict(parts[...], isFolder: isFolder)
        #expect(verdict == expected)
    }
}

@Suite struct Walks {
    private func walk(_ folder: TemporaryFolder, below path: String = ".") -> [String] {
        let root = folder.path(path).path
        return Walk(below: root, current: "/") { $0.hasSuffix(".md") }.found.map {
            String($0.dropFirst(folder.url.path.count + 1))
        }
    }

    @Test func `honour .gitignore at every level, sorted by bytes`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".git/HEAD", "ref: refs/heads/main\n")
        try folder.write(".gitignore", "build/\n*.draft.md\n/top.md\n")
        try folder.write("docs/.gitignore", "!keep.draft.md\nlocal.md\n")
        for path in [
            "a.md", "B.md", "top.md", "x.draft.md", "build/out.md", "docs/top.md",
            "docs/keep.draft.md", "docs/other.draft.md", "docs/local.md", "docs/deep/local.md",
            "docs/build/out.md", ".hidden/a.md", "docs/a.txt", "ä.md",
        ] {
            try folder.write(path, "")
        }
        #expect(walk(folder) == ["B.md", "a.md", "docs/keep.draft.md", "docs/top.md", "ä.md"])
        #expect(walk(folder, below: "docs") == ["docs/keep.draft.md", "docs/top.md"])
        #expect(walk(folder, below: "docs/deep") == [])
    }

    @Test func `enter a folder that was named although it is ignored`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".git/HEAD", "")
        try folder.write(".gitignore", "build\n")
        try folder.write("build/a.md", "")
        #expect(walk(folder) == [])
        #expect(walk(folder, below: "build") == ["build/a.md"])
    }

    @Test func `do not follow links to folders, and end`() throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/a.md", "")
        try folder.link("docs/loop", to: "..")
        try folder.link("docs/b.md", to: "a.md")
        try folder.link("docs/gone.md", to: "nowhere.md")
        #expect(walk(folder) == ["docs/a.md", "docs/b.md"])
    }

    @Test func `report a folder that is not there`() {
        let walk = Walk(below: "/no/such/folder", current: "/") { _ in true }
        #expect(walk.found.isEmpty)
        #expect(
            walk.problems.map(\.description)
                == ["/no/such/folder: cannot be listed: no such file or directory"])
    }
}
