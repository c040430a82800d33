package import SpecPlugins

/// What the bundled plugins are, as each said when the product was built (`Sources/PluginIndexing`).
package enum BundledRecords {
    /// The record of one; nil where there is none.
    package static func of(_ plugin: String) -> BundledRecord? {
        all[plugin].flatMap(BundledRecord.init)
    }
}
