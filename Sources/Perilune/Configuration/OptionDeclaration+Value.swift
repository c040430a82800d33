internal import SpecPlugins

extension OptionDeclaration {
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
        if let problem = problem(with: value) { throw Problem(problem) }
        return value
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
