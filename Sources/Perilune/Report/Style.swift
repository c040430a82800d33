internal import SpecModel

/// Colours, or none.
public struct Style: Sendable, Equatable {
    private let colours: Bool

    /// Text alone.
    public static let plain = Style(colours: false)
    /// With the SGR sequences of ECMA-48 §8.3.117, which every terminal knows.
    public static let coloured = Style(colours: true)

    private init(colours: Bool) {
        self.colours = colours
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    /// Text that says what is wrong.
    public func error(_ text: String) -> String { wrap(text, "1;31") }
    /// Text that wants an answer.
    public func question(_ text: String) -> String { wrap(text, "1;34") }
    func added(_ text: String) -> String { wrap(text, "32") }
    func removed(_ text: String) -> String { wrap(text, "31") }
    func place(_ text: String) -> String { wrap(text, "36") }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: error("error")
        case .warning: wrap("warning", "1;33")
        case .info: wrap("info", "1;34")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        colours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
