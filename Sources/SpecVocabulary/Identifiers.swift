/// A word of the vocabulary.
package struct WordID: Hashable, Sendable {
    package var rawValue: Int

    // Other modules would call a synthesized one through a table of witnesses; so below.
    package static func == (left: WordID, right: WordID) -> Bool { left.rawValue == right.rawValue }
}

/// A kind of item. Those that reading knows more of than the vocabulary says have a constant.
package struct KindID: Hashable, Sendable, Comparable {
    package let rawValue: Int

    /// All kinds of the bundled file, in its order.
    @usableFromInline
    enum Known: Int {
        case goal, nonGoal, constraint, component, endpoint, entity, requirement
        case quality, dependency, test, testCase, phase, task, flag, metric, alert
        case risk, threat, question, alternative, permission, variable, term, reference
        case signoff, revision
    }

    /// Their names, in the same order.
    static let known = [
        "goal", "non-goal", "constraint", "component", "endpoint", "entity", "requirement",
        "quality", "dependency", "test", "test-case", "phase", "task", "flag", "metric", "alert",
        "risk", "threat", "question", "alternative", "permission", "variable", "term", "reference",
        "signoff", "revision",
    ]

    @inlinable @inline(__always)
    init(_ known: Known) { rawValue = known.rawValue }

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Is it a kind that a workspace or a plugin brings?
    @inlinable
    package var isAdded: Bool { rawValue > Known.revision.rawValue }

    // Constants of their module would be asked for by a call.
    @inlinable @inline(__always) package static var component: KindID { KindID(.component) }
    @inlinable @inline(__always) package static var endpoint: KindID { KindID(.endpoint) }
    @inlinable @inline(__always) package static var entity: KindID { KindID(.entity) }
    @inlinable @inline(__always) package static var requirement: KindID { KindID(.requirement) }
    @inlinable @inline(__always) package static var quality: KindID { KindID(.quality) }
    @inlinable @inline(__always) package static var dependency: KindID { KindID(.dependency) }
    @inlinable @inline(__always) package static var test: KindID { KindID(.test) }
    @inlinable @inline(__always) package static var testCase: KindID { KindID(.testCase) }
    @inlinable @inline(__always) package static var phase: KindID { KindID(.phase) }
    @inlinable @inline(__always) package static var task: KindID { KindID(.task) }
    @inlinable @inline(__always) package static var question: KindID { KindID(.question) }
    @inlinable @inline(__always) package static var flag: KindID { KindID(.flag) }
    @inlinable @inline(__always) package static var alert: KindID { KindID(.alert) }
    @inlinable @inline(__always) package static var risk: KindID { KindID(.risk) }
    @inlinable @inline(__always) package static var threat: KindID { KindID(.threat) }
    @inlinable @inline(__always) package static var term: KindID { KindID(.term) }
    @inlinable @inline(__always) package static var reference: KindID { KindID(.reference) }
    @inlinable @inline(__always) package static var signoff: KindID { KindID(.signoff) }
    @inlinable @inline(__always) package static var revision: KindID { KindID(.revision) }

    @inlinable @inline(__always)
    package static func == (left: KindID, right: KindID) -> Bool { left.rawValue == right.rawValue }

    @inlinable @inline(__always)
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
