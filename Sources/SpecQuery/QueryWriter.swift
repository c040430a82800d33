/// Writes names and values so that reading gives them back.
enum QueryWriter {
    /// A name as it is, or in quotes where it needs them.
    static func name(_ name: String) -> String {
        !name.isEmpty && name.utf8.allSatisfy(QueryReader.isNameByte) ? name : quoted(name)
    }

    static func value(_ text: String) -> String {
        QueryReader.isBareValue(text) ? text : quoted(text)
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
