internal import LuaSandbox

/// What a plugin's record holds, as text: what was asked once, where the plugin ran, for runs that need
/// not open it to know what it is.
///
/// Each byte of a frame is the character with its number, so that a text literal can hold it.
package struct PluginRecordText: Sendable {
    private let frame: Frame

    /// The record of a plugin that was described.
    package init(of plugin: Plugin) { frame = plugin.description.frame }

    package init(_ literal: StaticString) {
        var bytes: [UInt8] = []
        literal.withUTF8Buffer { text in
            bytes.reserveCapacity(text.count)
            var lead: UInt8 = 0
            for index in text.indices {
                let byte = unsafe text[index]
                switch byte {
                case 0..<0x80: bytes.append(byte)
                case 0xC2...0xC3: lead = byte
                default: bytes.append(lead << 6 | byte & 0x3F)
                }
            }
        }
        frame = Frame(bytes: bytes)
    }

    /// The inside of a literal in Swift.
    package var literal: String {
        var literal = ""
        for byte in frame.bytes {
            switch UnicodeScalar(byte) {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case let scalar where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                literal += "\\u{\(String(byte, radix: 16))}"
            case let scalar: literal.unicodeScalars.append(scalar)
            }
        }
        return literal
    }

    /// Nil where it is none.
    var description: LuaValue? { LuaValue(frame) }
}

extension Plugin {
    /// Goes on with a plugin that was asked before what it is.
    /// - Parameter record: what it said then.
    package init?(
        _ files: PluginFiles, _ manifest: Manifest, _ subjects: Subjects, _ limits: PluginLimits,
        today: String?, grant: PluginGrant?, _ record: PluginRecordText
    ) throws(PluginFailure) {
        guard let description = record.description else { return nil }
        try self.init(files, manifest, subjects, limits, today: today, grant: grant, description)
    }
}
