internal import SpecPlugins
internal import Yaml

/// What the plugins of a configuration are given of what they ask for.
struct GrantReader {
    /// Bytes that all plugins together are given.
    private static let mostBytes = 128 << 20

    /// The workspace's folder, absolute.
    let root: String
    /// What grants are for that nobody asks for.
    private(set) var problems: [Problem] = []
    private var bytesLeft = mostBytes

    init(root: String) { self.root = root }

    /// What a plugin asks for and what it is granted, without the values.
    mutating func grant(
        _ requested: PlacedPermissions, to source: Configuration.Placed<PluginSource>
    ) -> PluginGrant {
        let (name, granted) = (source.setting.name, source.setting.grant)
        let requested = requested.permissions
        if let inputs = source.setting.inputs {
            return PluginGrant(requested: requested, holding: inputs.files, inputs.variables)
        }
        for entry in granted.entries where !requested.meets(entry) {
            problems.append(
                Problem(
                    "the plugin \"\(name.name)\" does not ask \(entry.kind.verb) "
                        + "\"\(entry.text)\"" + Self.hint(entry, requested[entry.kind]),
                    path: source.path, line: entry.mark.line, column: entry.mark.column))
        }
        let place = source.path.map { "\(name.name) in \($0), line \(name.mark.line)" }
        return PluginGrant(
            requested: requested, granted: granted.permissions, place: place ?? "")
    }

    /// What it asks for instead.
    private static func hint(_ entry: PlacedPermissions.Entry, _ requested: [String]) -> String {
        if requested.isEmpty { return ": its plugin.yml requests no such permission" }
        return suggestion(for: entry.text, among: requested)
    }

    /// Reads the values of a grant.
    mutating func read(_ grant: PluginGrant) throws(Problem) -> PluginGrant {
        var grant = grant
        for name in grant.effective.env {
            guard let value = Environment.value(of: name) else { continue }
            grant.variables.append(PluginGrant.Variable(name: name, value: value))
        }
        let most = min(PluginGrant.mostBytes, bytesLeft)
        guard grant.bytes <= most else { throw GrantedFiles.tooLarge }
        if grant.refusal == nil {
            grant.files = try GrantedFiles(
                of: grant, below: root, mostBytes: most - grant.bytes
            ).files
        }
        bytesLeft -= grant.bytes
        return grant
    }
}

extension Permissions {
    fileprivate func meets(_ entry: PlacedPermissions.Entry) -> Bool {
        meet(entry.text, entry.kind)
    }
}

extension Permissions.Kind {
    fileprivate var verb: String {
        switch self {
        case .read: "to read"
        case .write: "to write"
        case .env: "for the variable"
        }
    }
}
