internal import SpecModel

/// One condition, `[impact>=high]`.
public struct Filter: Sendable, Equatable {
    /// The signs between a name and a value, in the order in which errors list them.
    public enum Operator: String, Sendable, CaseIterable {
        case equal = "="
        case notEqual = "!="
        case contains = "~"
        case containsNot = "!~"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="

        /// Does it need a value that has an order?
        var isOrder: Bool { [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(self) }
    }

    /// What is asked of the field.
    public enum Condition: Sendable, Equatable {
        /// `[owner]`: is there a value, or a tick?
        case present
        /// `[!owner]`: the opposite.
        case absent
        case compare(Operator, Literal)
    }

    public let field: FieldReference
    public let condition: Condition

    func matches(_ item: Item, in spec: Spec, _ work: inout Work) -> Bool {
        guard let values = field.values(of: item, in: spec, &work) else { return false }
        switch condition {
        case .present: return values.contains { $0.isPresent }
        case .absent: return !values.contains { $0.isPresent }
        case .compare(.equal, let literal): return Self.equal(values, literal)
        case .compare(.notEqual, let literal): return !Self.equal(values, literal)
        case .compare(.contains, let literal): return Self.contain(values, literal)
        case .compare(.containsNot, let literal): return !Self.contain(values, literal)
        case .compare(let sign, let literal):
            return values.contains { value in
                guard let order = literal.order?.compare(value) else { return false }
                return sign.holds(order)
            }
        }
    }

    /// Nothing is the same as an empty text, whether the document has no such field or an empty one.
    private static func equal(_ values: [Candidate], _ literal: Literal) -> Bool {
        if literal.folded.isEmpty { return values.allSatisfy { Folding.isBlank($0.text) } }
        return values.contains { value in
            if let boolean = value.boolean { return boolean == literal.boolean }
            return value.word == literal.word || Folding.bytes(value.text) == literal.folded
                || literal.order?.isMeaning(of: value) == true
        }
    }

    private static func contain(_ values: [Candidate], _ literal: Literal) -> Bool {
        values.contains { literal.needle.isIn(Folding.bytes($0.text)) }
    }
}

extension Filter.Operator {
    fileprivate func holds(_ order: Int) -> Bool {
        switch self {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal, .notEqual, .contains, .containsNot: false
        }
    }
}
