/// A place in a YAML text.
public struct YamlMark: Sendable, Hashable {
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in UTF-8 bytes.
    public var column: Int
    /// Counted from 0, in UTF-8 bytes.
    public var offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}

/// A value of a YAML document and where it stands.
public struct YamlNode: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        /// `quoted` tells `"5"` from `5`.
        case scalar(String, quoted: Bool)
        case sequence([YamlNode])
        /// In document order; keys are unique.
        case mapping([YamlPair])
    }

    public var value: Value
    public var start: YamlMark
    /// Just after the last byte.
    public var end: YamlMark

    public init(value: Value, start: YamlMark, end: YamlMark) {
        self.value = value
        self.start = start
        self.end = end
    }
}

/// A key and its value.
public struct YamlPair: Sendable, Equatable {
    public var key: String
    public var keyStart: YamlMark
    public var value: YamlNode

    public init(key: String, keyStart: YamlMark, value: YamlNode) {
        self.key = key
        self.keyStart = keyStart
        self.value = value
    }
}

/// What is wrong with a YAML text, and where.
public struct YamlError: Error, Sendable, Equatable {
    public var message: String
    public var mark: YamlMark

    public init(message: String, mark: YamlMark) {
        self.message = message
        self.mark = mark
    }
}
