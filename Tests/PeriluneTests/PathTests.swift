import TestSupport
import Testing

@testable import Perilune

struct PathTests {
    @Test(arguments: [
        ("", "."), (".", "."), ("./", "."), ("/", "/"), ("//", "/"), ("a", "a"), ("a/", "a"),
        ("./a", "a"), ("a//b", "a/b"), ("a/./b", "a/b"), ("a/../b", "b"), ("a/..", "."),
        ("../a", "../a"), ("../../a", "../../a"), ("a/../../b", "../b"), ("/..", "/"),
        ("/../a", "/a"), ("/a/b/", "/a/b"), (".a/..b/c.", ".a/..b/c."), ("...", "..."),
        ("a/...", "a/..."), ("a/.", "a"), ("ä/e\u{301}", "ä/e\u{301}"),
    ])
    func `a path is normalised`(_ path: String, _ expected: String) {
        #expect(Array(Path.normalised(path).utf8) == Array(expected.utf8))
    }

    @Test func `whatever it is made of, it leads where its parts lead`() {
        var random = SplitMix(state: 11)
        let parts = ["", ".", "..", "...", "a", ".a", "a.", "..a", "b c", "é"]
        for _ in 0..<20_000 {
            var path = random.next() % 4 == 0 ? "/" : ""
            path += (0..<random.next() % 6).map { _ in
                parts[Int(random.next() % UInt64(parts.count))]
            }.joined(separator: "/")
            let normalised = Path.normalised(path)
            #expect(normalised == Self.walked(path), "\(path)")
            #expect(Path.normalised(normalised) == normalised, "\(path)")
        }
    }

    @Test func `seen from any folder it is the same path`() {
        var random = SplitMix(state: 12)
        let parts = ["a", "b", "aa", ".a", "é"]
        func path() -> String {
            "/"
                + (0..<random.next() % 4).map { _ in parts[Int(random.next() % 5)] }
                .joined(separator: "/")
        }
        for _ in 0..<20_000 {
            let (path, folder) = (path(), path())
            #expect(
                Path.join(folder, Path.relative(path, to: folder)) == path, "\(path), \(folder)")
            let inner = path + "/x"
            #expect(Path.parent(inner) == Path.normalised(inner + "/.."), "\(inner)")
        }
    }

    /// Where one is who goes one part after the other.
    private static func walked(_ path: String) -> String {
        var place: [Substring] = []
        let isAbsolute = path.hasPrefix("/")
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case ".." where place.last.map { $0 != ".." } ?? isAbsolute: _ = place.popLast()
            default: place.append(part)
            }
        }
        let joined = place.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }

    @Test(arguments: [
        ("a", "."), ("a/b", "a"), ("/", "/"), ("/a", "/"), ("/a/b", "/a"), ("a//b/c/", "a/b"),
        ("", "."),
    ])
    func `a path stands in a folder`(_ path: String, _ folder: String) {
        #expect(Path.parent(path) == folder)
    }

    @Test(arguments: [
        ("/a/b", "/a", "b"), ("/a", "/a", "."), ("/a", "/a/b", ".."), ("/a/c", "/a/b/d", "../../c"),
        ("/a", "/", "a"),
    ])
    func `a path is seen from a folder`(_ path: String, _ folder: String, _ expected: String) {
        #expect(Path.relative(path, to: folder) == expected)
    }
}
