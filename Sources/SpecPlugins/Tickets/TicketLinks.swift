internal import LuaSandbox

/// That a ticket of a tracker stands for something in the specs.
public struct TicketLink: Sendable, Hashable {
    /// The tracker, as an export calls it: `jira`, `jira:PAY`.
    public var tracker: String
    /// What the ticket stands for: `docs/checkout.md#FR-1`.
    public var uid: String
    /// How the tracker calls it: `PAY-12`.
    public var key: String
    /// The digest of what the tracker was told.
    public var hash: String
    /// `epic story task question`.
    public var kind: String
    /// What it was called when the tracker was told.
    public var title: String

    public init(
        tracker: String, uid: String, key: String, hash: String, kind: String, title: String
    ) {
        self.tracker = tracker
        self.uid = uid
        self.key = key
        self.hash = hash
        self.kind = kind
        self.title = title
    }
}

/// What an export knows of trackers.
public struct TicketLinks: Sendable, Equatable {
    /// What becomes of a new ticket that is like one which is gone.
    public enum Matches: String, Sendable, CaseIterable {
        /// Nobody said; it is planned as a match.
        case ask
        /// It is the other one, in other words.
        case accept
        /// It is new.
        case reject
    }

    public var links: [TicketLink]
    public var matches: Matches
    /// Is the run about all specs of the workspace? Else what it does not see is not gone.
    public var isWhole: Bool

    public init(_ links: [TicketLink] = [], matches: Matches = .ask, isWhole: Bool = true) {
        self.links = links
        self.matches = matches
        self.isWhole = isWhole
    }

    /// As the host's `exports.lua` reads it.
    var frame: Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            builder.text("matches", matches.rawValue)
            builder.key("whole")
            builder.boolean(isWhole)
            builder.key("list")
            builder.list { builder in
                for link in links {
                    builder.record { builder in
                        builder.text("tracker", link.tracker)
                        builder.text("uid", link.uid)
                        builder.text("key", link.key)
                        builder.text("hash", link.hash)
                        builder.text("kind", link.kind)
                        builder.text("title", link.title)
                    }
                }
            }
        }
        return builder.finish()
    }
}
