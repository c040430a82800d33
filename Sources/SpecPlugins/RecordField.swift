internal import LuaSandbox

/// One entry of the record as the host describes it: functions cannot leave the sandbox, so each
/// value is told by its type.
struct RecordField {
    var name: String
    /// Is its key a string, as all keys of a record must be?
    var isNamed: Bool
    /// As Lua's `type` names it.
    var type: String
    /// Of a string, a number or a boolean.
    var text: String?
    var fields: [RecordField]

    init(_ value: LuaValue) {
        name = value["name"]?.string ?? ""
        isNamed = value["name_type"]?.string == "string"
        type = value["type"]?.string ?? "nil"
        text = value["value"]?.string
        fields = Self.list(value)
    }

    static func list(_ value: LuaValue) -> [RecordField] {
        (value["entries"]?.list ?? []).map(RecordField.init)
    }

    /// What it is, for messages.
    var found: String {
        switch type {
        case "nil": "nil"
        case "string": "the string \"\(text ?? "")\""
        case "number", "boolean": "the \(type) \(text ?? "")"
        default: "a \(type)"
        }
    }
}
