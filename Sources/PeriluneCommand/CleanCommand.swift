internal import ArgumentParser
internal import Perilune

struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Remove .perilune/cache, and say how much that was.",
        discussion: """
            What is kept there of checks and of steps of pipelines saves time and nothing else: without
            it, the next run does all of its work and keeps it anew. Nothing else is removed, and no
            configuration is needed.

            EXAMPLES
              perilune clean
              perilune clean --root ../other
            """)

    @Option(
        help: ArgumentHelp(
            "Clean the workspace of this folder instead of the current one.", valueName: "folder"))
    var root: String?

    @Option(
        help: ArgumentHelp(
            "Clean the workspace of this configuration instead of the nearest perilune.yml.",
            valueName: "file"))
    var config: String?

    @Flag(name: .shortAndLong, help: "Say nothing where all went well.")
    var quiet = false

    func run() throws {
        if let root { try StartFolder.leave(for: root) }
        var workspaces = try Workspaces(
            try config.map { path throws(Problem) in .file(try StartFolder.path(path)) } ?? .nearest
        )
        let removed = try workspaces.cacheFolder().remove()
        if quiet { return }
        let text =
            removed.map { "removed .perilune/cache: \($0)" }
            ?? "there is no .perilune/cache to remove"
        Terminal.error.write("perilune: \(text)\n")
    }
}
