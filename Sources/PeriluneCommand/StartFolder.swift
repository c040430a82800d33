internal import Perilune

/// The folder that the command line is written from: files that options name are seen from it,
/// also where `--root` has specs be looked for elsewhere.
enum StartFolder {
    private static let start = Result { () throws(Problem) in try Files.currentFolder() }

    /// Goes to the folder of `--root`, from wherever it was gone to.
    static func leave(for root: String) throws(Problem) {
        let folder = Path.join(try start.get(), root)
        do throws(Problem) {
            try Files.enter(folder)
        } catch {
            throw Problem(error.message, path: root)
        }
    }

    /// A path that is seen from the current folder, as the command line sees it.
    static func shown(_ path: String) throws(Problem) -> String {
        let start = try start.get()
        let current = try Files.currentFolder()
        if start == current || Path.isAbsolute(path) { return path }
        return Path.relative(Path.join(current, path), to: start)
    }

    /// A file of an option as it is seen now.
    static func path(_ given: String) throws(Problem) -> String {
        let start = try start.get()
        let current = try Files.currentFolder()
        if start == current || given == "-" || Path.isAbsolute(given) { return given }
        return Path.relative(Path.join(start, given), to: current)
    }
}
