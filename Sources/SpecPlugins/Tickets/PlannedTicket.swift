internal import LuaSandbox

/// What is to be done in a tracker for one ticket.
public struct PlannedTicket: Sendable, Equatable {
    public enum Operation: String, Sendable, CaseIterable {
        case create, update, noop
        /// It is new, or the one whose key it has in other words: somebody has to say.
        case match
        /// Nothing in the specs stands for it any more.
        case vanished
    }

    public var operation: Operation
    public var tracker: String
    public var uid: String
    public var kind: String
    public var title: String
    /// The digest of what the tracker is to be told.
    public var hash: String
    /// How the tracker calls it, where it has it.
    public var key: String?
    /// The uid that it had before, of a ticket in other words.
    public var was: String?

    public init(
        _ operation: Operation, tracker: String, uid: String, kind: String, title: String,
        hash: String, key: String? = nil, was: String? = nil
    ) {
        self.operation = operation
        self.tracker = tracker
        self.uid = uid
        self.kind = kind
        self.title = title
        self.hash = hash
        self.key = key
        self.was = was
    }

    /// - Returns: nil where the host's Lua says no such thing.
    init?(_ value: LuaValue) {
        guard let operation = value["op"]?.string.flatMap(Operation.init),
            let tracker = value["tracker"]?.string, let uid = value["uid"]?.string,
            let kind = value["kind"]?.string, let title = value["title"]?.string,
            let hash = value["hash"]?.string
        else { return nil }
        self.init(
            operation, tracker: tracker, uid: uid, kind: kind, title: title, hash: hash,
            key: value["key"]?.string, was: value["was"]?.string)
    }
}
