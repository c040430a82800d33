public import Yaml

extension OptionDeclaration {
    /// The value that a YAML node gives this option.
    /// - Throws: what is wrong with it and where: a wrong type, a choice that is none, a number
    ///   out of bounds.
    public func value(from node: YamlNode) throws(YamlError) -> OptionValue {
        let value: OptionValue
        switch type {
        case .boolean: value = .boolean(try node.boolean(name))
        case .integer: value = .integer(try node.integer(name))
        case .number: value = .number(try node.number(name))
        case .string: value = .string(try node.string(name))
        case .list:
            var elements: [String] = []
            for element in try node.list(name) { elements.append(try element.string(name)) }
            value = .list(elements)
        }
        if let problem = problem(with: value) {
            throw YamlError(message: problem, mark: node.start)
        }
        return value
    }

    /// What is wrong with a value for this option, or nil.
    public func problem(with value: OptionValue) -> String? {
        switch (type, value) {
        case (.boolean, .boolean): nil
        case (.integer, .integer(let number)): boundsProblem(Double(number), "\(number)")
        case (.number, .integer(let number)): boundsProblem(Double(number), "\(number)")
        case (.number, .number(let number)): boundsProblem(number, "\(number)")
        case (.string, .string(let text)): choiceProblem([text])
        case (.list, .list(let elements)): choiceProblem(elements)
        default: "\"\(name)\" must be of type \(type.rawValue), found \(value.found)"
        }
    }

    private func choiceProblem(_ texts: [String]) -> String? {
        guard !choices.isEmpty, let wrong = texts.first(where: { !choices.contains($0) }) else {
            return nil
        }
        return "\"\(name)\" cannot be \"\(wrong)\"\(suggestion(for: wrong, among: choices))"
    }

    private func boundsProblem(_ number: Double, _ text: String) -> String? {
        if let minimum, number < minimum {
            return "\"\(name)\" must be at least \(minimum.shortest), found \(text)"
        }
        if let maximum, number > maximum {
            return "\"\(name)\" must be at most \(maximum.shortest), found \(text)"
        }
        return nil
    }
}

extension OptionValue {
    /// What it is, for messages.
    fileprivate var found: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "\"\(value)\""
        case .list: "a list"
        }
    }
}

extension Double {
    /// `5`, not `5.0`.
    fileprivate var shortest: String {
        self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)"
    }
}
