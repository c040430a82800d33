internal import Yaml

/// Reads selectors:
///
///     selector    = alternative *( "," alternative )
///     alternative = ( kind / "*" ) *filter / 1*filter
///     filter      = "[" ( [ "!" ] reference / reference operator value ) "]"
///     reference   = name [ "." ( name / quoted ) ] / quoted / "spec." ( name / quoted )
///     value       = bare / quoted
///
/// White space may stand between any two of these.
struct QueryReader {
    let bytes: [UInt8]
    private let names: QueryNames
    /// The next byte to read.
    var at = 0

    init(_ text: String, names: QueryNames) {
        bytes = Array(text.utf8)
        self.names = names
    }

    mutating func alternatives() throws(QueryError) -> [Query.Alternative] {
        try begin("expected a kind, such as \"risk\", or \"*\" for all")
        var alternatives = [try alternative()]
        while take(",") { alternatives.append(try alternative()) }
        if at < bytes.count {
            throw unexpected("\"[\", \",\" or the end of the selector")
        }
        return alternatives
    }

    mutating func references(of kinds: [String]?) throws(QueryError) -> [FieldReference] {
        try begin("expected names of fields, such as \"id,text\"")
        var references = [try reference(of: kinds)]
        while take(",") { references.append(try reference(of: kinds)) }
        if at < bytes.count { throw unexpected("\",\" or the end") }
        return references
    }

    private mutating func begin(_ expected: String) throws(QueryError) {
        if bytes.count > Query.longest {
            throw QueryError(
                message: "\(bytes.count) bytes are more than the \(Query.longest) that are read",
                range: Query.longest..<bytes.count)
        }
        skipSpace()
        if at == bytes.count {
            throw QueryError(message: "it is empty; \(expected)", range: at..<at)
        }
    }

    private mutating func alternative() throws(QueryError) -> Query.Alternative {
        skipSpace()
        var kind: String?
        if peek("[") || take("*") {
            kind = nil
        } else {
            let start = at
            guard let name = name() else { throw unexpected("a kind, \"*\" or \"[\"") }
            guard names.kinds.contains(where: { $0.name == name }) else {
                let known = names.kinds.map(\.name)
                throw error(
                    from: start,
                    "unknown kind \"\(Self.shown(name))\"" + suggestion(for: name, among: known))
            }
            kind = name
        }
        var filters: [Filter] = []
        while take("[") { filters.append(try filter(of: kind)) }
        return Query.Alternative(kind: kind, filters: filters)
    }

    private mutating func filter(of kind: String?) throws(QueryError) -> Filter {
        let isAbsent = take("!")
        let field = try reference(of: kind.map { [$0] })
        if take("]") { return Filter(field: field, condition: isAbsent ? .absent : .present) }
        if isAbsent { throw unexpected("\"]\"; a filter that begins with \"!\" has no value") }
        let start = at
        let sign = try sign()
        let literal = Literal(try value())
        if literal.folded.isEmpty, sign != .equal, sign != .notEqual {
            throw error(from: start, "\"\(sign.rawValue)\" needs a value that is not empty")
        }
        if sign.isOrder, literal.order == nil {
            throw error(
                from: start,
                "\"\(sign.rawValue)\" compares levels, numbers and dates such as 2026-01-31; found "
                    + "\"\(Self.shown(literal.text))\""
                    + suggestion(for: literal.word, among: Order.levels))
        }
        guard take("]") else { throw unexpected("\"]\"") }
        return Filter(field: field, condition: .compare(sign, literal))
    }
}

extension QueryReader {
    private mutating func reference(of kinds: [String]?) throws(QueryError) -> FieldReference {
        skipSpace()
        let start = at
        if let column = try quoted() { return FieldReference(.column(column)) }
        guard let name = name() else { throw unexpected("the name of a field") }
        if name == "spec" { return try specReference(from: start) }
        guard names.hasField(name, of: kinds) || QueryNames.ofEveryItem.contains(name) else {
            let kind = kinds?.count == 1 ? kinds?.first : nil
            throw error(
                from: start,
                (kind.map { "the kind \"\($0)\" has no field" } ?? "no kind has a field")
                    + " \"\(Self.shown(name))\""
                    + hint(name, names.fields(of: kinds) + QueryNames.ofEveryItem))
        }
        guard take(".") else { return FieldReference(.item(name)) }
        guard let entry = try quoted() ?? self.name() else { throw unexpected("a name") }
        return FieldReference(.item(name), entry: entry)
    }

    private mutating func specReference(from start: Int) throws(QueryError) -> FieldReference {
        guard take(".") else {
            throw error(
                from: start, "\"spec\" alone is no field; write \"spec.status\" or another of it")
        }
        skipSpace()
        let begin = at
        if let name = try quoted() { return FieldReference(.metadata(name)) }
        guard let written = name() else { throw unexpected("a name, such as \"status\"") }
        let role = String(written.map { $0 == "_" ? "-" : $0 })
        guard names.ofSpecs.contains(role) else {
            throw error(
                from: begin,
                "a spec has no field \"\(Self.shown(written))\"" + hint(written, names.ofSpecs))
        }
        return FieldReference(.spec(role))
    }

    /// The name that was meant, or how to write what nobody knows.
    private func hint(_ name: String, _ known: [String]) -> String {
        if let near = nearestName(to: name, among: known) { return "; did you mean \"\(near)\"?" }
        return "; a name of the document's own stands in quotes"
    }
}
