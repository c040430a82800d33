internal import EmbeddedFiles
internal import LuaSandbox

/// The Lua side of this target: the objects plugins see, the runners and the libraries.
enum Host {
    /// In the order that they need each other.
    private static let order = [
        "failing", "text", "plain", "date", "places", "items", "sections", "schema", "specs",
        "report", "record", "checks", "late",
    ]
    /// The others run where somebody first calls one of their functions: most never do.

    /// No plugin has a `:` in its name, so no plugin's file can pass for one of these.
    static let prefix = "perilune:"

    private static let code = Result { () throws(LuaFailure) in
        let chunks = EmbeddedFile.all(below: "host").map(CompiledLua.host)
        let names = order.map { prefix + $0 + ".lua" }
        return try HostCode(
            names.compactMap { name in chunks.first { $0.name == name } },
            late: chunks.filter { !names.contains($0.name) })
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

    /// What the libraries themselves hold a plugin to.
    private static func limits(_ limits: PluginLimits) -> Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            for name in [PluginLimits.Name.edits, .findings, .message, .result] {
                builder.key(name.rawValue)
                builder.integer(limits[name])
            }
        }
        return builder.finish()
    }

    /// Which day it is said to be.
    private static func today(_ day: String?) -> Frame {
        var builder = FrameBuilder()
        builder.record { $0.text("day", day) }
        return builder.finish()
    }

    /// A sandbox in which a plugin is loaded, for frames of so many bytes.
    static func open(_ plugin: Plugin, frames bytes: Int = 0) throws(LuaFailure) -> Sandbox {
        try open(
            plugin.files, entry: plugin.entry, plugin.subjects, plugin.limits,
            today: plugin.today, frames: bytes)
    }

    static func open(
        _ files: PluginFiles, entry: String, _ subjects: Subjects, _ limits: PluginLimits,
        today: String?, frames bytes: Int = 0
    ) throws(LuaFailure) -> Sandbox {
        var sandbox = try Sandbox(limits: Limits(limits, frames: bytes), host: code.get())
        try settle(&sandbox, subjects, limits, today: today)
        try load(files, entry: entry, into: &sandbox)
        return sandbox
    }

    /// A trial in which one plugin is loaded, or several that share it, for frames of so many bytes.
    static func openTrial(
        _ plugins: [Plugin], frames bytes: Int = 0
    ) throws(LuaFailure) -> Sandbox {
        let first = plugins[0]
        var sandbox = try Sandbox(trial: Limits(first.limits, frames: bytes), host: code.get())
        // What all of them find is counted together; `CheckTrial` looks at what each did.
        var limits = first.limits
        limits[.findings] *= plugins.count
        try settle(&sandbox, first.subjects, limits, today: first.today)
        if plugins.count == 1 {
            try load(first.files, entry: first.entry, into: &sandbox)
            return sandbox
        }
        // Each is a library of a plugin that is nothing beside them.
        var source = "return {"
        for plugin in plugins {
            source += " [\"\(plugin.name)\"] = require \"\(module(plugin))\","
        }
        source += " }"
        try sandbox.load(
            entry: Chunk(name: "\(prefix)all/init.lua", source: Array(source.utf8)),
            modules: plugins.flatMap { scripts($0.files) })
        return sandbox
    }

    /// What `require` calls the entry of a plugin that is a library.
    private static func module(_ plugin: Plugin) -> String {
        let path = (plugin.name + "/" + plugin.entry).utf8.dropLast(".lua".utf8.count)
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        return String(decoding: path.map { $0 == slash ? dot : $0 }, as: UTF8.self)
    }

    private static func settle(
        _ sandbox: inout Sandbox, _ subjects: Subjects, _ limits: PluginLimits, today: String?
    ) throws(LuaFailure) {
        _ = try sandbox.call(
            "settle", [vocabulary(subjects), Self.limits(limits), Self.today(today)])
    }

    private static func load(
        _ files: PluginFiles, entry: String, into sandbox: inout Sandbox
    ) throws(LuaFailure) {
        let scripts = ([files] + files.libraries).flatMap(scripts)
        let main = scripts.first { $0.name == files.name + "/" + entry }
        try sandbox.load(
            entry: main ?? Chunk(name: files.name + "/" + entry, source: []), modules: scripts)
    }

    private static func scripts(_ files: PluginFiles) -> [Chunk] {
        files.files.filter { $0.path.hasSuffix(".lua") }.map {
            CompiledLua.plugin(files.name + "/" + $0.path, $0)
        }
    }
}
