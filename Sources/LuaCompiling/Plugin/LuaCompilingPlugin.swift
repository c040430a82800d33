import Foundation
import PackagePlugin

/// Compiles the Lua inside the executable, for Perilune to hold as literals.
@main
struct LuaCompilingPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let code = context.pluginWorkDirectoryURL.appending(path: "BundledLua+All.swift")
        // The sources are part of the executable: where one changes, it does.
        return [
            .buildCommand(
                displayName: "Compiling the bundled Lua",
                executable: try context.tool(named: "lua-compiler").url,
                arguments: [code.path], inputFiles: [], outputFiles: [code])
        ]
    }
}
