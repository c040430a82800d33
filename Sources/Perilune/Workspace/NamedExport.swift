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
    public var fileName: String? { ending.map { baseName + $0 } }

    /// The same in a folder that its plugin has for itself: `csv.csv` of `risk-register/csv`.
    var ownFileName: String? { ending.map { Path.name(name) + $0 } }

    /// The name that the configuration gives it; else its plugin's and its own, `graph-mermaid`, which is
    /// left out where it says no more than the ending: `risk-register` of `risk-register/csv`.
    private var baseName: String {
        let parts = Path.parts(name)
        if let ending, parts.count == 2, ".\(parts[1])" == ending { return parts[0] }
        return parts.joined(separator: "-")
    }

    /// Of one that makes one file: `.csv`.
    private var ending: String? {
        export.onlyOutput.map { output in
            let name = output.name
            return String(name[(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)...])
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
        files(of: artifact, at: fileName ?? baseName)
    }
}
