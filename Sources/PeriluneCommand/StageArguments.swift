internal import Perilune

/// Tells names from paths where a command takes both: `export risks issues docs`.
struct StageArguments {
    var names: [String] = []
    var paths: [String] = []

    /// Arguments are names as long as they name something that is known here, or nothing that
    /// could be a path; from the first path on all are paths.
    init(_ arguments: [String], isKnown: (String) -> Bool) {
        for argument in arguments {
            let isName = paths.isEmpty && (isKnown(argument) || !Self.couldBePath(argument))
            if isName { names.append(argument) } else { paths.append(argument) }
        }
    }

    private static func couldBePath(_ argument: String) -> Bool {
        argument == "-" || argument.utf8.contains { "*?[.".utf8.contains($0) }
            || Files.status(argument) != nil
    }
}
