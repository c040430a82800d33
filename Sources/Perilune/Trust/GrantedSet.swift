public import SpecPlugins

/// The plugins of a repository itself that are granted something: who checks the repository out runs
/// code of somebody else's with files and variables of his own, and is asked once.
public struct GrantedSet: Sendable {
    public struct Member: Sendable {
        /// The name of the plugin.
        public var name: String
        /// Where its files stand, as seen from the current folder.
        public var root: String
        /// What it asks for, and is granted.
        public var grant: PluginGrant
    }

    /// By name.
    public let members: [Member]
    /// The workspace's folder, absolute.
    public let folder: String
    /// Names all files of the plugins and of their libraries, what they ask for, and what they are
    /// granted, in hexadecimal digits: of another it is another set, which nobody has looked at.
    public let digest: String

    /// - Parameter plugins: with their libraries, whatever they are granted.
    init(_ plugins: [(files: PluginFiles, grant: PluginGrant)], folder: String) {
        let plugins = plugins.filter { !$0.grant.effective.isEmpty }.sorted {
            Path.precedes($0.files.name, $1.files.name)
        }
        self.folder = folder
        members = plugins.map { Member(name: $0.files.name, root: $0.files.root, grant: $0.grant) }
        var parts: [UInt8] = []
        func add(_ name: String, _ bytes: [UInt8]) {
            parts += SHA256.digest(Array(name.utf8)) + SHA256.digest(bytes)
        }
        for (files, grant) in plugins {
            add("plugin", Array(files.name.utf8))
            add("requested", Array(grant.requested.json.utf8))
            add("granted", Array(grant.granted.json.utf8))
            for files in [files] + files.libraries {
                add("files", Array(files.name.utf8))
                for file in files.files { add(file.path, file.bytes) }
            }
        }
        digest = SHA256.hexadecimal(parts)
    }
}

/// Who says whether the plugins of a repository itself may have what its configuration grants them.
public struct Trust: Sendable {
    /// Are they trusted?
    public var isTrusted: @Sendable (GrantedSet) -> Bool
    /// What to do where they are not, to follow "it is not granted: ".
    public var advice: String

    public init(advice: String, isTrusted: @escaping @Sendable (GrantedSet) -> Bool) {
        self.advice = advice
        self.isTrusted = isTrusted
    }

    /// Whoever they are: somebody has looked at them.
    public static let everybody = Trust(advice: "") { _ in true }

    /// What somebody said on this machine.
    public static func given(in store: TrustStore) -> Trust {
        Trust(
            advice:
                "nobody trusts the plugins of this workspace with it yet; look at them, and run "
                + "perilune trust"
        ) { store.holds($0) }
    }

    /// Where nobody can be asked: what was reviewed with the lock file counts.
    /// - Parameter isLocked: does the lock file of its workspace have the set?
    public static func locked(_ isLocked: @escaping @Sendable (GrantedSet) -> Bool) -> Trust {
        Trust(
            advice:
                "where CI is set, plugins of the repository are trusted if perilune.lock has them; "
                + "run perilune plugin install, and commit it", isTrusted: isLocked)
    }
}
