internal import LuaSandbox
internal import Printable
internal import SpecModel

extension PluginFailure {
    /// What went wrong in Lua, attributed to the plugin's own file and line: where host code
    /// raised it, to the innermost line of the plugin that led there.
    init(_ failure: LuaFailure, plugin: String, rule: String? = nil) {
        let place = Self.place(failure, below: plugin + "/")
        self.init(
            plugin: plugin, kind: Self.kind(failure.kind), message: failure.message.printable,
            file: place?.file, line: place?.line, rule: rule.map { plugin + "/" + $0 },
            traceback: failure.traceback.map(\.printable),
            limit: failure.limit.flatMap { PluginLimits.Name(rawValue: $0.rawValue) })
        library = place?.library
    }

    /// The same failure with the thing at hand.
    func at(_ place: Place?, in specs: SpecList) -> PluginFailure {
        guard let place else { return self }
        var result = self
        let spec = specs[place.spec]
        result.spec = spec.path
        result.specLine = spec.source.position(at: place.range(in: specs).start).line
        return result
    }

    private static func kind(_ kind: LuaFailure.Kind) -> Kind {
        switch kind {
        case .syntax: .syntax
        case .runtime: .runtime
        case .limit: .limit
        case .denied: .denied
        case .shape: .shape
        }
    }

    /// A line of code: where the failure is if that is the plugin's or a library's, else the innermost
    /// line of theirs that led there.
    private static func place(
        _ failure: LuaFailure, below prefix: String
    ) -> (library: String?, file: String, line: Int?)? {
        if let chunk = failure.chunk, let (library, file) = file(of: chunk, below: prefix) {
            return (library, file, failure.line)
        }
        for entry in failure.traceback {
            guard let (library, rest) = file(of: entry, below: prefix) else { continue }
            let parts = rest.split(separator: ":", maxSplits: 2)
            if parts.count >= 2, let line = Int(parts[1]) {
                return (library, String(parts[0]), line)
            }
        }
        return nil
    }

    /// `team-lib/levels.lua` of a library, `demo/init.lua` of the plugin; nil of the host's.
    private static func file(
        of chunk: String, below prefix: String
    ) -> (library: String?, file: String)? {
        if chunk.hasPrefix(prefix) { return (nil, String(chunk.dropFirst(prefix.count))) }
        guard !chunk.hasPrefix(Host.prefix),
            let slash = chunk.utf8.firstIndex(of: UInt8(ascii: "/"))
        else { return nil }
        let library = String(chunk[..<slash])
        guard library.isKebabCase else { return nil }
        return (library, String(chunk[slash...].dropFirst()))
    }
}

extension LuaFailure {
    /// A failure that the host's runner caught and gave back as a record.
    init(caught value: LuaValue) {
        self.init(
            kind: value["kind"]?.string.flatMap(Kind.init(rawValue:)) ?? .runtime,
            message: value["message"]?.string ?? "the error is not a text",
            chunk: value["chunk"]?.string, line: value["line"]?.integer.map { Int($0) },
            traceback: (value["traceback"]?.list ?? []).compactMap(\.string))
    }
}
