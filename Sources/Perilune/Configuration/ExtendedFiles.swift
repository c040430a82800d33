internal import SpecPlugins
internal import Yaml

/// Reads what a configuration extends, file after file.
struct ExtendedFiles {
    private static let depth = 8
    private static let most = 32
    static let fileLimit = 1 << 20

    private(set) var layers: [ConfigurationLayer] = []
    private(set) var problems: [Problem] = []
    /// May `plugins:` say something else, since a file could not be read?
    private(set) var arePluginsDoubtful = false
    /// The folder of the first file, absolute.
    private let root: String
    /// No file outside of this folder is read; absolute, without symbolic links.
    private let border: String?
    private let isInRepository: Bool
    private var count = 0

    /// - Parameter root: the folder of the configuration, absolute.
    init(of configuration: Configuration, root: String) {
        self.root = root
        var folder = root
        while folder != "/", Files.status(Path.join(folder, ".git")) == nil {
            folder = Path.parent(folder)
        }
        isInRepository = folder != "/"
        border = Files.real(isInRepository ? folder : root)
        guard let path = configuration.path, !configuration.extends.isEmpty else { return }
        let own = Path.join(root, Path.name(path))
        add(configuration, root, [(Files.real(own) ?? own, path)])
    }

    /// - Parameters:
    ///   - folder: of the file, absolute.
    ///   - chain: the files that lead here, this one last: without links, and as they are shown.
    private mutating func add(
        _ configuration: Configuration, _ folder: String, _ chain: [(file: String, shown: String)]
    ) {
        for name in configuration.extends {
            guard Self.isFile(name.name) else {
                layers.append(.preset(name, path: configuration.path))
                continue
            }
            do throws(Problem) {
                try read(name.name, folder, chain)
            } catch {
                arePluginsDoubtful = true
                problems.append(
                    Problem(
                        error.message, path: configuration.path, line: name.mark.line,
                        column: name.mark.column))
            }
        }
    }

    /// Anything else is a preset.
    private static func isFile(_ name: String) -> Bool {
        name.hasSuffix(".yml") || name.hasSuffix(".yaml")
    }

    private mutating func read(
        _ name: String, _ folder: String, _ chain: [(file: String, shown: String)]
    ) throws(Problem) {
        let path = Path.join(folder, name)
        guard Files.status(path)?.kind == .file, let file = Files.real(path) else {
            throw Problem("the configuration \"\(name)\" is no file")
        }
        guard let border, file.utf8.starts(with: (border == "/" ? "/" : border + "/").utf8) else {
            throw Problem(
                "the configuration \"\(name)\" is outside of the "
                    + (isInRepository
                        ? "repository" : "folder of this file, which is in no repository"))
        }
        let shown = Path.join(chain.last.map { Path.parent($0.shown) } ?? ".", name)
        if let first = chain.firstIndex(where: { $0.file == file }) {
            let names = chain[first...].map(\.shown) + [shown]
            throw Problem("the configuration extends itself: \(names.joined(separator: " → "))")
        }
        count += 1
        guard chain.count <= Self.depth, count <= Self.most else {
            throw Problem(
                "the configuration \"\(name)\" is one too many: at most \(Self.depth) in a row, and "
                    + "\(Self.most) in all, extend one another")
        }
        let reader: ConfigurationReader
        do throws(Problem) {
            reader = ConfigurationReader(try Files.read(path, limit: Self.fileLimit), path: shown)
        } catch {
            throw Problem("the configuration \"\(name)\" \(error.message)")
        }
        problems += reader.problems
        if reader.arePluginsDoubtful { arePluginsDoubtful = true }
        let home = Path.parent(path)
        add(reader.configuration, home, chain + [(file, shown)])
        layers.append(
            .file(
                reader.configuration.moved(to: Path.relative(home, to: root), home: home),
                folder: home))
    }
}

extension Configuration {
    /// With the folders of its plugins seen from another one.
    /// - Parameters:
    ///   - folder: its own, as seen from there.
    ///   - home: its own, absolute.
    fileprivate func moved(to folder: String, home: String) -> Configuration {
        var moved = self
        for (place, source) in (plugins ?? []).enumerated() {
            switch source.place {
            case .folder(let name):
                moved.plugins?[place].place = .folder(
                    Named(Path.join(folder, name.name), name.mark))
            case .package(var package):
                package.folder = home
                moved.plugins?[place].place = .package(package)
            case .bundled, .files: continue
            }
        }
        return moved
    }
}
