internal import Globs
internal import Printable

/// What one plugin is given beside specs: what it asks for *and* somebody grants, as values. Whoever
/// may read files has read them; the plugin sees copies.
public struct PluginGrant: Sendable, Equatable {
    /// A variable of the environment that is set.
    public struct Variable: Sendable, Equatable {
        public var name: String
        /// Whatever bytes it holds.
        public var value: [UInt8]

        public init(name: String, value: [UInt8]) {
            self.name = name
            self.value = value
        }
    }

    /// What its `plugin.yml` asks for.
    public var requested: Permissions
    /// What the workspace grants.
    public var granted: Permissions
    /// Where a grant for it stands, or would: `acme-rules in perilune.yml, line 4`.
    public var place: String
    /// Why it has nothing although that is granted, in words that follow a colon; nil where it has.
    public var refusal: String?
    /// The files that it may read, by paths below the workspace's folder, sorted by their bytes.
    public var files: [PluginFiles.File] = []
    /// The variables that it may read and that are set, sorted by the bytes of their names.
    public var variables: [Variable] = []

    /// - Parameter place: where a grant for it stands, or would.
    public init(
        requested: Permissions = Permissions(), granted: Permissions = Permissions(),
        place: String = ""
    ) {
        self.requested = requested
        self.granted = granted
        self.place = place
    }

    /// All that is asked for is granted, of some files and variables.
    /// - Parameters:
    ///   - files: sorted by the bytes of their paths.
    ///   - variables: sorted by the bytes of their names.
    package init(
        requested: Permissions, holding files: [PluginFiles.File], _ variables: [Variable]
    ) {
        self.init(requested: requested, granted: requested)
        self.files = files.filter { requested.match($0.path, .read) }
        self.variables = variables.filter { requested.meet($0.name, .env) }
    }

    /// What it has of all that it asks for, for people to see; of patterns an upper bound, for it has
    /// what matches one that is requested and one that is granted.
    public var effective: Permissions {
        refusal == nil ? requested.narrowed(by: granted) : Permissions()
    }

    /// How many bytes of files and values it holds.
    package var bytes: Int {
        files.reduce(0) { $0 + $1.bytes.count } + variables.reduce(0) { $0 + $1.value.count }
    }

    /// The most files that one plugin is given, and their bytes together with those of variables.
    public static let mostFiles = 2_000
    public static let mostBytes = 16 << 20
}

extension PluginGrant {
    /// May the plugin have a file or a variable of this name, be it there or not?
    package func allows(_ name: String, _ kind: Permissions.Kind) -> Bool {
        refusal == nil && isAskedFor(name, kind) && isGranted(name, kind)
    }

    private func isAskedFor(_ name: String, _ kind: Permissions.Kind) -> Bool {
        kind == .env ? requested.meet(name, kind) : requested.match(name, kind)
    }

    private func isGranted(_ name: String, _ kind: Permissions.Kind) -> Bool {
        kind == .env ? granted.meet(name, kind) : granted.match(name, kind)
    }

    /// Why a plugin may not have something, and what would allow it; nil where it may.
    func denial(of name: String, _ kind: Permissions.Kind) -> String? {
        denial(
            of: name, kind, isAskedFor: isAskedFor(name, kind), isGranted: isGranted(name, kind))
    }

    /// The same of a pattern, none of whose files a plugin may have.
    func denial(ofPattern pattern: String) -> String? {
        denial(
            of: pattern, .read, isAskedFor: requested.meet(pattern, .read),
            isGranted: granted.meet(pattern, .read))
    }

    private func denial(
        of name: String, _ kind: Permissions.Kind, isAskedFor: Bool, isGranted: Bool
    ) -> String? {
        let shown = String(name.unicodeScalars.prefix(200)).printable
        let entry = kind == .env ? shown : "\"\(shown)\""
        if !isAskedFor {
            return "\"\(shown)\" is not requested; add \(entry) to \"\(kind.rawValue)\" below "
                + "\"permissions\" in plugin.yml"
        }
        if !isGranted {
            let added =
                granted.isEmpty
                ? "grant: { \(kind.rawValue): [\(entry)] } to the plugin"
                : "\(entry) to \"\(kind.rawValue)\" of the grant to"
            return "\"\(shown)\" is not granted"
                + (place.isEmpty ? ", and nobody can grant it here" : "; add \(added) \(place)")
        }
        return refusal.map { "\"\(shown)\" is not granted: \($0)" }
    }

    /// The file of a path; nil where there is none.
    func file(_ path: String) -> PluginFiles.File? {
        var (low, high) = (0, files.count)
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < files.count, files[low].path.utf8.elementsEqual(path.utf8) else { return nil }
        return files[low]
    }

    func variable(_ name: String) -> Variable? {
        variables.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}
