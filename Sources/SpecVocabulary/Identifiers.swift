/// A word of the vocabulary.
package struct WordID: Hashable, Sendable {
    package var rawValue: Int

    // Other modules would call a synthesized one through a table of witnesses; so below.
    package static func == (left: WordID, right: WordID) -> Bool { left.rawValue == right.rawValue }
}

/// A kind of item. Those that reading knows more of than the vocabulary says have a constant.
package struct KindID: Hashable, Sendable, Comparable {
    package var rawValue: Int

    /// All kinds of the bundled file, in its order.
    static let known = [
        "goal", "non-goal", "constraint", "component", "endpoint", "entity", "requirement",
        "quality", "dependency", "test", "test-case", "phase", "task", "flag", "metric", "alert",
        "risk", "threat", "question", "alternative", "permission", "variable", "term", "reference",
        "signoff", "revision",
    ]

    private init(_ name: String) { rawValue = Self.known.firstIndex(of: name) ?? 0 }

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Is it a kind that a workspace or a plugin brings?
    package var isAdded: Bool { rawValue >= Self.known.count }

    package static let component = KindID("component")
    package static let endpoint = KindID("endpoint")
    package static let entity = KindID("entity")
    package static let requirement = KindID("requirement")
    package static let quality = KindID("quality")
    package static let dependency = KindID("dependency")
    package static let test = KindID("test")
    package static let testCase = KindID("test-case")
    package static let phase = KindID("phase")
    package static let task = KindID("task")
    package static let question = KindID("question")
    package static let flag = KindID("flag")
    package static let alert = KindID("alert")
    package static let risk = KindID("risk")
    package static let threat = KindID("threat")
    package static let term = KindID("term")
    package static let reference = KindID("reference")
    package static let signoff = KindID("signoff")
    package static let revision = KindID("revision")

    package static func == (left: KindID, right: KindID) -> Bool { left.rawValue == right.rawValue }

    package static func ~= (pattern: KindID, kind: KindID) -> Bool { pattern == kind }

    package static func < (left: KindID, right: KindID) -> Bool { left.rawValue < right.rawValue }
}

/// What headings of a meaning have in common.
package struct RoleID: Hashable, Sendable {
    package var rawValue: Int

    package static func == (left: RoleID, right: RoleID) -> Bool { left.rawValue == right.rawValue }
}

/// The name of a field, of whatever kind.
package struct FieldID: Hashable, Sendable {
    package var rawValue: Int
}
