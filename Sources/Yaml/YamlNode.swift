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
    /// The three kinds of values.
    public enum Value: Sendable, Equatable {
        /// `quoted` tells `"5"` from `5`.
        case scalar(String, quoted: Bool)
        case sequence([YamlNode])
        /// In document order; keys are unique.
        case mapping([YamlPair])
    }

    /// What it is.
    public var value: Value
    /// At its first byte.
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
    /// Its text, without quotes.
    public var key: String
    /// At the first byte of the key.
    public var keyStart: YamlMark
    /// What stands behind the colon.
    public var value: YamlNode

    public init(key: String, keyStart: YamlMark, value: YamlNode) {
        self.key = key
        self.keyStart = keyStart
        self.value = value
    }
}

/// What is wrong with a YAML text, and where.
public struct YamlError: Error, Sendable, Equatable {
    /// In lower case: what was found, what was expected.
    public var message: String
    /// Where it was found.
    public var mark: YamlMark

    public init(message: String, mark: YamlMark) {
        self.message = message
        self.mark = mark
    }
}
