import Foundation
import TestSupport

/// A Markdown page whose console blocks are run.
///
/// A fence whose second word is a path (` ```yaml perilune.yml`) puts that file into the folder
/// that the commands run in. In a `console` fence a line after `$ ` is given to one shell for the
/// whole fence, and the lines below it are what it printed, both streams together, without the
/// carriage returns of CSV.
struct Document {
    let file: URL

    /// The page as it would stand if every command had been run just now.
    func played(in folder: TemporaryFolder) throws -> String {
        var result: [String] = []
        var fence: (mark: Substring, info: [Substring], body: [String])?
        for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
            guard let open = fence else {
                result.append(line)
                if let match = line.wholeMatch(of: /(```+)(\S.*)/) {
                    fence = (match.output.1, match.output.2.split(separator: " "), [])
                }
                continue
            }
            if line == open.mark {
                result += try play(open.info, open.body, in: folder) + [line]
                fence = nil
            } else {
                fence?.body.append(line)
            }
        }
        return result.joined(separator: "\n")
    }

    private func play(
        _ info: [Substring], _ body: [String], in folder: TemporaryFolder
    ) throws -> [String] {
        if info.count == 2 {
            try folder.write(String(info[1]), body.map { $0 + "\n" }.joined())
        }
        guard info.first == "console" else { return body }
        let commands = body.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
        // A record separator follows each command's output; the status goes on to the next.
        let script = commands.map { "{ \($0)\n} 2>&1; s=$?; printf '\\036'; (exit $s)\n" }.joined()
        let run = try Console.shell(
            script, in: folder.url,
            environment: GitSource.environment.merging([
                "XDG_STATE_HOME": folder.path(".state").path,
                "XDG_CACHE_HOME": folder.path(".cache").path,
            ]) { $1 })
        let outputs = run.output.replacing("\r\n", with: "\n")
            .split(separator: "\u{1e}", omittingEmptySubsequences: false)
        return zip(commands, outputs).flatMap { command, output in
            var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.last == "" { lines.removeLast() }
            return ["$ " + command] + lines.map(String.init)
        }
    }
}
