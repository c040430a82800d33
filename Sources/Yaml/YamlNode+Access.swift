// Typed reading. `name` is what an error calls the value: `"severity" must be text, found a list`.

extension YamlNode {
    /// What stands here, for messages: `a list`, `the text "x"`, `nothing`.
    public var found: String {
        switch value {
        case .scalar(let text, _): isNull ? "nothing" : "\"\(text)\""
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Is there no value (`key:`, `~`, `null`)?
    public var isNull: Bool {
        guard case .scalar(let text, quoted: false) = value else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The value under a key; nil where there is none, or no mapping.
    public subscript(_ key: String) -> YamlNode? {
        guard case .mapping(let pairs) = value else { return nil }
        return pairs.first { $0.key == key }?.value
    }

    /// The pairs of a mapping, in document order. Nothing at all is an empty mapping.
    public func mapping(_ name: String) throws(YamlError) -> [YamlPair] {
        if isNull { return [] }
        guard case .mapping(let pairs) = value else {
            throw expected("a mapping", name)
        }
        return pairs
    }

    /// The elements of a list. Nothing at all is an empty list.
    public func list(_ name: String) throws(YamlError) -> [YamlNode] {
        if isNull { return [] }
        guard case .sequence(let elements) = value else { throw expected("a list", name) }
        return elements
    }

    /// The text of a scalar, whether quoted or not.
    public func string(_ name: String) throws(YamlError) -> String {
        guard case .scalar(let text, _) = value, !isNull else { throw expected("text", name) }
        return text
    }

    /// `true` or `false`.
    public func boolean(_ name: String) throws(YamlError) -> Bool {
        switch value {
        case .scalar("true", quoted: false): return true
        case .scalar("false", quoted: false): return false
        default: throw expected("true or false", name)
        }
    }

    /// A whole number in decimal digits.
    public func integer(_ name: String) throws(YamlError) -> Int {
        guard case .scalar(let text, quoted: false) = value, let number = Int(text) else {
            throw expected("a whole number", name)
        }
        return number
    }

    /// A finite number.
    public func number(_ name: String) throws(YamlError) -> Double {
        guard case .scalar(let text, quoted: false) = value, let first = text.utf8.first,
            // Double also reads "0x1p3", "inf" and "nan", which nobody means here.
            text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            first != UInt8(ascii: "e"), let number = Double(text), number.isFinite
        else { throw expected("a number", name) }
        return number
    }

    /// An error at this value: `"name" must be a list, found "x"`.
    public func expected(_ what: String, _ name: String) -> YamlError {
        YamlError(message: "\"\(name)\" must be \(what), found \(found)", mark: start)
    }
}

extension YamlPair {
    /// An error at this key, naming the nearest key that would do: `unknown key "plugns"; did you
    /// mean "plugins"?`.
    public func unknown(among known: [String]) -> YamlError {
        YamlError(
            message: "unknown key \"\(key)\"\(suggestion(for: key, among: known))",
            mark: keyStart)
    }
}
