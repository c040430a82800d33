internal import SpecModel
internal import SpecWorkers

/// What was asked of the disk about a file that a document links.
public struct LinkedFile: Sendable, Equatable {
    /// Absolute.
    public var path: String
    /// nil of one outside of the workspace.
    public var exists: Bool?

    /// Is it, or is it not, as it was when that was asked?
    public var isAsItWas: Bool { exists == nil || exists == (Files.status(path) != nil) }

    /// The folder that it stands in, or would.
    public var folder: String { Path.parent(path) }
}

/// Which files that documents link are there. Nobody is told of what lies outside of the workspace. Belongs to
/// one run of the checks.
final class LinkedFiles {
    /// Links to more files than this are not looked at.
    private static let most = 100_000

    /// The workspace's folder, without symbolic links.
    private let root: String?
    /// All that is there, where that is not asked of the disk.
    private let given: Set<[UInt8]>?
    /// By the bytes of paths, since equal strings may name two files: the folders that documents stand
    /// in, without symbolic links, and what is known to be there.
    private var folders: [[UInt8]: String?] = [:]
    private var known: [[UInt8]: Bool?] = [:]

    /// Those of a folder.
    init(root: String) {
        self.root = Files.real(root)
        given = nil
    }

    /// Documents alone, wherever they stand.
    init(_ documents: [Document]) {
        root = nil
        given = Set(documents.map { Array(Path.normalised($0.path).utf8) })
    }

    /// Is a file or folder there? nil where it is outside of the workspace, or leads there.
    /// - Parameters:
    ///   - file: as seen from the document's folder; nobody knows what another root is than that.
    ///   - document: as seen from the current folder.
    func exists(_ file: String, from document: String) -> Bool? {
        if file.utf8.first == UInt8(ascii: "/") { return nil }
        if let given { return given.contains(Array(Path.join(Path.parent(document), file).utf8)) }
        guard let folder = real(Path.parent(document)) else { return nil }
        return state(of: Path.join(folder, file))
    }

    /// Is a file or folder of this absolute path there? nil where it is outside of the workspace, or
    /// leads there.
    func state(of path: String) -> Bool? {
        guard isInside(path) else { return nil }
        let key = Array(path.utf8)
        if let answer = known[key] { return answer }
        guard known.count < Self.most else { return nil }
        let real = Files.real(path)
        let answer: Bool? = if let real { isInside(real) ? true : nil } else { false }
        known[key] = .some(answer)
        return answer
    }

    /// What was asked of the disk so far.
    var asked: [LinkedFile] {
        known.map { LinkedFile(path: String(decoding: $0.key, as: UTF8.self), exists: $0.value) }
            .sorted { Path.precedes($0.path, $1.path) }
    }

    private func real(_ folder: String) -> String? {
        let key = Array(folder.utf8)
        if let known = folders[key] { return known }
        let real = Files.real(folder)
        folders[key] = .some(real)
        return real
    }

    private func isInside(_ path: String) -> Bool {
        guard let root else { return false }
        return path.utf8.elementsEqual(root.utf8)
            || path.utf8.starts(with: (root == "/" ? root : root + "/").utf8)
    }
}
