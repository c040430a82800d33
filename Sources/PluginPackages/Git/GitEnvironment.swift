/// The environment that git is started in: what surrounds us, without what would point it at another
/// repository. What makes private hosts work is kept: the user's configuration, also that in
/// variables, keys, proxies, programs that give passwords.
package struct GitEnvironment: Sendable {
    /// `NAME=value`, each, as the system has them: they need not be UTF-8.
    private let variables: [[UInt8]]

    /// - Parameter variables: `NAME=value`, each.
    package init(_ variables: [[UInt8]]) { self.variables = variables }

    package init(_ variables: [String: String]) {
        self.init(
            variables.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { Array("\($0)=\($1)".utf8) })
    }

    /// That of this process.
    package static var surroundings: GitEnvironment { GitEnvironment(RunningProgram.surroundings) }

    /// What is not handed on: `git rev-parse --local-env-vars` (without those that hold settings), and
    /// what changes how a path or an object is read.
    private static let removed: Set<String> = [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_OBJECT_DIRECTORY", "GIT_DIR",
        "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_INDEX_FILE",
        "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
        "GIT_COMMON_DIR", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_QUARANTINE_PATH",
        "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS", "GIT_ALLOW_PROTOCOL", "GIT_TERMINAL_PROMPT", "GIT_ALLOC_LIMIT",
        "GIT_DEFAULT_HASH", "GIT_REDIRECT_STDIN", "GIT_REDIRECT_STDOUT", "GIT_REDIRECT_STDERR",
        "GIT_FLUSH", "GIT_ADVICE", "LC_ALL", "LANGUAGE",
    ]

    /// - Parameter asks: may git and ssh ask at the terminal?
    func entries(for repository: String?, asks: Bool) -> [[UInt8]] {
        var entries = variables.filter { entry in
            let name = String(decoding: entry.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
            return !Self.removed.contains(name)
        }
        entries += Self.added.map { Array($0.utf8) }
        // Named here, so that a file `commondir` in a mirror leads nowhere.
        if let repository { entries.append(Array("GIT_COMMON_DIR=\(repository)".utf8)) }
        if !asks { entries.append(Array("GIT_TERMINAL_PROMPT=0".utf8)) }
        if let allowed = value("GIT_ALLOW_PROTOCOL") {
            let names = String(decoding: allowed, as: UTF8.self).split(separator: ":")
                .filter { $0 != "ext" && $0 != "fd" }
            entries.append(Array("GIT_ALLOW_PROTOCOL=\(names.joined(separator: ":"))".utf8))
        }
        return entries
    }

    /// Messages that we can read; no object that stands in for another; no single piece of memory
    /// that a small file could ask for.
    private static let added = [
        "LC_ALL=C", "GIT_NO_REPLACE_OBJECTS=1", "GIT_ALLOC_LIMIT=512m", "GIT_OPTIONAL_LOCKS=0",
        "GIT_LITERAL_PATHSPECS=1",
    ]

    /// The folders that programs are looked for in.
    var path: [UInt8] { value("PATH") ?? Array("/usr/local/bin:/usr/bin:/bin".utf8) }

    private func value(_ name: String) -> [UInt8]? {
        let start = Array("\(name)=".utf8)
        return variables.first { $0.starts(with: start) }.map { Array($0.dropFirst(start.count)) }
    }
}
