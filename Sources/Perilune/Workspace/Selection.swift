internal import SpecPlugins
public import SpecQuery

/// A document to read.
public struct SpecFile: Sendable, Equatable {
    /// As it is printed: relative to the current folder, or as it was given.
    public var path: String
    /// As seen from the root of its workspace: what exports say, wherever they are run from.
    public var workspacePath: String
    /// The template to hold it against: a bundled one, a file or `auto`.
    public var template: String?
    /// The places of the configuration's overrides that are about it.
    public var overrides: [Int] = []
    /// Its bytes where they came through standard input.
    public var content: [UInt8]?
}

/// The documents that a command is about, by workspace.
public struct Selection: Sendable {
    /// The documents of one workspace.
    public struct Group: Sendable {
        public var workspace: Workspace
        /// Sorted by the bytes of their paths; none is in it twice.
        public var files: [SpecFile]
    }

    /// Never empty; the first is the workspace of the current folder where no path was given.
    public var groups: [Group] = []
    /// What a person should know and no program need: nothing found, files left out.
    public var notes: [String] = []
    /// Folders that could not be listed.
    public var problems: [Problem] = []
    /// The folders that were looked through for documents.
    var folders: [String] = []

    /// What a selector may name in the specs of one workspace or another.
    public var queryNames: QueryNames {
        var names = groups.first?.workspace.queryNames ?? Subjects.builtIn.queryNames
        for group in groups.dropFirst() {
            for kind in group.workspace.queryNames.kinds {
                guard let place = names.kinds.firstIndex(where: { $0.name == kind.name }) else {
                    names.kinds.append(kind)
                    continue
                }
                let known = names.kinds[place].fields
                names.kinds[place].fields += kind.fields.filter { !known.contains($0) }
            }
        }
        return names
    }

    /// The bytes of standard input, and the name they go by.
    public struct StandardInput: Sendable {
        /// What it held.
        public var bytes: [UInt8]
        /// The path it goes by; nil where nobody gave one.
        public var name: String?

        public init(bytes: [UInt8], name: String?) {
            self.bytes = bytes
            self.name = name
        }
    }

    /// Finds the documents that are meant; `-` stands for what `input` gives. Where none is named, what
    /// the configuration includes is meant, else the current folder.
    public init(
        _ inputs: Inputs, in workspaces: inout Workspaces,
        input: () throws(Problem) -> StandardInput
    ) throws(Problems) {
        var selector = Selector(workspaces)
        defer { workspaces = selector.workspaces }
        if inputs.isEverything {
            try selector.selectDefault()
        } else {
            try selector.select(inputs, input)
        }
        groups = selector.groups
        notes = selector.notes
        problems = selector.problems
        folders = selector.folders
    }

    /// The documents of the workspace of a group that are not in it.
    public init(
        restOf group: Group, in workspaces: inout Workspaces
    ) throws(Problems) {
        var selector = Selector(workspaces)
        defer { workspaces = selector.workspaces }
        try selector.selectRest(of: group)
        groups = selector.groups
        problems = selector.problems
    }
}
