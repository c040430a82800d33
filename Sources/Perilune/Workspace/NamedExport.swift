public import SpecPlugins

/// An export and its options.
public struct NamedExport: Sendable, Equatable {
    /// The name in the configuration, or `plugin/export`.
    public var name: String
    /// The name of its plugin.
    public var plugin: String
    /// What the plugin declares.
    public var export: StageDeclaration
    /// Below the workspace's root: a file, or a folder where it does not make one file.
    public var output: String?
    /// Only what differs from the declared defaults.
    public var options: [String: OptionValue]

    /// Of one that makes one file: how that is called where nobody names it, `risks.csv`. Nil of others.
    public var fileName: String? {
        export.onlyOutput.map { output in
            let own = output.name.utf8
            let dot = own.lastIndex(of: UInt8(ascii: ".")) ?? own.endIndex
            return Path.name(name) + String(output.name[dot...])
        }
    }

    /// Where the files of what it made go, if its output is a path: of one that makes one file that
    /// path, of others below it.
    package func files(of artifact: Artifact, at path: String) -> [(path: String, bytes: [UInt8])] {
        if export.onlyOutput != nil { return [(path, artifact.bytes)] }
        return artifact.files.map { ("\(path)/\($0.name)", $0.bytes) }
    }

    /// The same below a folder of many exports: `risks.csv`, `issues/plan.jsonl`.
    package func files(of artifact: Artifact) -> [(path: String, bytes: [UInt8])] {
        files(of: artifact, at: fileName ?? Path.name(name))
    }
}
