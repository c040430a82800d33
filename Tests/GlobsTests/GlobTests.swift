import Globs
import Testing

@Suite struct GlobTests {
    @Test(arguments: [
        ("docs/*.md", "docs/a.md", true),
        ("docs/*.md", "docs/x/a.md", false),
        ("docs/*.md", "docs/a.markdown", false),
        ("docs/**/*.md", "docs/a.md", true),
        ("docs/**/*.md", "docs/x/y/a.md", true),
        ("docs/**/*.md", "other/docs/a.md", false),
        ("**/*.md", "a.md", true),
        ("**/*.md", "x/y/a.md", true),
        ("**", "x", true),
        ("docs/**", "docs/x/y", true),
        ("docs/**", "docs", false),
        ("a/**/b/**/c", "a/b/c", true),
        ("a/**/b/**/c", "a/x/b/y/b/z/c", true),
        ("a/**/b/**/c", "a/x/c", false),
        ("a**b", "axyb", true),
        ("a**b", "ax/b", false),
        ("?.md", "ä.md", true),
        ("?.md", "ab.md", false),
        ("[a-c]x", "bx", true),
        ("[a-c]x", "dx", false),
        ("[!a-c]x", "dx", true),
        ("[^a-c]x", "ax", false),
        ("[]]x", "]x", true),
        ("[]-]x", "-x", true),
        ("[a-]x", "-x", true),
        ("[", "[", true),
        ("[ab", "[ab", true),
        ("\\*", "*", true),
        ("\\*", "a", false),
        ("*", "", false),
        ("./a", "a", true),
        ("a*b*c*d", "abbbcccd", true),
        ("a*b*c*d", "abbbccc", false),
    ])
    func match(pattern: String, path: String, expected: Bool) {
        #expect(Glob(pattern).matches(path) == expected)
    }

    @Test func `no pattern blows up`() {
        let name = String(repeating: "a", count: 2000)
        #expect(!Glob(String(repeating: "*a", count: 500) + "b").matches(name))
        let path = Array(repeating: "a", count: 2000).joined(separator: "/")
        #expect(!Glob(String(repeating: "**/a/", count: 500) + "b").matches(path))
    }

    @Test(arguments: [
        ("docs/specs/**/*.md", "docs/specs"), ("*.md", "."), ("docs/a.md", "docs"),
        ("/x/y*/z", "/x"), ("a[b/c", "."),
    ])
    func `start from their literal folder`(pattern: String, base: String) {
        #expect(Glob.base(pattern) == base)
    }

    @Test(arguments: [
        ("**", ".env", false), ("**", "a/.git/config", false), ("*", ".env", false),
        (".env", ".env", true), (".*", ".env", true), ("**/.env", "a/b/.env", true),
        (".github/**", ".github/a", true), (".github/**", ".github/.a", false),
        ("**/a", ".x/a", false), ("[.]a", ".a", false), ("?env", ".env", false),
        ("a/**/b", "a/.x/b", false), ("a/**/b", "a/x/b", true), ("a.b", "a.b", true),
    ])
    func `names with a dot in front are matched by what says the dot`(
        pattern: String, path: String, expected: Bool
    ) {
        #expect(Glob(pattern, hidesDots: true).matches(path) == expected)
        #expect(Glob(pattern).matches(path) || !expected)
    }

    @Test(arguments: [
        ("data/*.csv", "data", true), ("data/*.csv", "data/more", false),
        ("data/*.csv", "docs", false), ("**/*.csv", "a/b/c", true), ("**/*.csv", ".git", false),
        ("a/**/b/*.md", "a", true), ("a/**/b/*.md", "a/x/b", true), ("a/**/b/*.md", "b", false),
        ("a.csv", "a.csv", false), ("**", "a", true), ("d*/x", "data", true), ("**", ".a", false),
        (".github/*", ".github", true), ("a.csv", "", true), ("", "", false),
    ])
    func `a walk enters folders that can hold a match`(
        pattern: String, folder: String, expected: Bool
    ) {
        let parts = folder.split(separator: "/").map(String.init)
        #expect(Glob(pattern, hidesDots: true).canMatch(below: parts[...]) == expected)
    }

    @Test(arguments: [
        ("data/*.csv", "data/teams.csv", true), ("data/*.csv", "data/teams.json", false),
        ("data/*.csv", "data/**", true), ("data/*.csv", "docs/**", false),
        ("**", "a", true), ("a/**", "a", false), ("a/**/b", "a/b", true), ("**/b", "a/**", true),
        ("*a", "b*", true), ("*a", "*b", false), ("[a-c]x", "[c-d]x", true),
        ("[a-c]x", "[d-e]x", false), ("[!a]", "a", false), ("[!a]", "[!b]", true),
        ("[!a]", "?", true), ("?", "ab", false), ("**/a/**", "b/**/c", true),
        ("\\*", "*", true), ("\\*", "a", false), ("é", "e\u{301}", false), ("", "", true),
    ])
    func `two patterns that can match one path`(left: String, right: String, expected: Bool) {
        #expect(Glob(left).overlaps(Glob(right)) == expected)
        #expect(Glob(right).overlaps(Glob(left)) == expected)
    }

    /// Over all short paths, in which `overlaps` and `canMatch` say what matching shows.
    @Test func `overlap is what matching shows`() {
        let names = ["a", "b", "ab", ".a"]
        var paths = names
        for _ in 0..<2 { paths += paths.flatMap { path in names.map { "\(path)/\($0)" } } }
        let patterns = [
            "a", "*", "a*", "*b", "**", "a/**", "**/b", "a/**/b", "*/*", "**/a/**", "?", "[!a]",
            "a/b",
        ]
        for left in patterns {
            let glob = Glob(left)
            let matched = paths.filter { glob.matches($0) }
            for right in patterns {
                let shared = matched.contains { Glob(right).matches($0) }
                #expect(glob.overlaps(Glob(right)) == shared, "\(left) and \(right)")
            }
            for folder in names {
                let below = paths.filter { $0.hasPrefix(folder + "/") }
                for glob in [glob, Glob(left, hidesDots: true)] {
                    #expect(
                        glob.canMatch(below: [folder][...]) == below.contains { glob.matches($0) },
                        "\(left) below \(folder)")
                }
            }
        }
    }
}
