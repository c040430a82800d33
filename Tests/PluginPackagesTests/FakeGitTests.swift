import Foundation
import PluginPackages
import TestSupport
import Testing

/// A program that is called `git` and does what git should not.
struct FakeGitTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Asks a repository for its branches and tags, by a script.
    private func run(
        _ script: String, _ variables: [String: String] = [:], seconds: Double = 20
    ) throws -> RemoteRefs {
        try repository(script, variables, seconds: seconds).remoteRefs()
    }

    private func repository(
        _ script: String, _ variables: [String: String] = [:], seconds: Double = 20
    ) throws -> GitRepository {
        let bin = try Packages.fakeGit("#!/bin/sh\n" + script, in: folder)
        var limits = GitLimits()
        limits.remoteSeconds = seconds
        var variables = variables
        variables["PATH"] = bin + ":/usr/bin:/bin"
        variables["OUT"] = folder.path("out").path
        return GitRepository(
            try PackageURL("https://example.invalid/rules", from: "/"),
            folder: folder.path("mirror").path,
            git: Git(environment: GitEnvironment(variables), limits: limits))
    }

    private var out: String {
        get throws { try String(contentsOf: folder.path("out"), encoding: .utf8) }
    }

    /// Is a process of that number there, and no zombie? What was killed may take a moment.
    private func isAlive(_ number: String) -> Bool {
        for _ in 0..<500 {
            if !isAliveNow(number) { return false }
            usleep(10_000)
        }
        return true
    }

    private func isAliveNow(_ number: String) -> Bool {
        let file = "/proc/\(number.trimmingCharacters(in: .whitespacesAndNewlines))/stat"
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return false }
        return !text.contains(") Z ")
    }

    @Test func `one that does not end is ended, and what it has started`() throws {
        let start = ContinuousClock.now
        let refusal = try #require(
            Packages.refusal {
                try run("echo $$ > $OUT; sleep 1000 & echo $! >> $OUT; wait", seconds: 1)
            })
        #expect(refusal.kind == .late && refusal.says("more than 1 s"))
        #expect(ContinuousClock.now - start < .seconds(10))
        let numbers = try out.split(separator: "\n").map(String.init)
        #expect(numbers.count == 2)
        for number in numbers { #expect(!isAlive(number)) }
    }

    @Test func `one that does not listen is ended all the same`() throws {
        let refusal = Packages.refusal {
            try run(
                "trap '' TERM INT HUP; echo $$ > $OUT; while :; do sleep 1000; done", seconds: 1)
        }
        #expect(refusal?.says("was ended") == true)
        #expect(try !isAlive(out))
    }

    @Test func `one that writes without end is ended`() throws {
        let refusal = Packages.refusal { try run("echo $$ > $OUT; exec yes") }
        #expect(refusal?.says("more than 10000 branches") == true, "\(String(describing: refusal))")
        #expect(try !isAlive(out))
        let loud = Packages.refusal {
            try run("yes 'a long complaint' | head -c 50000000 >&2; echo fatal: no >&2; exit 1")
        }
        #expect(loud?.says("fatal: no") == true)
        #expect((loud?.message.utf8.count ?? 0) < 500)
    }

    @Test func `one that leaves somebody with its streams is not waited for`() throws {
        let start = ContinuousClock.now
        _ = try run("sleep 30 & echo $! > $OUT; exit 0")
        #expect(ContinuousClock.now - start < .seconds(10))
        _ = try Console.shell("kill $(cat \(folder.path("out").path))")
    }

    @Test func `one that closes its streams is waited for`() throws {
        let refusal = Packages.refusal { try run("exec >&- 2>&-; sleep 0.3; exit 3") }
        #expect(refusal?.says("exit code 3") == true)
        #expect(Packages.refusal { try run("kill -9 $$") }?.says("a signal ended it") == true)
    }

    @Test func `one that does not read its input ends no one else`() throws {
        let repository = try repository(
            """
            case "$*" in
              *ls-remote*) seq -f '1111111111111111111111111111111111111111\trefs/heads/a%06.0f' 9000 ;;
              *) exit 1 ;;
            esac
            """)
        #expect(Packages.refusal { try repository.fetch() }?.says("exit code 1") == true)
    }

    @Test func `it has nothing of ours but its environment and three streams`() throws {
        _ = try run(
            """
            exec >$OUT
            ls /proc/self/fd | wc -l
            grep SigBlk /proc/self/status
            grep SigIgn /proc/self/status | tail -c 8
            (: </dev/tty) 2>/dev/null && echo terminal
            readlink /proc/self/fd/0
            ulimit -c
            env | grep -E '^(GIT|LC_ALL|SSH|KEPT|HOME)' | sort
            printf '%s\\n' "$@"
            """,
            [
                "GIT_DIR": "/x", "GIT_SSH_COMMAND": "ssh -v", "SSH_AUTH_SOCK": "/agent",
                "KEPT": "yes", "HOME": "/h", "GIT_CONFIG_COUNT": "0", "GIT_TERMINAL_PROMPT": "1",
                "GIT_ALLOW_PROTOCOL": "https:ext:ssh:fd", "GIT_ALLOC_LIMIT": "0",
            ])
        // The list is read through a stream of its own; of the signals that programs use, only
        // SIGXFSZ is ignored.
        try Golden.compare(
            out, with: Repository.path("Tests/PluginPackagesTests/Goldens/surroundings.txt"))
    }

    @Test func `a secret in what git says is not shown`() throws {
        let refusal = Packages.refusal {
            try run(
                """
                echo "fatal: unable to access 'https://x:ghs_secret@example.com/r/': 403" >&2
                exit 128
                """)
        }
        #expect(refusal?.says("'https://example.com/r/': 403") == true)
        #expect(refusal?.says("secret") == false)
    }

    @Test func `lines that a terminal would obey are shown`() throws {
        let refusal = Packages.refusal {
            try run("printf 'fatal: \\033[2Jremote says ##[error]\\n' >&2; exit 1")
        }
        #expect(refusal?.message.utf8.allSatisfy { $0 >= 0x20 } == true)
    }

    @Test func `refs that git would not have are passed over`() throws {
        let id = String(repeating: "1", count: 40)
        let names = [
            "refs/tags/v1", "refs/tags/v1^{}", "refs/tags/../../config", "refs/tags/a b",
            "refs/heads/-x", "refs/heads/x.lock", "refs/heads/.x", "HEAD", "refs/pull/1/head",
            "refs/heads/a:refs/heads/b", "refs/heads/*", "refs/tags/", "refs/heads/a//b",
        ]
        try folder.write(
            "list", names.map { "\(id)\t\($0)\n" }.joined() + "nonsense\n\n1\trefs/tags/x\n")
        let refs = try run("cat \(folder.path("list").path)")
        #expect(refs.tags.map(\.name) == ["v1"])
        #expect(refs.branches.isEmpty)
    }

    @Test func `a machine without git is told what to do`() throws {
        for path in ["", "relative:.", folder.url.path] {
            let repository = GitRepository(
                try PackageURL("https://example.invalid/rules", from: "/"),
                folder: folder.path("mirror").path,
                git: Git(environment: GitEnvironment(["PATH": path])))
            let refusal = try #require(Packages.refusal { try repository.remoteRefs() })
            #expect(refusal.kind == .unavailable && refusal.says("install it"))
        }
    }

    @Test func `no descriptor is left behind`() throws {
        let repository = try repository("exit 0")
        _ = try repository.remoteRefs()
        func count() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        }
        // Other tests open and close some meanwhile.
        let before = try count()
        for _ in 0..<50 { _ = try repository.remoteRefs() }
        #expect(try count() < before + 40)
    }
}
