/// What an export makes, as its record says: `extension` for one file, `outputs` for some.
extension EntryReader {
    /// The most outputs that an export declares.
    private static let mostOutputs = 100

    func outputs() throws(PluginFailure) -> [OutputDeclaration] {
        guard let field = field("outputs") else {
            let suffix = try text("extension")
            guard suffix.utf8.count <= 16, suffix.isKebabCase else {
                throw failure(
                    "\"extension\" is \"\(suffix)\"; expected letters and digits, as in \"csv\"")
            }
            return [OutputDeclaration(name: "\(name).\(suffix)", isText: try isText())]
        }
        for key in ["extension", "bytes"] where self.field(key) != nil {
            throw failure("\"\(key)\" is of an export of one file; it has \"outputs\", too")
        }
        guard field.type == "table", !field.fields.isEmpty,
            field.fields.enumerated().allSatisfy({ $1.name == "\($0 + 1)" && !$1.isNamed })
        else {
            throw failure(
                "\"outputs\" is \(field.type == "table" ? "no list" : field.found); expected a list "
                    + "of names of files")
        }
        guard field.fields.count <= Self.mostOutputs else {
            throw failure(
                "\"outputs\" has \(field.fields.count) names; expected \(Self.mostOutputs) at most; "
                    + "a \"*\" in one stands for many files")
        }
        var outputs: [OutputDeclaration] = []
        for element in field.fields {
            let output = try output(element)
            if outputs.contains(where: { $0.name.lowercased() == output.name.lowercased() }) {
                throw failure("\"outputs\" has \"\(output.name)\" twice")
            }
            outputs.append(output)
        }
        return outputs
    }

    /// `"risks.csv"`, or `{ name = "risks.xlsx", bytes = true }`.
    private func output(_ element: RecordField) throws(PluginFailure) -> OutputDeclaration {
        let expected = "expected a name, or a table with name and bytes"
        var (given, isText) = (element, true)
        if element.type == "table" {
            for key in element.fields where !["name", "bytes"].contains(key.name) || !key.isNamed {
                throw failure("\"outputs\" has an unknown key \"\(key.name)\"; \(expected)")
            }
            guard let named = element.fields.first(where: { $0.name == "name" }) else {
                throw failure("\"outputs\" holds a table without a name; \(expected)")
            }
            given = named
            isText = try self.isText(element.fields.first { $0.name == "bytes" })
        }
        guard given.type == "string", let name = given.text else {
            throw failure("\"outputs\" holds \(given.found); \(expected)")
        }
        let output = OutputDeclaration(name: name, isText: isText)
        let parts = name.split(separator: "*", omittingEmptySubsequences: false)
        let problem =
            parts.count > 2
            ? "has more than one \"*\""
            : OutputDeclaration.problem(withName: parts.joined(separator: "x"))
        if let problem { throw failure("the output \"\(name)\" \(problem)") }
        return output
    }

    private func isText() throws(PluginFailure) -> Bool { try isText(field("bytes")) }

    private func isText(_ field: RecordField?) throws(PluginFailure) -> Bool {
        guard let field else { return true }
        guard field.type == "boolean" else {
            throw failure("\"bytes\" is \(field.found); expected true where it is no text")
        }
        return field.text != "true"
    }
}
