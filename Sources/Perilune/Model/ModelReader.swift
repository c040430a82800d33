public import SpecModel
internal import SpecReading
internal import SpecTemplates
internal import SpecVocabulary

/// Reads what `perilune model --format json` prints, or what another program made of it.
///
/// Members that are not known are passed over. What the JSON does not hold, a spec that is read from it
/// does not have: the text of the document (its places are true; where values stand, there they are
/// without their markup, and the rest is blank), blocks, links, the names of headings, what its template
/// asks for, whether a section is empty, optional or implicit.
public enum ModelReader {
    /// What a model holds, sorted by the bytes of the paths.
    /// - Parameters:
    ///   - name: of the text, for messages.
    ///   - workspace: whose vocabulary says which fields are levels and numbers.
    /// - Throws: the first thing that is wrong, with its line and its path in the JSON.
    public static func specs(
        _ bytes: [UInt8], name: String, in workspace: Workspace
    ) throws(Problem) -> [Spec] {
        try requireVersion(bytes, name)
        let words = workspace.reader.reader
        let reading = ModelReading(
            try JSONReader(bytes, name: name), words.index.kinds, words.limits)
        return try reading.specs()
    }

    /// Bytes of a model that are read.
    private static let limit = 1 << 30

    /// What the model in a file holds; `-` stands for standard input.
    public static func specs(
        in file: String, of workspace: Workspace
    ) throws(Problem) -> [Spec] {
        if file == "-" {
            let name = "standard input"
            let bytes = try Files.read(descriptor: 0, name: name, limit: limit)
            return try specs(bytes, name: name, in: workspace)
        }
        return try specs(try Files.read(file, limit: limit), name: file, in: workspace)
    }

    /// What another version means by its members, nobody knows.
    private static func requireVersion(_ bytes: [UInt8], _ name: String) throws(Problem) {
        let reader = try JSONReader(bytes, name: name)
        try reader.object(required: ["schema_version", "specs"]) { key throws(Problem) in
            guard key == "schema_version" else { return false }
            let version = try reader.integer(in: 0...Int.max)
            if version != 1 {
                throw reader.problem("is \(version); this perilune reads version 1")
            }
            return true
        }
        try reader.finish()
    }
}
