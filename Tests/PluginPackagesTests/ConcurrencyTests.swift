import Foundation
import PluginPackages
import TestSupport
import Testing

/// Several processes with one mirror, and processes that end in the middle.
struct ConcurrencyTests {
    let folder: TemporaryFolder
    let source: GitSource
    let commit: String
    private let fixture = Console.built("package-fixture").path

    init() throws {
        folder = try TemporaryFolder()
        source = try GitSource(folder.path("source"))
        commit = try source.commit(Packages.small, tag: "v1.0.0")
    }

    private var mirror: String { folder.path("mirror").path }

    private func fetch() throws -> String {
        let run = try Console.run(
            fixture, [source.folder.path, mirror], environment: GitSource.environment)
        return run.output + run.errors
    }

    @Test func `eight at once come to the same, whether or not there is a mirror`() throws {
        let line =
            "for n in 1 2 3 4 5 6 7 8; do '\(fixture)' '\(source.folder.path)' '\(mirror)' & done; wait"
        for round in 0..<3 {
            if round == 2 { try source.git("tag", "more") }
            let run = try Console.shell(line, environment: GitSource.environment)
            #expect(run.output == String(repeating: commit + "\n", count: 8), "round \(round)")
        }
    }

    @Test func `a mirror may be removed while others use it`() throws {
        let line = """
            for n in 1 2 3 4 5 6 7 8; do
              '\(fixture)' '\(source.folder.path)' '\(mirror)' & rm -rf '\(mirror)'
            done; wait
            """
        let run = try Console.shell(line, environment: GitSource.environment)
        // One that reads what was just removed says so; none finds half of it.
        for line in run.output.split(separator: "\n") {
            #expect(line == commit || line.hasPrefix("refused: "), "\(line)")
        }
        #expect(try fetch() == commit + "\n")
    }

    /// A `git` that fetches half and then takes its time.
    private func slowGit() throws -> [String: String] {
        let bin = try Packages.fakeGit(
            """
            #!/bin/sh
            for word in "$@"; do
              case "$word" in
                --git-dir=*) dir=${word#--git-dir=} ;;
                fetch)
                  mkdir -p "$dir/objects/pack" "$dir/refs/tags"
                  echo half > "$dir/objects/pack/tmp_pack_x"
                  echo half > "$dir/refs/tags/v1.0.0.lock"
                  echo half > "$dir/packed-refs.lock"
                  echo $$ > '\(folder.path("pid").path)'
                  exec sleep 1000 ;;
              esac
            done
            PATH=/usr/local/bin:/usr/bin:/bin exec git "$@"
            """, in: folder)
        return GitSource.environment.merging(["PATH": "\(bin):/usr/bin:/bin"]) { $1 }
    }

    /// The number of the git that takes its time, once it is there.
    private var number: Int32? {
        let text = try? String(contentsOf: folder.path("pid"), encoding: .utf8)
        return text.flatMap { $0.hasSuffix("\n") ? Int32($0.dropLast()) : nil }
    }

    private func waitForEnd(of number: Int32) -> Bool {
        for _ in 0..<500 {
            let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
            if stat == nil || stat?.contains(") Z ") == true { return true }
            usleep(10_000)
        }
        return false
    }

    @Test(arguments: [SIGKILL, SIGINT, SIGTERM, SIGHUP])
    func `what ends a fetch ends git, and the next fetch makes the mirror whole`(
        _ signal: Int32
    ) throws {
        let run = try Console.run(
            fixture, [source.folder.path, mirror], in: folder.url, environment: slowGit(),
            sending: signal, when: { number != nil })
        #expect(run.ending == .signalled(signal))
        #expect(waitForEnd(of: try #require(number)))
        #expect(
            FileManager.default.fileExists(
                atPath: mirror + "/repository/objects/pack/tmp_pack_x"))
        #expect(try fetch() == commit + "\n")
        #expect(
            !FileManager.default.fileExists(
                atPath: mirror + "/repository/objects/pack/tmp_pack_x"))
    }
}
