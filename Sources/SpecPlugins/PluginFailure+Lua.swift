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
    }

    /// The same failure with the thing at hand.
    func at(_ place: Place?, in specs: [Spec]) -> PluginFailure {
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

    private static func place(
        _ failure: LuaFailure, below prefix: String
    ) -> (file: String, line: Int?)? {
        if let chunk = failure.chunk, chunk.hasPrefix(prefix) {
            return (String(chunk.dropFirst(prefix.count)), failure.line)
        }
        for entry in failure.traceback where entry.hasPrefix(prefix) {
            let parts = entry.dropFirst(prefix.count).split(separator: ":", maxSplits: 2)
            if parts.count >= 2, let line = Int(parts[1]) { return (String(parts[0]), line) }
        }
        return nil
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
