internal import Perilune

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// `perilune check --watch`: checks, waits until something is other than it was, and checks again.
/// With what is kept in the cache, that costs what has changed.
struct CheckWatch {
    private static let mostTries = 4

    private let command: Check
    private var last: Round?
    /// What the last check asked of the disk.
    private var links: [LinkedFile] = []

    /// What is to be checked at one moment, or what keeps it from being.
    private struct Round {
        var input: Result<CheckInput, any Error>
        /// Of files that decide what is said.
        var files: FileMoment
        /// Where they are, and where others may come to be.
        var folders: Set<String>

        /// What is wrong, as it is shown; nil where nothing is.
        var problem: String? {
            if case .failure(let error) = input { "\(error)" } else { nil }
        }
    }

    init(_ command: Check) { self.command = command }

    /// Goes on until somebody ends it, which is how it is meant to end.
    mutating func run() throws -> Never {
        signal(SIGINT) { _ in _exit(Exit.clean.rawValue) }
        let watch = try FolderWatch()
        var tries = 0
        while true {
            let round = look()
            let isFollowed = try watch.follow(round.folders.union(folders(of: links)))
            // What happens during a look may be half in it; where something happens all the time, one
            // look must do.
            let isQuiet = try !watch.settle()
            tries += 1
            if tries < Self.mostTries, !isFollowed || !isQuiet { continue }
            tries = 0
            if isNew(round) {
                show(round)
                last = round
            } else {
                try watch.wait()
            }
        }
    }

    private func look() -> Round {
        do {
            let input = try command.documents()
            return Round(
                input: .success(input), files: FileMoment(of: input.selection.inputFiles),
                folders: input.selection.inputFolders)
        } catch {
            // What is wrong may be mended where something was before.
            var folders = last?.folders ?? []
            folders.insert(".")
            return Round(input: .failure(error), files: FileMoment(of: []), folders: folders)
        }
    }

    private func isNew(_ round: Round) -> Bool {
        guard let last else { return true }
        return round.problem != last.problem || round.files != last.files
            || !links.allSatisfy(\.isAsItWas)
    }

    private func folders(of links: [LinkedFile]) -> Set<String> {
        Set(links.filter { $0.exists != nil }.map(\.folder))
    }

    private mutating func show(_ round: Round) {
        if Terminal.output.isInteractive { Terminal.output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
        var asked: [LinkedFile] = []
        defer { links = asked }
        do {
            try command.check(try round.input.get()) { asked = $0 }
        } catch {
            Main.report(error)
        }
        command.messages.note("watching; Ctrl-C ends it")
    }
}
