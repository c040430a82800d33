internal import Perilune
internal import Printable
internal import SpecPlugins

/// Where an export goes.
enum ExportDestination {
    case standardOutput
    case file(String)
    /// `FILE`, or `EXPORT/OUTPUT` of an export of several, below it.
    case folder(String)
    /// Where the configuration says, else to standard output.
    case configured
}

/// What some exports made, and what becomes of it.
struct ExportOutputs {
    let workspace: Workspace
    let destination: ExportDestination
    /// With what they made.
    private(set) var made: [(export: NamedExport, artifact: Artifact)] = []

    init(_ workspace: Workspace, to destination: ExportDestination) {
        self.workspace = workspace
        self.destination = destination
    }

    mutating func add(_ artifact: Artifact, of export: NamedExport) {
        made.append((export, artifact))
    }

    // MARK: names

    /// The files that an export writes, as the command line sees them; nil where that is known only when
    /// it runs. None for standard output.
    static func names(
        of export: NamedExport, to destination: ExportDestination, in workspace: Workspace
    ) throws -> [String]? {
        if case .file(let path) = destination { return [path] }
        if case .standardOutput = destination { return [] }
        if case .configured = destination, export.output == nil { return [] }
        guard let artifact = Artifact([], export.export.outputs),
            !export.export.outputs.contains(where: \.isFamily),
            workspace.writable(export).isEmpty
        else { return nil }
        var outputs = ExportOutputs(workspace, to: destination)
        outputs.add(artifact, of: export)
        return try outputs.files().map(\.shown)
    }

    /// The files that there are to write.
    func names() throws -> [String] { try files().map(\.shown) }

    /// A file of an export.
    private struct File {
        /// As the command line sees it.
        var shown: String
        /// Below the folder that it goes to; nil where it is one that the command line names.
        var inner: String?
        var export: String
        var bytes: [UInt8]
    }

    private func files() throws -> [File] {
        var files: [File] = []
        for (export, artifact) in made {
            switch (destination, export.output) {
            case (.file(let path), _):
                files.append(File(shown: path, export: export.name, bytes: artifact.bytes))
            case (.folder(let folder), _):
                files += export.files(of: artifact).map { path, bytes in
                    File(
                        shown: Path.join(folder, path), inner: path, export: export.name,
                        bytes: bytes)
                }
            case (.configured, .some(let output)):
                for (path, bytes) in export.files(of: artifact, at: output) {
                    let shown = try StartFolder.shown(try workspace.path(path))
                    files.append(
                        File(shown: shown, inner: path, export: export.name, bytes: bytes))
                }
            case (.standardOutput, _), (.configured, nil): continue
            }
        }
        var owners: [String: String] = [:]
        for file in files {
            if let owner = owners.updateValue(file.export, forKey: file.shown.lowercased()) {
                throw Problem(
                    "\"\(owner)\" and \"\(file.export)\" both write \(file.shown); write one of them "
                        + "elsewhere")
            }
        }
        return files
    }

    /// The files below the workspace's folder, where the configuration says.
    func configuredFiles() throws -> [(path: String, bytes: [UInt8])] {
        try files().compactMap { file in file.inner.map { ($0, file.bytes) } }
    }

    // MARK: writing

    /// Writes the files, and what goes to standard output.
    /// - Parameters:
    ///   - leavesEqual: are files left alone that hold the bytes already?
    ///   - prunes: are files of a folder removed that nothing makes any more?
    /// - Returns: the files, as the command line sees them.
    func write(
        leavesEqual: Bool = false, prunes: Bool = false, _ messages: MessageOptions
    ) throws -> [String] {
        let files = try files()
        if case .folder(let folder) = destination {
            try write(files, below: folder, leavesEqual, prunes, messages)
        } else {
            for file in files {
                if try write(file, leavesEqual) {
                    messages.note("wrote \(file.shown)")
                } else {
                    messages.note("\(file.shown) is as it was")
                }
            }
        }
        for (export, artifact) in made where isPrinted(export) {
            let isText = export.export.onlyOutput?.isText ?? true
            try Terminal.output.write(product: artifact.bytes, isText: isText)
        }
        return files.map(\.shown)
    }

    private func isPrinted(_ export: NamedExport) -> Bool {
        switch destination {
        case .standardOutput: true
        case .configured: export.output == nil
        case .file, .folder: false
        }
    }

    /// - Returns: was it written? Not where it holds these bytes, and may be left alone.
    private func write(_ file: File, _ leavesEqual: Bool) throws(Problem) -> Bool {
        if let inner = file.inner {
            if leavesEqual, try workspace.read(inner) == file.bytes { return false }
            _ = try workspace.write(file.bytes, to: inner)
        } else {
            let path = try StartFolder.path(file.shown)
            if leavesEqual, try Files.bytes(of: path) == file.bytes { return false }
            try Files.write(file.bytes, to: path)
        }
        return true
    }

    private func write(
        _ files: [File], below folder: String, _ leavesEqual: Bool, _ prunes: Bool,
        _ messages: MessageOptions
    ) throws {
        let outcome = try OutputFolder(try StartFolder.path(folder)).write(
            files.map { MadeFile(path: $0.inner ?? $0.shown, export: $0.export, bytes: $0.bytes) },
            leavesEqual: leavesEqual, prunes: prunes, isMade: isMadeElsewhere)
        for path in outcome.written { messages.note("wrote \(Path.join(folder, path))") }
        for path in outcome.unchanged {
            messages.note("\(Path.join(folder, path)) is as it was")
        }
        for path in outcome.removed { messages.note("removed \(Path.join(folder, path))") }
        for path in outcome.kept {
            messages.note(
                "\(Path.join(folder, path)) is made no more, and stays: it was changed since it was "
                    + "written")
        }
    }

    /// Is there an export of a name that this run is not about?
    private func isMadeElsewhere(_ name: String) -> Bool {
        !made.contains { $0.export.name == name }
            && (workspace.exports + workspace.plugins.exports).contains { $0.name == name }
    }

    // MARK: checking

    /// Shows how the files differ from what was made.
    /// - Returns: do they?
    func showDrift(_ messages: MessageOptions) throws -> Bool {
        var drift: [Drift] = []
        let files = try files()
        if files.isEmpty {
            throw Problem("--check compares files, and there is none; name one with -o")
        }
        if case .folder(let folder) = destination {
            drift = try OutputFolder(try StartFolder.path(folder)).drift(
                files.map {
                    MadeFile(path: $0.inner ?? $0.shown, export: $0.export, bytes: $0.bytes)
                }, isMade: isMadeElsewhere)
            for place in drift.indices {
                drift[place].path = try StartFolder.shown(drift[place].path)
            }
        } else {
            for file in files {
                let found: [UInt8]? =
                    if let inner = file.inner { try workspace.read(inner) } else {
                        try Files.bytes(of: try StartFolder.path(file.shown))
                    }
                if found != file.bytes {
                    drift.append(Drift(path: file.shown, found: found, made: file.bytes))
                }
            }
        }
        for drift in drift {
            let diff = EditsReport.display(drift.diff, style: messages.errorStyle)
            Terminal.error.write(diff)
            messages.note("\(drift.path) \(drift.message)")
        }
        if !drift.isEmpty {
            let count = FindingsReport.counted(drift.count, "output")
            messages.note("\(count) \(drift.count == 1 ? "is" : "are") not what is made")
        }
        return !drift.isEmpty
    }
}
