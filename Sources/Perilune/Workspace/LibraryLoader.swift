internal import SpecPlugins
internal import SpecWorkers
internal import Yaml

/// Finds the libraries that plugins require, and those that libraries require themselves. Of one name a
/// plugin has one, whoever asks for it.
struct LibraryLoader {
    /// Libraries of one plugin, and their bytes.
    private static let most = 64
    private static let mostBytes = 16 << 20

    /// The workspace's folder, absolute.
    private let root: String
    /// By `plugin/library`, the folders of those that were found, as they are shown.
    private(set) var folders: [String: String] = [:]
    /// Where manifests of strangers are read; nil for this process.
    private let pool: WorkerPool?
    /// What the lock file has; nil where nothing is shared.
    private let shared: SharedPlugins?

    init(root: String, pool: WorkerPool?, shared: SharedPlugins?) {
        self.root = root
        self.pool = pool
        self.shared = shared
    }

    /// A library that was found, or the plugin itself.
    private struct Found {
        var files: PluginFiles
        var requires: [PluginRequirement]
        var isForeign: Bool
        /// What tells it from another of its name: a folder without links, or `bundled:NAME`.
        var identity: String
        /// The name of who asked for it first.
        var requirer: String
    }

    /// - Parameters:
    ///   - files: of the plugin.
    ///   - isForeign: is it in no executable?
    mutating func libraries(
        of files: PluginFiles, _ manifest: Manifest, isForeign: Bool
    ) throws(PluginFailure) -> [PluginFiles] {
        var found = [
            Found(
                files: files, requires: manifest.requires, isForeign: isForeign, identity: "",
                requirer: files.name)
        ]
        var bytes = 0
        var next = 0
        while next < found.count {
            let requirer = found[next]
            next += 1
            for requirement in requirer.requires {
                func failure(_ message: String) -> PluginFailure {
                    var failure = PluginFailure(
                        plugin: files.name, kind: .manifest, message: message,
                        file: Manifest.fileName, line: requirement.mark.line,
                        column: requirement.mark.column)
                    if requirer.files.name != files.name { failure.library = requirer.files.name }
                    return failure
                }
                let name = requirement.name
                if name == files.name {
                    throw failure(
                        "the plugin \"\(name)\" and a library that it requires have one name; call the "
                            + "plugin otherwise in perilune.yml")
                }
                let library: Found
                do throws(Problem) {
                    library = try self.library(requirement, of: requirer, plugin: files.name)
                } catch {
                    throw failure(error.message)
                }
                if let known = found.first(where: { $0.files.name == name }) {
                    if known.identity.utf8.elementsEqual(library.identity.utf8) { continue }
                    throw failure(
                        "\"\(name)\" is \"\(library.files.root)\" to \(requirer.files.name) and "
                            + "\"\(known.files.root)\" to \(known.requirer); a plugin has one library of "
                            + "a name")
                }
                found.append(library)
                folders["\(files.name)/\(name)"] = library.files.root
                bytes += library.files.files.reduce(0) { $0 + $1.bytes.count }
                guard found.count <= Self.most + 1, bytes <= Self.mostBytes else {
                    throw failure(
                        "the plugin requires too much: at most \(Self.most) libraries and "
                            + "\(Self.mostBytes >> 20) MiB, with those that they require")
                }
                found[found.count - 1].requires = try requirements(library, of: files.name)
            }
        }
        return found.dropFirst().map(\.files).sorted { Path.precedes($0.name, $1.name) }
    }

    // MARK: files

    private func library(
        _ requirement: PluginRequirement, of requirer: Found, plugin: String
    ) throws(Problem) -> Found {
        let name = requirement.name
        switch requirement.source {
        case .bundled:
            guard let files = PluginFiles.bundled(name) else {
                throw Problem("no bundled plugin is called \"\(name)\"")
            }
            return Found(
                files: files, requires: [], isForeign: false, identity: files.root,
                requirer: requirer.files.name)
        case .path(let path) where shared?.has(requirer.files) != true:
            guard requirer.isForeign else {
                throw Problem("a bundled plugin requires bundled libraries alone")
            }
            let folder = Path.join(requirer.files.root, path)
            let real = try inside(folder, of: requirer.files.root, name)
            let files = try PluginFolder.read(real, name: name, shown: folder)
            return Found(
                files: files, requires: [], isForeign: true, identity: real,
                requirer: requirer.files.name)
        case .git, .path:
            guard let shared, let files = try shared.library(requirement, of: requirer.files)
            else {
                throw Problem(
                    "the library \"\(name)\" is in a repository, and \(LockFile.path) does not have "
                        + "it as it is required here; run perilune plugin install")
            }
            return Found(
                files: files, requires: [], isForeign: true, identity: files.root,
                requirer: requirer.files.name)
        }
    }

    /// The folder of a library without symbolic links. It is in the repository of the one that requires
    /// it: else in the workspace, or beside it.
    private func inside(
        _ folder: String, of requirer: String, _ name: String
    ) throws(Problem) -> String {
        guard let home = Files.real(requirer), let real = Files.real(folder),
            Files.status(real)?.kind == .folder
        else { throw Problem("the library \"\(name)\" has no folder \"\(folder)\"") }
        var border = home
        while border != "/", Files.status(Path.join(border, ".git")) == nil {
            border = Path.parent(border)
        }
        if border == "/" {
            let workspace = Files.real(root) ?? root
            border = Path.isBelow(workspace, home) ? workspace : Path.parent(home)
        }
        guard Path.isBelow(border, real) else {
            throw Problem(
                "the library \"\(name)\" in \"\(folder)\" is outside of the repository; copy it there, "
                    + "or require it from git")
        }
        return real
    }

    // MARK: manifests

    /// What a library requires itself. Its `plugin.yml` is as little trusted as the plugin's own.
    private func requirements(
        _ library: Found, of plugin: String
    ) throws(PluginFailure) -> [PluginRequirement] {
        do throws(PluginFailure) {
            guard let pool, library.isForeign else {
                return try Manifest(library.files).requires
            }
            return try pool.manifest(of: library.files).requires
        } catch {
            var failure = error
            failure.library = library.files.name
            failure.plugin = plugin
            throw failure
        }
    }
}
