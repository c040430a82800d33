import Perilune
import Testing

@Suite struct Globs {
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
}
