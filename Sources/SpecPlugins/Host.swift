internal import LuaSandbox

/// The Lua side of this target: the objects plugins see, the runners and the libraries.
enum Host {
    /// In the order that they need each other.
    private static let order = [
        "failing", "text", "plain", "csv", "json", "json_decode", "date", "places", "items",
        "sections", "specs", "report", "record", "checks", "transforms", "exports",
    ]

    /// No plugin has a `:` in its name, so no plugin's file can pass for one of these.
    static let prefix = "perilune:"

    /// Compiled by the first plugin of the process.
    private static let code = Result { () throws(LuaFailure) in
        let files = Bundled.files(below: "host")
        return try HostCode(
            order.compactMap { name in
                files.first { $0.path == name + ".lua" }
                    .map { Chunk(name: prefix + $0.path, source: $0.bytes) }
            })
    }

    /// Item kinds, the names of their fields, and which of these names an item.
    private static func vocabulary(_ subjects: Subjects) -> Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            for kind in subjects.kinds {
                builder.key(kind.name)
                builder.record { builder in
                    builder.strings("fields", kind.fields)
                    builder.text("title", subjects.names[kind.name])
                }
            }
        }
        return builder.finish()
    }

    /// A sandbox in which a plugin is loaded. Each full MiB of frames raises its limits: tables made
    /// from a frame are about four times its size. Small workspaces all have the same limits.
    static func open(
        _ files: PluginFiles, entry: String, _ subjects: Subjects, frames bytes: Int = 0
    ) throws(LuaFailure) -> Sandbox {
        var limits = Limits()
        let mebibytes = bytes >> 20
        limits.memory += mebibytes * 6 << 20
        limits.fuel += mebibytes * 200_000_000
        limits.deadline += Double(mebibytes) * 10
        var sandbox = try Sandbox(limits: limits, host: code.get())
        _ = try sandbox.call("vocabulary", [vocabulary(subjects)])
        let scripts = files.files.filter { $0.path.hasSuffix(".lua") }.map {
            Chunk(name: files.name + "/" + $0.path, source: $0.bytes)
        }
        let main = scripts.first { $0.name == files.name + "/" + entry }
        try sandbox.load(
            entry: main ?? Chunk(name: files.name + "/" + entry, source: []), modules: scripts)
        return sandbox
    }
}
