/// Writes several files, all or none as far as a file system allows.
///
/// `stage` does all that can fail early and leaves the files alone: each is looked at, and its new
/// content goes to a file beside it and on to the disk. `commit` gives the new files the old ones'
/// names, which is one step each: whatever happens in between, each file is whole, old or new. One
/// that goes away before its `commit` takes its temporary files along.
package struct FileTransaction: ~Copyable {
    private struct Staged {
        /// As it is shown.
        var path: String
        /// Without symbolic links.
        var folder: String
        var name: String
        /// What the file holds, as long as nobody else changes it.
        var old: [UInt8]
        /// Nil once it has its name.
        var temporary: String?
    }

    private let signals = HeldSignals()
    private var staged: [Staged] = []
    private let current: String
    /// Those that are rid of what earlier runs left.
    private var clean: Set<String> = []

    package init() throws(Problem) { current = try Files.currentFolder() }

    deinit {
        for file in staged {
            if let temporary = file.temporary { Folder(file.folder)?.remove(temporary) }
        }
    }

    /// Makes some changes. Where this throws before the first file has its new content, nothing was
    /// written; else the last problem says which files were and which were not.
    package static func write(_ changes: [FileChange]) throws(Problems) {
        var problems: [Problem] = []
        do throws(Problem) {
            var transaction = try FileTransaction()
            for change in changes where !transaction.signals.areAsked {
                do throws(Problem) {
                    try transaction.stage(change)
                } catch {
                    problems.append(error)
                }
            }
            if transaction.signals.areAsked {
                problems = [Problem("interrupted; nothing was written")]
            } else if problems.isEmpty {
                problems = transaction.commit()
            } else {
                problems.append(Problem("nothing was written"))
            }
        } catch {
            problems = [error]
        }
        if !problems.isEmpty { throw Problems(problems) }
    }

    /// Makes a change ready to be written.
    package mutating func stage(_ change: FileChange) throws(Problem) {
        guard let target = Files.real(change.path) else { throw Files.unwritable(change.path) }
        guard Path.isBelow(Files.real(change.root) ?? change.root, target) else {
            let root = Path.relative(change.root, to: current)
            throw Problem(
                "cannot be written: it is not in the folder of its workspace, \"\(root)\"",
                path: change.path)
        }
        let (path, name) = (Path.parent(target), Path.name(target))
        guard let folder = Folder(path) else { throw Files.unwritable(change.path) }
        if clean.insert(path).inserted { folder.removeStrays() }
        guard folder.holds(change.old, at: name) else { throw Self.changed(change.path) }
        staged.append(
            Staged(
                path: change.path, folder: path, name: name, old: change.old,
                temporary: try folder.stage(
                    change.new, inPlaceOf: name, number: staged.count, change.path)))
    }

    /// Writes what is ready.
    /// - Returns: why not all was written; the last says which files were.
    package mutating func commit() -> [Problem] {
        let changed = staged.filter { Folder($0.folder)?.holds($0.old, at: $0.name) != true }
        if !changed.isEmpty {
            return changed.map { Self.changed($0.path) } + [Problem("nothing was written")]
        }
        var folders: [String] = []
        var problems: [Problem] = []
        for index in staged.indices {
            do throws(Problem) {
                try commit(index)
            } catch {
                problems = [error, outcome]
                break
            }
            if folders.last != staged[index].folder { folders.append(staged[index].folder) }
        }
        for folder in Set(folders).sorted() where Folder(folder)?.synchronise() != true {
            problems.append(Problem("may not be on the disk yet", path: folder))
        }
        return problems
    }

    private mutating func commit(_ index: Int) throws(Problem) {
        let file = staged[index]
        guard let temporary = file.temporary else { return }
        guard let folder = Folder(file.folder) else { throw Files.unwritable(file.path) }
        // As late as can be: nobody can tell what is written between this and the next line.
        guard folder.holds(file.old, at: file.name) else { throw Self.changed(file.path) }
        try folder.rename(temporary, to: file.name, file.path)
        staged[index].temporary = nil
    }

    private static func changed(_ path: String) -> Problem {
        Problem("was changed since it was read; run this again", path: path)
    }

    /// Which files were written and which were not.
    private var outcome: Problem {
        let written = staged.filter { $0.temporary == nil }.map(\.path)
        let others = staged.filter { $0.temporary != nil }.map(\.path)
        if written.isEmpty { return Problem("nothing was written") }
        return Problem(
            "written: \(written.joined(separator: ", ")); not written: "
                + others.joined(separator: ", "))
    }
}

/// New content for a file that is there.
public struct FileChange: Sendable, Equatable {
    /// As seen from the current folder. A symbolic link stays, and what it leads to is written.
    public var path: String
    /// The folder that the file must be in, absolute: its workspace's.
    public var root: String
    /// What the new content was made of.
    public var old: [UInt8]
    public var new: [UInt8]

    public init(path: String, root: String, old: [UInt8], new: [UInt8]) {
        self.path = path
        self.root = root
        self.old = old
        self.new = new
    }

    /// What became of a document, in its file.
    public init(_ change: DocumentChange, root: String) {
        self.init(path: change.path, root: root, old: change.old, new: change.new)
    }
}
