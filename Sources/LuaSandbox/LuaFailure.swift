/// Why Lua code did not finish.
public struct LuaFailure: Error, Sendable, Equatable {
    public enum Kind: String, Sendable { case syntax, runtime, limit, denied, shape }

    public var kind: Kind
    /// One line, sanitised, without the place in front.
    public var message: String
    /// The chunk and line where it happened, where they are known.
    public var chunk: String?
    public var line: Int?
    /// `risk-register/init.lua:12: in function 'run'`, innermost first; the plugin's frames only.
    public var traceback: [String]
    /// What the host code last marked with `sandbox.mark`, as a list.
    public var mark: LuaValue
    /// Which limit was hit, where `kind` is `limit`.
    public var limit: Limits.Name?

    public init(
        kind: Kind, message: String, chunk: String? = nil, line: Int? = nil,
        traceback: [String] = [], mark: LuaValue = .none, limit: Limits.Name? = nil
    ) {
        self.kind = kind
        self.message = message
        self.chunk = chunk
        self.line = line
        self.traceback = traceback
        self.mark = mark
        self.limit = limit
    }
}
