import Foundation
import PackagePlugin

/// Asks the bundled plugins what they are, for Perilune to hold as literals.
@main
struct PluginIndexPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let index = context.pluginWorkDirectoryURL.appending(path: "BundledRecords+All.swift")
        // The plugins are part of the executable: where one changes, it does.
        return [
            .buildCommand(
                displayName: "Asking the bundled plugins what they are",
                executable: try context.tool(named: "plugin-indexer").url,
                arguments: [index.path], inputFiles: [], outputFiles: [index])
        ]
    }
}
