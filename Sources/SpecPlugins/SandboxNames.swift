internal import LuaSandbox

/// What a plugin finds in its sandbox: asked of a sandbox, so it is what was registered there.
package struct SandboxNames: Sendable {
    /// A global, and what is in it where it is a table.
    package struct Global: Sendable {
        package var name: String
        /// Sorted; empty of what is no table.
        package var fields: [String]
    }

    /// Sorted by name; without `_G`, which holds them all.
    package let globals: [Global]

    /// Opens a sandbox and looks around.
    package init() throws(PluginFailure) {
        // A plugin whose record is all that it sees: the host describes records as data.
        let files = PluginFiles(
            name: "names", root: "names",
            files: [.init(path: "init.lua", bytes: Array("return _G".utf8))])
        do throws(LuaFailure) {
            var sandbox = try Host.open(
                files, entry: "init.lua", .builtIn, PluginLimits(), today: nil)
            globals = Self.fields(try sandbox.call("describe", [])).compactMap { global in
                guard let name = global["name"]?.string, name != "_G" else { return nil }
                let fields = Self.fields(global).compactMap { $0["name"]?.string }
                return Global(name: name, fields: fields.sorted())
            }.sorted { $0.name < $1.name }
        } catch {
            throw PluginFailure(error, plugin: files.name)
        }
    }

    private static func fields(_ value: LuaValue) -> [LuaValue] { value["entries"]?.list ?? [] }
}
