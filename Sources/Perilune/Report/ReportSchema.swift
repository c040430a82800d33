internal import EmbeddedFiles
internal import Yaml

/// The JSON Schema (draft 2020-12) of one of the JSON forms: the file beside the report that
/// writes it, inside the executable.
public struct ReportSchema: Sendable {
    /// `model`, `query`, `findings`, `timings`.
    public let name: String
    /// The document, with a line end.
    public let bytes: [UInt8]

    /// All that there are, in the bundle's order.
    public static let all: [ReportSchema] = {
        let end = ".schema.json"
        return EmbeddedFile.all(below: "report", ending: end).map { file in
            ReportSchema(name: String(file.path.dropLast(end.count)), bytes: file.bytes)
        }
    }()

    /// The schema of a name; one that there is not is an error that says which there are.
    public static func named(_ name: String) throws(Problem) -> ReportSchema {
        if let schema = all.first(where: { $0.name == name }) { return schema }
        throw Problem("unknown schema \"\(name)\"\(suggestion(for: name, among: all.map(\.name)))")
    }
}
