/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error

    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A range of a document, resolved to lines and columns.
public struct Location: Hashable, Sendable {
    public var path: String
    public var start: SourcePosition
    /// Just after the last byte.
    public var end: SourcePosition

    public init(path: String, start: SourcePosition, end: SourcePosition) {
        self.path = path
        self.start = start
        self.end = end
    }
}

/// Something a check has to say about a spec. Small, for a run may hold many at once.
public struct Finding: Sendable, Equatable {
    /// `plugin/rule`; `reading/…` for what reading itself finds.
    public var rule: String
    /// One sentence in lower case, without its place and its rule.
    public var message: String
    public var location: Location
    /// The key of the item at hand.
    public var item: String?
    /// Empty, or one.
    private var extras: [Extra] = []
    public var severity: Severity

    /// What few findings have.
    private struct Extra: Sendable, Equatable {
        var related: [Related] = []
        var help: String?
        var fix: [Edit] = []
        var applicability = Applicability.safe
    }

    /// A place, and what it has to do with the finding: one sentence in lower case.
    public struct Related: Hashable, Sendable {
        public var message: String
        public var location: Location

        public init(message: String, location: Location) {
            self.message = message
            self.location = location
        }
    }

    public init(
        rule: String, severity: Severity, message: String, location: Location,
        item: String? = nil, related: [Related] = [], help: String? = nil, fix: [Edit] = [],
        applicability: Applicability = .safe
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.location = location
        self.item = item
        extra = Extra(related: related, help: help, fix: fix, applicability: applicability)
    }

    private var extra: Extra {
        get { extras.first ?? Extra() }
        set { extras = newValue == Extra() ? [] : [newValue] }
    }

    /// Other places that it is about, in any document of the run.
    public var related: [Related] {
        get { extra.related }
        set { extra.related = newValue }
    }

    /// A page, `https://…`, that says more.
    public var help: String? {
        get { extra.help }
        set { extra.help = newValue }
    }

    /// What would mend it: all of these edits or none, in document order; none where nobody knows.
    public var fix: [Edit] {
        get { extra.fix }
        set { extra.fix = newValue }
    }

    /// Of the fix.
    public var applicability: Applicability {
        get { extra.applicability }
        set { extra.applicability = newValue }
    }
}

/// What a fix may do without being looked at.
public enum Applicability: String, Sendable, CaseIterable {
    /// What the spec says stays, or is what its author meant beyond doubt.
    case safe
    /// It may say something else, or lose something: for whoever looks at each.
    case unsafe
}

extension [Finding] {
    /// Is one of them an error? Of those that reading gives: is a document not what it should be?
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

/// New bytes for one range of one document.
public struct Edit: Sendable, Equatable {
    public var path: String
    public var range: SourceRange
    public var replacement: String
    /// Edits that a plugin asks for in one go, with one number: those of a transform are of one request
    /// and make no sense apart, those of fixes were tried together.
    public var group: Int

    public init(path: String, range: SourceRange, replacement: String, group: Int = 0) {
        self.path = path
        self.range = range
        self.replacement = replacement
        self.group = group
    }
}
