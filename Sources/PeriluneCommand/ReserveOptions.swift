internal import ArgumentParser
internal import Perilune
internal import SpecPlugins

/// Which ids are taken that no spec here has.
struct ReserveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Take all ids in this file to be given, FR-12 and FR-10..FR-20, as those of other \
            branches; repeatable.
            """, valueName: "file"))
    var reserve: [String] = []

    func ids() throws(Problems) -> ReservedIds {
        let files: [String]
        do throws(Problem) {
            files = try reserve.map { path throws(Problem) in try StartFolder.path(path) }
        } catch {
            throw Problems(error)
        }
        return try ReservedIds(files: files)
    }
}
