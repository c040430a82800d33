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
    private let bytes: [UInt8]
    private let names: QueryNames
    private var at = 0

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
                    from: start, "unknown kind \"\(name)\"" + suggestion(for: name, among: known))
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
    // MARK: references

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
                    + " \"\(name)\"" + hint(name, names.fields(of: kinds) + QueryNames.ofEveryItem))
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
                from: begin, "a spec has no field \"\(written)\"" + hint(written, names.ofSpecs))
        }
        return FieldReference(.spec(role))
    }

    /// The name that was meant, or how to write what nobody knows.
    private func hint(_ name: String, _ known: [String]) -> String {
        if let near = nearestName(to: name, among: known) { return "; did you mean \"\(near)\"?" }
        return "; a name of the document's own stands in quotes"
    }

    // MARK: operators and values

    private mutating func sign() throws(QueryError) -> Filter.Operator {
        skipSpace()
        let start = at
        let isForeign =
            at + 1 < bytes.count && "*^$|".utf8.contains(bytes[at])
            && bytes[at + 1] == UInt8(ascii: "=")
        if isForeign { at += 1 }
        while at < bytes.count, "=!<>~".utf8.contains(bytes[at]) { at += 1 }
        let text = string(start..<at)
        if let sign = Filter.Operator(rawValue: text) { return sign }
        let signs = Filter.Operator.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        if text.isEmpty { throw unexpected("\"]\" or an operator: \(signs)") }
        let meant = [
            "==": "=", "<>": "!=", "=~": "~", "~=": "~", "*=": "~", "=<": "<=", "=>": ">=",
        ]
        let hint = meant[text].map { "; did you mean \"\($0)\"?" } ?? "; expected one of \(signs)"
        throw error(from: start, "unknown operator \"\(text)\"" + hint)
    }

    private mutating func value() throws(QueryError) -> String {
        skipSpace()
        if let text = try quoted() { return text }
        let start = at
        while at < bytes.count, Self.isValueByte(bytes[at]) { at += 1 }
        if at == start { throw unexpected("a value; an empty one is \"\"") }
        let text = string(start..<at)
        if Self.isCurly(text) {
            throw error(from: start, "typographic quotes are none here; write \"…\"")
        }
        let end = at
        skipSpace()
        if at < bytes.count, Self.isValueByte(bytes[at]) || bytes[at] == UInt8(ascii: ",") {
            while at < bytes.count, bytes[at] != UInt8(ascii: "]") { at += 1 }
            throw error(from: start, "a value with spaces or commas stands in quotes")
        }
        at = end
        return text
    }

    /// A text in quotes of either sort; nil where none begins here.
    private mutating func quoted() throws(QueryError) -> String? {
        skipSpace()
        guard at < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[at]) else {
            return nil
        }
        let start = at
        let quote = bytes[at]
        var text: [UInt8] = []
        at += 1
        while at < bytes.count, bytes[at] != quote {
            text.append(try character())
        }
        guard at < bytes.count else { throw error(from: start, "the quote is never closed") }
        at += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func character() throws(QueryError) -> UInt8 {
        let start = at
        at += 1
        guard bytes[start] == UInt8(ascii: "\\") else { return bytes[start] }
        let escapes: [UInt8: UInt8] = [
            UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "\""): UInt8(ascii: "\""),
            UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "n"): UInt8(ascii: "\n"),
            UInt8(ascii: "t"): UInt8(ascii: "\t"),
        ]
        guard at < bytes.count, let meant = escapes[bytes[at]] else {
            throw error(from: start, "a \"\\\" is followed by \", ', \\, n or t")
        }
        at += 1
        return meant
    }
}

extension QueryReader {
    // MARK: tokens

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    static func isBareValue(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isValueByte) && !isCurly(text)
    }

    /// What a value may hold without quotes; brackets, bars and signs are kept for the language.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"[](),|=<>!~\"'\\".utf8.contains(byte)
    }

    private static func isCurly(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "“”„‘’«»".unicodeScalars.contains($0) } ?? false
    }

    private mutating func name() -> String? {
        let start = at
        while at < bytes.count, Self.isNameByte(bytes[at]) { at += 1 }
        return start == at ? nil : string(start..<at)
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    private mutating func peek(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        return at < bytes.count && bytes[at] == UInt8(ascii: sign)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek(sign) else { return false }
        at += 1
        return true
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// A text for a message: not too long, and without control characters.
    private static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(40).map { scalar in
            scalar.properties.generalCategory == .control
                ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return scalars.joined() + (text.unicodeScalars.count > 40 ? "…" : "")
    }

    private func error(from start: Int, _ message: String) -> QueryError {
        QueryError(message: message, range: start..<at)
    }

    /// Something else stands here than what could.
    private mutating func unexpected(_ expected: String) -> QueryError {
        skipSpace()
        if at == bytes.count {
            return QueryError(message: "it ends here; expected \(expected)", range: at..<at)
        }
        let start = at
        at += 1
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        return error(
            from: start, "found \"\(Self.shown(string(start..<at)))\", expected \(expected)")
    }
}
