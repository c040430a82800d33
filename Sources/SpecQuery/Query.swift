public import SpecModel

/// Which items somebody asks for, read from a selector such as `risk[impact=high][!mitigation]`.
///
/// A selector is a kind, or `*` for all, with filters in brackets that all must hold; several
/// selectors separated by commas find what any of them finds.
public struct Query: Sendable, Equatable {
    /// One kind with its filters.
    public struct Alternative: Sendable, Equatable {
        /// Nil for all kinds.
        public let kind: String?
        public let filters: [Filter]
    }

    /// Never empty.
    public let alternatives: [Alternative]

    /// Bytes of a selector; more is an error.
    public static let longest = 4096

    /// Reads a selector. Linear in its length.
    public init(_ selector: String, names: QueryNames) throws(QueryError) {
        var reader = QueryReader(selector, names: names)
        alternatives = try reader.alternatives()
    }

    /// The items of a spec that match, as ascending indices in `Spec.items`.
    public func items(in spec: Spec) -> [Int] {
        var work = Work()
        return items(in: spec, work: &work)
    }

    /// The same with the work counted. Where `work` is exhausted, the result is not complete.
    public func items(in spec: Spec, work: inout Work) -> [Int] {
        spec.items.indices.filter { matches(spec.items[$0], in: spec, &work) }
    }

    private func matches(_ item: Item, in spec: Spec, _ work: inout Work) -> Bool {
        alternatives.contains { alternative in
            guard work.spend(1) else { return false }
            if let kind = alternative.kind, kind != item.kind { return false }
            return alternative.filters.allSatisfy { $0.matches(item, in: spec, &work) }
        }
    }

    /// The kinds that it names, each once; nil where it may find any.
    public var kinds: [String]? {
        var seen: Set<String> = []
        let kinds = alternatives.compactMap(\.kind)
        if kinds.count < alternatives.count { return nil }
        return kinds.filter { seen.insert($0).inserted }
    }

    /// The fields that its filters name, each once.
    public var fields: [FieldReference] {
        var seen: Set<FieldReference> = []
        return alternatives.flatMap(\.filters).map(\.field).filter { seen.insert($0).inserted }
    }

    /// Does it say which placeholders it wants? Otherwise nobody wants any.
    public var asksForPlaceholders: Bool {
        fields.contains { $0.base == .item("placeholder") }
    }
}

extension Query: CustomStringConvertible {
    /// The selector in its plainest form, which reads as the same query.
    public var description: String {
        alternatives.map { alternative in
            (alternative.kind ?? "*") + alternative.filters.map(\.description).joined()
        }.joined(separator: ", ")
    }
}

extension Filter: CustomStringConvertible {
    /// As a selector writes it.
    public var description: String {
        switch condition {
        case .present: "[\(field)]"
        case .absent: "[!\(field)]"
        case .compare(let sign, let literal):
            "[\(field)\(sign.rawValue)\(QueryWriter.value(literal.text))]"
        }
    }
}
