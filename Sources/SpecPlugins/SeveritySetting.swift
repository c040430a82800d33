package import SpecModel
package import Yaml

/// What a check's findings count as, for whoever sets it.
package enum SeveritySetting: Sendable, Equatable {
    case on(Severity)
    case off

    private static let words = ["error", "warning", "info", "off"]

    /// - Parameter name: what the node is the value of.
    package init(_ node: YamlNode, _ name: String) throws(YamlError) {
        guard case .scalar(let word, _) = node.value, !node.isNull else {
            throw node.expected("error, warning, info or off", name)
        }
        if word == "off" {
            self = .off
        } else if let severity = Severity(rawValue: word) {
            self = .on(severity)
        } else {
            let near = nearestName(to: word, among: Self.words)
            throw YamlError(
                message: "\"\(name)\" must be error, warning, info or off, found \"\(word)\""
                    + (near.map { "; did you mean \"\($0)\"?" } ?? ""), mark: node.start)
        }
    }
}
