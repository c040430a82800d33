internal import ArgumentParser
internal import Perilune

/// How exports take part in a build.
struct BuildOptions: ParsableArguments {
    @Flag(
        help: """
            With --out-dir: remove what an earlier run wrote there, nothing makes any more, and nobody \
            has changed since.
            """)
    var prune = false

    @Flag(help: "Leave files alone that hold the same bytes already, as ninja's restat wants it.")
    var ifChanged = false

    @Option(
        help: ArgumentHelp(
            """
            Write which files the outputs are made from: specs, configuration, plugins, templates; as \
            make and ninja read it.
            """, valueName: "file"))
    var depfile: String?

    @Option(
        help: ArgumentHelp(
            "Write this empty file when all went well, as make's target beside --if-changed.",
            valueName: "file"))
    var stamp: String?

    @Flag(
        help: """
            Write nothing; exit with 1 and print a diff on standard error where an output is not what \
            is made.
            """)
    var check = false

    @Flag(help: "Print the files that would be written, a line each, and write nothing.")
    var listOutputs = false

    func validate() throws {
        if check, listOutputs {
            throw ValidationError("--check and --list-outputs exclude each other")
        }
        for (name, isGiven) in [("--depfile", depfile != nil), ("--stamp", stamp != nil)]
        where isGiven && (check || listOutputs) {
            throw ValidationError(
                "\(name) writes a file, and \(check ? "--check" : "--list-outputs") writes none")
        }
    }

    /// Tells a build what the outputs were made from, and that all went well.
    /// - Parameters:
    ///   - outputs: as the command line sees them.
    ///   - inputs: as they are seen from the current folder.
    func finish(_ outputs: [String], from inputs: [String]) throws(Problem) {
        if let depfile {
            let targets = stamp.map { [$0] } ?? outputs
            if targets.isEmpty {
                throw Problem("--depfile needs an output: -o FILE, --out-dir, or --stamp FILE")
            }
            let text = try Depfile.text(
                targets: targets,
                inputs: try inputs.map { path throws(Problem) in try StartFolder.shown(path) })
            try Files.write(text, to: try StartFolder.path(depfile))
        }
        if let stamp { try Files.write([], to: try StartFolder.path(stamp)) }
    }
}
