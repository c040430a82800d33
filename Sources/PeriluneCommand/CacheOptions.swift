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
        cache ? Self.results(of: workspace) : nil
    }

    /// The same, where it is wanted; nil where nobody could tell what another program has kept.
    static func results(of workspace: Workspace) -> ResultCache? {
        Platform.product.map { ResultCache(of: workspace, product: $0) }
    }
}
