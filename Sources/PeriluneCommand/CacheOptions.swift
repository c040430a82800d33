internal import ArgumentParser
internal import Perilune

/// Whether what checks said is kept.
struct CacheOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: """
            Keep what the checks say of each spec in .perilune/cache, and check again only what has \
            changed.
            """)
    var cache = true

    /// What checks of a workspace said; nil where that is not wanted.
    func results(of workspace: Workspace) -> ResultCache? {
        cache ? ResultCache(of: workspace, product: Platform.product) : nil
    }
}
