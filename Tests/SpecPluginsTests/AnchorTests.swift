import SpecReading
import Testing

@testable import SpecPlugins

/// What links can lead to.
@Suite struct AnchorTests {
    private func anchors(_ text: String) -> [String] {
        Anchors(of: SpecReader().read(Array(text.utf8), path: "a.md"))
            .names.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("Rollout & Plan", "rollout--plan"), ("A - B", "a---b"), ("v1.2 (draft)", "v12-draft"),
        ("snake_case", "snake_case"), ("`code` and *more*", "code-and-more"),
        ("😄 Emoji", "-emoji"), ("I ♥ text", "i--text"), ("em—dash", "emdash"),
        ("Überblick", "überblick"), ("Привет мир", "привет-мир"), ("你好", "你好"),
        ("½ done", "-done"), ("author’s", "authors"), (":smile: it", "smile-it"),
        ("3.1 Risks", "31-risks"), ("[Link](x.md)", "link"), ("a &amp; b", "a--b"),
    ])
    func aHeadingHasTheNameThatGitHubGivesIt(_ heading: String, _ name: String) {
        #expect(anchors("## \(heading)\n") == [name])
    }

    @Test func equalNamesAreNumberedAsGitHubDoes() {
        #expect(
            anchors("# echo\n# echo\n# echo 1\n# echo-1\n# echo\n")
                == ["echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"])
        #expect(anchors("# fox-1\n# fox\n# fox\n") == ["fox-1", "fox", "fox-2"])
        let many = anchors((0..<300).map { "# n \($0 % 150)\n" }.joined())
        #expect(many == (0..<150).map { "n-\($0)" } + (0..<150).map { "n-\($0)-1" })
        #expect(anchors("> # in a quote\n\nSetext\n---\n") == ["in-a-quote", "setext"])
    }

    @Test func tagsAreAnchorsToo() {
        #expect(
            anchors(
                """
                <a id="one"></a> <a name='two'> <div class=x ID=three>

                <img alt="id=four"> <b> a < b id=five
                """) == ["one", "two", "three"])
    }
}
