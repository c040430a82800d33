internal import Globs
internal import Yaml

/// Finds documents and sorts them by workspace.
struct Selector {
    var workspaces: Workspaces
    var groups: [Selection.Group] = []
    var notes: [String] = []
    var problems: [Problem] = []
    /// The folders that were looked through.
    private(set) var folders: [String] = []
    private var seen = SeenFiles()
    private var excluded = 0

    private var current: String { workspaces.current }

    init(_ workspaces: Workspaces) {
        self.workspaces = workspaces
    }

    mutating func selectDefault() throws(Problems) {
        let workspace = try workspaces.workspace(for: current)
        groups = [Selection.Group(workspace: workspace, files: [])]
        try addAll(of: workspace, orFolder: ".")
        finish()
    }

    /// What belongs to the workspace of a group and is not in it.
    mutating func selectRest(of group: Selection.Group) throws(Problems) {
        for file in group.files where file.content == nil {
            if let status = Files.status(file.path) { _ = seen.insert(status.identity) }
        }
        groups = [Selection.Group(workspace: group.workspace, files: [])]
        if group.workspace.configuration.path == nil {
            // Nobody says what belongs together: what stands beside the files, and below.
            for folder in Set(group.files.map { Path.parent($0.path) }).sorted() {
                try addFolder(folder)
            }
        } else {
            let root = Path.relative(group.workspace.root, to: current)
            try addAll(of: group.workspace, orFolder: root)
        }
        groups.removeLast(groups.count - 1)
        let given = Set(group.files.map { Array($0.workspacePath.utf8) })
        groups[0].files.removeAll { given.contains(Array($0.workspacePath.utf8)) }
        finish()
    }

    /// - Parameter folder: what the workspace is made of whose configuration includes nothing.
    private mutating func addAll(
        of workspace: Workspace, orFolder folder: String
    ) throws(Problems) {
        let root = Path.relative(workspace.root, to: current)
        if workspace.configuration.specs.isEmpty {
            try addFolder(folder)
        } else {
            for pattern in workspace.configuration.specs.flatMap(\.include) {
                let found = files(matching: pattern.name, from: root)
                if found.isEmpty {
                    let file = workspace.configuration.path ?? Configuration.fileName
                    notes.append(
                        "\(file):\(pattern.mark.line): no file matches \"\(pattern.name)\"")
                }
                for path in found { try add(path) }
            }
        }
    }

    mutating func select(
        _ inputs: Inputs, _ input: () throws(Problem) -> Selection.StandardInput
    ) throws(Problems) {
        var missing: [Problem] = []
        for path in inputs.paths {
            if path == "-" {
                let standardInput: Selection.StandardInput
                do throws(Problem) {
                    standardInput = try input()
                } catch {
                    throw Problems(error)
                }
                try addInput(standardInput)
            } else if Glob.isPattern(path), Files.status(path) == nil {
                let found = files(matching: path, from: ".")
                if found.isEmpty { missing.append(Problem("no file matches", path: path)) }
                for path in found { try add(path) }
            } else if let problem = try addNamed(path) {
                missing.append(problem)
            }
        }
        for path in inputs.listed ?? [] {
            if let problem = try addNamed(path) { missing.append(problem) }
        }
        if !missing.isEmpty { throw Problems(missing) }
        if groups.isEmpty {
            let workspace = try workspaces.workspace(for: current)
            groups = [Selection.Group(workspace: workspace, files: [])]
        }
        finish()
    }

    /// Adds a file or folder of this very name; why it cannot be.
    private mutating func addNamed(_ path: String) throws(Problems) -> Problem? {
        guard let status = Files.status(path) else {
            let isLink = Files.isLink(path)
            return Problem(
                isLink ? "a symbolic link that leads nowhere" : "no such file or folder",
                path: path)
        }
        if status.kind == .folder {
            try addFolder(path)
        } else {
            try add(path, named: true)
        }
        return nil
    }

    private mutating func finish() {
        for index in groups.indices {
            groups[index].files.sort { Path.precedes($0.path, $1.path) }
        }
        if excluded > 0 {
            notes.append(
                excluded == 1
                    ? "1 file was left out, as the configuration says (\"exclude\")"
                    : "\(excluded) files were left out, as the configuration says (\"exclude\")")
        }
    }

    private mutating func addFolder(_ folder: String) throws(Problems) {
        let found = walk(Path.normalised(folder)) { Path.isMarkdown($0) }
        if found.isEmpty {
            notes.append("no *.md or *.markdown file in \"\(folder)\"")
        }
        for path in found { try add(path) }
    }

    private mutating func files(matching pattern: String, from folder: String) -> [String] {
        let pattern = Path.normalised(pattern)
        if !Glob.isPattern(pattern) {
            let path = Path.join(folder, pattern)
            switch Files.status(path)?.kind {
            case .folder: return walk(path) { Path.isMarkdown($0) }
            case .some: return [path]
            case nil: return []
            }
        }
        let base = Path.join(folder, Glob.base(pattern))
        guard Files.status(base)?.kind == .folder else { return [] }
        let glob = Glob(pattern)
        let outside = Path.parts(folder).filter { $0 != "." }.count
        // A pattern that does not say which files it means, means documents.
        let anyName = pattern.hasSuffix("*")
        return walk(base) { path in
            glob.matches(Path.parts(path).dropFirst(outside))
                && (!anyName || Path.isMarkdown(path))
        }
    }

    private mutating func walk(_ folder: String, where wants: (String) -> Bool) -> [String] {
        let walk = Walk(below: folder, current: current, where: wants)
        problems += walk.problems
        folders += walk.folders
        return walk.found
    }

    /// - Parameter named: did somebody name this very file?
    private mutating func add(_ given: String, named: Bool = false) throws(Problems) {
        let path = Path.normalised(given)
        guard let status = Files.status(path), seen.insert(status.identity) else { return }
        try add(
            SpecFile(path: path, workspacePath: path, template: nil, content: nil), named: named)
    }

    private mutating func addInput(_ input: Selection.StandardInput) throws(Problems) {
        let path = input.name.map(Path.normalised) ?? "<stdin>"
        try add(
            SpecFile(path: path, workspacePath: path, template: nil, content: input.bytes),
            named: true)
    }

    private mutating func add(_ file: SpecFile, named: Bool) throws(Problems) {
        var file = file
        let absolute = Path.join(current, file.path)
        let workspace = try workspaces.workspace(for: Path.parent(absolute))
        file.workspacePath = Path.relative(absolute, to: workspace.root)
        switch workspace.specPatterns.membership(of: file.workspacePath) {
        case .excluded:
            if named { excluded += 1 }
            return
        case .included(let template):
            file.template = template
        case .unmentioned:
            break
        }
        file.overrides = workspace.ruleSettings.overrides(of: absolute)
        if let template = workspaces.template { file.template = template.name }
        if let index = groups.firstIndex(where: {
            $0.workspace.root == workspace.root
                && $0.workspace.configuration.path == workspace.configuration.path
        }) {
            groups[index].files.append(file)
        } else {
            groups.append(Selection.Group(workspace: workspace, files: [file]))
        }
    }
}

/// Which files were met.
private struct SeenFiles {
    /// What editors and hooks name is one file, which needs no set.
    private var first: Files.Identity?
    private var others: Set<Files.Identity> = []

    /// False where it was met before.
    mutating func insert(_ file: Files.Identity) -> Bool {
        guard let first else {
            first = file
            return true
        }
        return file != first && others.insert(file).inserted
    }
}
