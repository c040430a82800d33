internal import SpecReading
internal import SpecTemplates
internal import Yaml

/// Reads the templates that are files of a team's own, and takes those of its plugins. Nothing here builds a tree of one: that is
/// done where documents are read.
struct TemplateLoader {
    private let root: String
    private let reader: SpecReader
    private(set) var files: [TemplateFile] = []
    /// Where they stand, as seen from the current folder.
    private(set) var paths: [String] = []
    /// The one that paths are seen from, as seen from the current folder.
    private let folder: String
    private let plugins: PluginTemplates
    private(set) var problems: [Problem] = []

    /// - Parameters:
    ///   - root: the folder that paths are seen from.
    ///   - folder: the same, as seen from the current one.
    init(root: String, folder: String, _ reader: SpecReader, _ plugins: PluginTemplates) {
        self.root = root
        self.folder = folder
        self.reader = reader
        self.plugins = plugins
    }

    /// Reads those that a configuration names, which must stand below its folder.
    mutating func load(_ configuration: Configuration) {
        var seen: Set<String> = []
        for set in configuration.specs {
            guard let choice = set.template, let name = choice.name, seen.insert(name).inserted
            else { continue }
            do throws(Problem) {
                if case .file(let path) = choice { try requireInside(path) }
                try load(choice)
            } catch {
                problems.append(
                    Problem(
                        error.message, path: configuration.path, line: set.templateMark.line,
                        column: set.templateMark.column))
            }
        }
    }

    /// Reads one, unless it is bundled.
    mutating func load(_ choice: TemplateChoice) throws(Problem) {
        switch choice {
        case .none, .automatic, .bundled: break
        case .file(let path):
            try add(try Self.read(Path.join(root, path), name: path), Path.join(folder, path))
        case .plugin(let plugin, let template):
            guard let found = try plugins.file(template, of: plugin) else { return }
            try add(found.file, found.path)
        }
    }

    private mutating func add(_ file: TemplateFile, _ shown: String) throws(Problem) {
        let path = file.name
        if let refusal = reader.ofTemplates.refusal(of: file.bytes) {
            throw Problem("the template \"\(path)\": \(refusal)")
        }
        guard SourceLines.haveHeading(file.bytes) else {
            throw Problem(
                "the template \"\(path)\" has no heading, so it asks for nothing; "
                    + "write what every spec is to have below \"## …\"")
        }
        files.append(file)
        paths.append(shown)
        let total = files.reduce(0) { $0 + $1.bytes.count }
        if total > TemplateFile.totalLimit {
            throw Problem(
                "the template \"\(path)\" is one too many: all together may have "
                    + "\(TemplateFile.totalLimit >> 20) MiB")
        }
    }

    /// Reads a template's bytes.
    static func read(_ path: String, name: String) throws(Problem) -> TemplateFile {
        guard let status = Files.status(path), status.kind == .file else {
            throw Problem("the template \"\(name)\" is no file")
        }
        guard status.size <= TemplateFile.limit else {
            throw Problem(
                "the template \"\(name)\" has \(status.size) bytes, more than the limit of "
                    + "\(TemplateFile.limit >> 10) KiB")
        }
        do throws(Problem) {
            return TemplateFile(name: name, bytes: try Files.read(path, limit: 1 << 20))
        } catch {
            throw Problem("the template \"\(name)\" \(error.message)")
        }
    }

    /// A symbolic link may lead elsewhere.
    private func requireInside(_ path: String) throws(Problem) {
        guard let inner = Files.real(Path.join(root, path)), let outer = Files.real(root) else {
            return
        }
        guard inner.utf8.starts(with: (outer == "/" ? outer : outer + "/").utf8) else {
            throw Problem(
                "the template \"\(path)\" is a symbolic link that leaves the folder of this file")
        }
    }
}

/// What the bytes of a document show without a parser.
private enum SourceLines {
    /// Is there a line that looks like a heading: one that begins with `#`, or is underlined?
    static func haveHeading(_ bytes: [UInt8]) -> Bool {
        var isBehindText = false
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = line.drop { $0 == 0x20 }
            if text.first == UInt8(ascii: "#") { return true }
            let isUnderline = "=-".utf8.contains { mark in
                !text.isEmpty && text.allSatisfy { $0 == mark }
            }
            if isBehindText, isUnderline { return true }
            isBehindText = !text.isEmpty
        }
        return false
    }
}
