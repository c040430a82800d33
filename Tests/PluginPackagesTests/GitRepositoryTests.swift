import Foundation
import PluginPackages
import TestSupport
import Testing

/// Repositories as users have them.
struct GitRepositoryTests {
    let folder: TemporaryFolder
    let source: GitSource
    let repository: GitRepository

    init() throws {
        folder = try TemporaryFolder()
        source = try GitSource(folder.path("source"))
        repository = try Packages.repository(source, in: folder)
    }

    @Test func `tags and branches are told with the commits that they lead to`() throws {
        let first = try source.commit(Packages.small, tag: "v1.0.0")
        let second = try source.commit(Packages.small + [.init("README.md", "x")])
        try source.git("tag", "-a", "-m", "Release", "v1.1.0")
        try source.git("update-ref", "refs/pull/7/head", first)
        let refs = try repository.remoteRefs()
        #expect(refs.tags.map(\.name) == ["v1.0.0", "v1.1.0"])
        #expect(refs.tags.map(\.commit) == [first, second])
        #expect(refs.tag("v1.1.0")?.object == (try source.git("rev-parse", "v1.1.0")))
        #expect(refs.branches.map(\.name) == ["main"])
        #expect(try repository.fetch() == refs)
        #expect(
            try source.git("--git-dir=\(repository.folder)/repository", "for-each-ref")
                .contains("pull") == false)
    }

    @Test func `what is fetched is found by tag, by branch and by commit`() throws {
        #expect(!repository.isFetched)
        #expect(
            Packages.refusal { try repository.resolve("v1.0.0") }?.says("not fetched") == true)
        #expect(!FileManager.default.fileExists(atPath: repository.folder))
        let commit = try source.commit(Packages.small, tag: "v1.0.0")
        try repository.fetch()
        #expect(repository.isFetched)
        for name in ["v1.0.0", "main", commit, String(commit.prefix(9))] {
            #expect(try repository.resolve(name).text == commit, "\(name)")
        }
        for name in ["v2", "0000000", String(repeating: "0", count: 40)] {
            #expect(Packages.refusal { try repository.resolve(name) }?.kind == .missing, "\(name)")
        }
        for name in ["", "-x", "HEAD~1", "a..b", "v1.0.0^{tree}", ":/x", "a\nb", "@{u}", "a b"] {
            #expect(Packages.refusal { try repository.resolve(name) }?.kind == .source, "\(name)")
        }
    }

    @Test func `a tag with a message leads to its commit`() throws {
        let commit = try source.commit(Packages.small)
        try source.git("tag", "-a", "-m", "Release", "v1.0.0")
        try repository.fetch()
        #expect(try repository.resolve("v1.0.0").text == commit)
    }

    @Test func `a moved tag, a new branch and what was removed are taken over`() throws {
        let first = try source.commit(Packages.small, tag: "v1.0.0")
        try source.git("tag", "gone")
        try repository.fetch()
        let second = try source.commit(
            Packages.small + [.init("a.md", "a")], branch: "next", tag: "v1.0.0")
        try source.git("tag", "-d", "gone")
        try source.git("tag", "gone/deeper", first)
        try repository.fetch()
        #expect(try repository.resolve("v1.0.0").text == second)
        #expect(try repository.resolve("next").text == second)
        #expect(try repository.resolve("gone/deeper").text == first)
        #expect(Packages.refusal { try repository.resolve("gone") }?.kind == .missing)
    }

    @Test func `a commit that no branch or tag leads to is told from others`() throws {
        let first = try source.commit(Packages.small, tag: "v1.0.0")
        let stray = try source.commit(Packages.small + [.init("a.md", "a")], branch: "stray")
        try repository.fetch()
        #expect(try repository.isReachable(#require(ObjectID(stray))))
        try source.git("update-ref", "refs/pull/1/head", stray)
        try source.git("branch", "-D", "stray")
        try repository.fetch()
        #expect(try repository.isReachable(#require(ObjectID(first))))
        // It is still there, as an object.
        #expect(try repository.resolve(stray).text == stray)
        #expect(try !repository.isReachable(#require(ObjectID(stray))))
        let nowhere = String(repeating: "1", count: 40)
        #expect(try !repository.isReachable(#require(ObjectID(nowhere))))
    }

    @Test func `the commits between two are told by their first lines`() throws {
        let first = try source.commit(Packages.small)
        try source.commit(
            Packages.small + [.init("sub/a.md", "a")], message: "Add \u{1B}[31ma\n\nAnd why.")
        let long = String(repeating: "ä", count: 500)
        let last = try source.commit(
            Packages.small + [.init("sub/a.md", "a"), .init("b.md", "b")], message: long)
        try repository.fetch()
        let from = try #require(ObjectID(first))
        let to = try #require(ObjectID(last))
        let log = try repository.log(from: from, to: to)
        #expect(log.subjects.count == 2 && !log.isCut)
        #expect(log.subjects[0].hasPrefix("ääää") && log.subjects[0].count == 120)
        #expect(log.subjects[1] == "Add \\u{1B}[31ma")
        #expect(try repository.log(from: from, to: to, subdir: "sub").subjects.count == 1)
        #expect(try repository.log(from: from, to: to, subdir: "s*").subjects.isEmpty)
        let cut = try repository.log(from: from, to: to, most: 1)
        #expect(cut.subjects.count == 1 && cut.isCut)
        #expect(try repository.log(from: to, to: to).subjects.isEmpty)
        let nowhere = try #require(ObjectID(String(repeating: "1", count: 40)))
        #expect(Packages.refusal { try repository.log(from: nowhere, to: to) }?.kind == .missing)
    }

    @Test func `a private repository is reached through the user's own configuration`() throws {
        let commit = try source.commit(Packages.small, tag: "v1.0.0")
        try folder.write(
            "gitconfig",
            "[url \"\(source.folder.path)\"]\n\tinsteadOf = https://git.example.invalid/rules\n")
        let hidden = GitRepository(
            try PackageURL("https://git.example.invalid/rules", from: "/"),
            folder: folder.path("hidden").path,
            git: Packages.git(["GIT_CONFIG_GLOBAL": folder.path("gitconfig").path]))
        try hidden.fetch()
        #expect(try hidden.resolve("v1.0.0").text == commit)
        let counted = Packages.git([
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "url.\(source.folder.path).insteadOf",
            "GIT_CONFIG_VALUE_0": "https://git.example.invalid/rules",
        ])
        let other = GitRepository(hidden.url, folder: folder.path("other").path, git: counted)
        #expect(try other.remoteRefs().tags.map(\.commit) == [commit])
    }

    @Test func `a configuration does not bring back what runs programs`() throws {
        try source.commit(Packages.small, tag: "v1.0.0")
        try folder.write(
            "gitconfig",
            """
            [url "ext::sh -c touch% \(folder.path("pwned").path)% "]
                insteadOf = https://git.example.invalid/
            [protocol "ext"]
                allow = always
            """)
        let hidden = GitRepository(
            try PackageURL("https://git.example.invalid/rules", from: "/"),
            folder: folder.path("hidden").path,
            git: Packages.git([
                "GIT_CONFIG_GLOBAL": folder.path("gitconfig").path,
                "GIT_ALLOW_PROTOCOL": "ext:file:https",
            ]))
        let refusal = try #require(Packages.refusal { try hidden.fetch() })
        #expect(refusal.says("transport 'ext' not allowed"), "\(refusal)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("pwned").path))
    }

    @Test func `hooks run in neither repository`() throws {
        try source.commit(Packages.small, tag: "v1.0.0")
        for name in ["pre-receive", "post-update", "reference-transaction", "post-checkout"] {
            let hook = try folder.write(
                "source/hooks/\(name)", "#!/bin/sh\ntouch \(folder.path("pwned").path)\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: hook.path)
        }
        try folder.write(
            "gitconfig", "[core]\n\thooksPath = \(folder.path("source/hooks").path)\n")
        try Packages.repository(
            source, in: folder,
            git: Packages.git(["GIT_CONFIG_GLOBAL": folder.path("gitconfig").path])
        ).fetch()
        #expect(!FileManager.default.fileExists(atPath: folder.path("pwned").path))
    }

    @Test func `a mirror whose configuration is not ours is made anew`() throws {
        let commit = try source.commit(Packages.small, tag: "v1.0.0")
        try repository.fetch()
        let pwned = folder.path("pwned").path
        try folder.write(
            "mirror/repository/config",
            "[core]\n\tbare = true\n[uploadpack]\n\tpackObjectsHook = touch \(pwned)\n"
                + "[core]\n\tfsmonitor = touch \(pwned)\n\tsshCommand = touch \(pwned)\n")
        #expect(!repository.isFetched)
        try repository.fetch()
        #expect(try repository.resolve("v1.0.0").text == commit)
        #expect(!FileManager.default.fileExists(atPath: pwned))
    }

    @Test func `what surrounds us points git at no other repository`() throws {
        let commit = try source.commit(Packages.small, tag: "v1.0.0")
        let other = try GitSource(folder.path("other"))
        let confused = try Packages.repository(
            source, in: folder,
            git: Packages.git([
                "GIT_DIR": other.folder.path, "GIT_WORK_TREE": folder.url.path,
                "GIT_OBJECT_DIRECTORY": other.folder.path + "/objects", "GIT_NAMESPACE": "x",
                "GIT_INDEX_FILE": folder.path("index").path, "GIT_COMMON_DIR": other.folder.path,
                "GIT_ICASE_PATHSPECS": "1", "LC_ALL": "de_DE.UTF-8",
            ]))
        try confused.fetch()
        #expect(try confused.resolve("v1.0.0").text == commit)
        #expect(try other.git("for-each-ref").isEmpty)
    }

    @Test func `a repository that is not there is told with what git says`() throws {
        let nowhere = GitRepository(
            try PackageURL(folder.path("nowhere").path, from: "/"),
            folder: folder.path("mirror").path, git: Packages.git())
        let refusal = try #require(Packages.refusal { try nowhere.fetch() })
        #expect(refusal.kind == .unavailable)
        #expect(refusal.says("nowhere", "cannot be fetched", "not appear to be a git repository"))
        #expect(!nowhere.isFetched)
    }

    @Test func `a fetch that fails leaves what there was`() throws {
        let commit = try source.commit(Packages.small, tag: "v1.0.0")
        try repository.fetch()
        try source.commit(Packages.small + [.init("a.md", "a")])
        // Its objects are gone.
        let objects = source.folder.appending(path: "objects")
        try FileManager.default.removeItem(at: objects)
        try FileManager.default.createDirectory(at: objects, withIntermediateDirectories: false)
        #expect(Packages.refusal { try repository.fetch() }?.kind == .unavailable)
        #expect(repository.isFetched)
        #expect(try repository.resolve("v1.0.0").text == commit)
        try FileManager.default.removeItem(at: source.folder)
        #expect(Packages.refusal { try repository.fetch() }?.kind == .unavailable)
        #expect(
            try repository.tree(repository.resolve("v1.0.0")).tree.files.count
                == Packages.small.count)
    }

    @Test func `a repository of too many branches and tags is refused, and one that is too large`()
        throws
    {
        let commit = try source.commit(
            [.init("noise.txt", String(repeating: "a", count: 100))])
        for index in 0..<20 { try source.git("tag", "t\(index)", commit) }
        let few = try Packages.repository(
            source, in: folder, mirror: "few", git: Packages.git(limits: GitLimits(refs: 20)))
        #expect(try #require(Packages.refusal { try few.fetch() }).says("more than 20 branches"))
        var random = SplitMix(state: 1)
        let noise = (0..<3 << 20).map { _ in UInt8.random(in: 0...255, using: &random) }
        try source.commit([.init("noise.txt", noise)])
        let small = try Packages.repository(
            source, in: folder, mirror: "small",
            git: Packages.git(limits: GitLimits(fileBytes: 1 << 20)))
        let refusal = try #require(Packages.refusal { try small.fetch() })
        #expect(refusal.kind == .refused && refusal.says("more than 1 MiB"), "\(refusal)")
        #expect(!small.isFetched)
        #expect(
            !FileManager.default.fileExists(atPath: folder.path("small/repository").path))
        // The next who allows for more takes up from there.
        try Packages.repository(source, in: folder, mirror: "small").fetch()
        #expect(small.isFetched)
    }

    @Test func `a folder that is no folder is told`() throws {
        try source.commit(Packages.small)
        try folder.write("mirror", "a file")
        let refusal = try #require(Packages.refusal { try repository.fetch() })
        #expect(refusal.kind == .storage && refusal.says("mirror"), "\(refusal)")
    }

    @Test func `an empty repository has nothing`() throws {
        let refs = try repository.fetch()
        #expect(refs.tags.isEmpty && refs.branches.isEmpty)
        #expect(repository.isFetched)
    }
}
