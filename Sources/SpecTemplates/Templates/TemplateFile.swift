/// A template of a team's own.
public struct TemplateFile: Sendable, Equatable {
    /// What documents name it by: its path.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Bytes of a template that is read.
    public static let limit = 256 << 10
    /// Bytes of all templates of a workspace.
    public static let totalLimit = 4 << 20
}
