internal import SpecPlugins
internal import Yaml

extension OptionDeclaration {
    /// The value that a configuration gives, where it is one that the plugin declares.
    func value(_ node: YamlNode) throws(YamlError) -> OptionValue {
        let value: OptionValue =
            switch type {
            case .boolean: .boolean(try node.boolean(name))
            case .integer: .integer(try node.integer(name))
            case .number: .number(try node.number(name))
            case .string: .string(try node.string(name))
            case .list: .list(try texts(node))
            }
        if let fault = fault(value) { throw YamlError(message: fault, mark: node.start) }
        return value
    }

    /// The value that a command line gives; lists are written `a,b`.
    func value(_ text: String) throws(Problem) -> OptionValue {
        let value: OptionValue? =
            switch type {
            case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
            case .integer: Int(text).map { .integer($0) }
            case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
            case .string: .string(text)
            case .list: .list(text.split(separator: ",").map { String($0) })
            }
        guard let value else {
            throw Problem("\"\(name)\" must be \(type.prose), found \"\(text)\"")
        }
        if let fault = fault(value) { throw Problem(fault) }
        return value
    }

    private func texts(_ node: YamlNode) throws(YamlError) -> [String] {
        var texts: [String] = []
        for element in try node.list(name) { texts.append(try element.string(name)) }
        return texts
    }

    /// Why a value of the right type will not do.
    private func fault(_ value: OptionValue) -> String? {
        switch value {
        case .boolean: nil
        case .integer(let number): fault(number: Double(number), "\(number)")
        case .number(let number): fault(number: number, "\(number)")
        case .string(let text): fault(text: text)
        case .list(let texts): texts.lazy.compactMap { fault(text: $0) }.first
        }
    }

    private func fault(number: Double, _ shown: String) -> String? {
        if let minimum, number < minimum {
            return "\"\(name)\" must be at least \(Self.shown(minimum)), found \(shown)"
        }
        if let maximum, number > maximum {
            return "\"\(name)\" must be at most \(Self.shown(maximum)), found \(shown)"
        }
        return nil
    }

    private func fault(text: String) -> String? {
        if choices.isEmpty || choices.contains(text) { return nil }
        return "\"\(name)\" cannot be \"\(text)\"" + suggestion(for: text, among: choices)
    }

    private static func shown(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }
}

extension OptionDeclaration.ValueType {
    fileprivate var prose: String {
        switch self {
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .string: "text"
        case .list: "a list"
        }
    }
}
