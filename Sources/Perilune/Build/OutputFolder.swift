internal import SpecPlugins

/// A file that an export makes.
public struct MadeFile: Sendable, Equatable {
    /// Below the folder that it goes to.
    public var path: String
    /// The export that makes it.
    public var export: String
    public var bytes: [UInt8]

    public init(path: String, export: String, bytes: [UInt8]) {
        self.path = path
        self.export = export
        self.bytes = bytes
    }
}

/// A folder of outputs, and the manifest of what exports wrote there. Nothing outside of it is
/// touched, and no symbolic link in it is followed.
public struct OutputFolder: Sendable {
    private static let largest = 1 << 30

    /// As seen from the current folder.
    private let path: String

    public init(_ path: String) { self.path = path }

    /// What became of the files of a folder.
    public struct Outcome: Sendable, Equatable {
        /// Those that have new bytes.
        public var written: [String] = []
        /// Those that were as they are to be, and were left alone.
        public var unchanged: [String] = []
        /// Those that were removed.
        public var removed: [String] = []
        /// Those that nobody makes any more, and that were changed since they were written.
        public var kept: [String] = []
    }

    /// Writes files, each whole or not at all, and then the manifest.
    /// - Parameters:
    ///   - leavesEqual: are files left alone that hold the bytes already?
    ///   - prunes: are files removed that the manifest lists, that nobody makes any more, and that
    ///     are as they were written?
    ///   - isMade: is there still an export of a name, that this run is not about?
    public func write(
        _ files: [MadeFile], leavesEqual: Bool, prunes: Bool, isMade: (String) -> Bool
    ) throws(Problem) -> Outcome {
        try Files.makeFolder(path)
        guard let folder = Folder(path) else { throw Files.unwritable(path) }
        folder.lock()
        var manifest = try OutputManifest.read(path)
        let old = manifest
        var outcome = Outcome()
        for file in files {
            if leavesEqual, try holds(file) {
                outcome.unchanged.append(file.path)
            } else {
                try Files.write(file.bytes, to: file.path, below: path)
                outcome.written.append(file.path)
            }
            manifest.add(
                OutputManifest.Entry(
                    path: file.path, export: file.export,
                    sha256: SHA256.hexadecimal(file.bytes)))
        }
        for entry in surplus(files, old, isMade) where prunes {
            guard let bytes = try bytes(entry.path) else {
                if !Files.isThere(entry.path, below: path) { manifest.remove(entry.path) }
                continue
            }
            if SHA256.hexadecimal(bytes) == entry.sha256 {
                Files.remove(entry.path, below: path)
                manifest.remove(entry.path)
                outcome.removed.append(entry.path)
            } else {
                outcome.kept.append(entry.path)
            }
        }
        let json = manifest.json
        if try Files.bytes(of: OutputManifest.name, below: path, limit: Self.largest) != json {
            try folder.replace(
                OutputManifest.name, with: json, Path.join(path, OutputManifest.name))
        }
        return outcome
    }

    /// How the folder differs from what exports make: files that are other, that are missing, and that
    /// nobody makes any more.
    public func drift(
        _ files: [MadeFile], isMade: (String) -> Bool
    ) throws(Problem) -> [Drift] {
        var drift: [Drift] = []
        for file in files {
            let found = try bytes(file.path)
            if found != file.bytes {
                drift.append(
                    Drift(path: Path.join(path, file.path), found: found, made: file.bytes))
            }
        }
        for entry in surplus(files, try OutputManifest.read(path), isMade) {
            if let found = try bytes(entry.path) {
                drift.append(Drift(path: Path.join(path, entry.path), found: found, made: nil))
            }
        }
        return drift.sorted { Path.precedes($0.path, $1.path) }
    }

    /// Those of the manifest that nobody makes any more: an export of this run did, or one that there
    /// is no more.
    private func surplus(
        _ files: [MadeFile], _ manifest: OutputManifest, _ isMade: (String) -> Bool
    ) -> [OutputManifest.Entry] {
        let made = Set(files.map { Array($0.path.utf8) })
        return manifest.sorted.filter { !made.contains(Array($0.path.utf8)) && !isMade($0.export) }
    }

    private func bytes(_ file: String) throws(Problem) -> [UInt8]? {
        try Files.bytes(of: file, below: path, limit: Self.largest)
    }

    private func holds(_ file: MadeFile) throws(Problem) -> Bool {
        try bytes(file.path) == file.bytes
    }
}
