import Foundation

/// Text that tries everything that text can try with whoever shows it.
enum HostileText {
    /// One line, beginning with a command; the place that it stands in can be read off it.
    static func line(_ place: String) -> String {
        "::" + marker(place) + controls + commands
    }

    /// Several lines, each of which begins with a command, in every way that a line can end.
    static func lines(_ place: String) -> String {
        line(place) + "\n::error::\r::error::\r\n \u{A0}\u{3000}::error::\u{2028}::error::\u{85}::x"
    }

    /// Without a slash, for the name of a file.
    static func name(_ place: String) -> String {
        lines(place).replacing("/", with: "|")
    }

    /// What an output that shows the place holds.
    static func marker(_ place: String) -> String { "error at \(place)::" }

    private static let controls =
        "\u{1B}[35;5m\u{1B}]0;title\u{7}\u{9B}2J\u{8}\u{7F}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{AD}"
    private static let commands =
        "##[error]##[group]##vso[x]##teamcity[x =cmd!A1 ../../../etc/passwd"

    /// As a string of Lua, all of it in escapes.
    static func lua(_ text: String) -> String {
        "\"" + text.utf8.map { "\\" + String(1000 + Int($0)).suffix(3) }.joined() + "\""
    }

    /// As a double-quoted scalar of YAML.
    static func yaml(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                if 0x20..<0x7F ~= scalar.value, scalar != "\\", scalar != "\"" {
                    return String(scalar)
                }
                return "\\u" + String(0x10000 + scalar.value, radix: 16).suffix(4)
            }.joined() + "\""
    }
}

/// What is wrong with the bytes of an output; empty where nothing is.
struct OutputFlaws: CustomStringConvertible {
    private(set) var all: [String] = []

    /// - Parameter kept: scalars that this output may hold although a terminal acts on them.
    init(_ bytes: [UInt8], keeping kept: Set<Unicode.Scalar> = ["\n"]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            all = ["no UTF-8"]
            return
        }
        for scalar in text.unicodeScalars where !kept.contains(scalar) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
                all.append("U+\(String(scalar.value, radix: 16)) in \(Self.around(scalar, text))")
            default: break
            }
        }
        // As the runners of CI systems read a log.
        for line in text.unicodeScalars.split(whereSeparator: { "\r\n".unicodeScalars.contains($0) }
        ) {
            let line = String(line).lowercased()
            if line.unicodeScalars.drop(while: \.properties.isWhitespace)
                .starts(with: "::".unicodeScalars)
            {
                all.append("a command at the begin: \(line.prefix(80))")
            }
            for command in ["##[", "##vso[", "##teamcity["] where line.contains(command) {
                all.append("\(command) in \(line.prefix(80))")
            }
        }
    }

    var description: String { all.prefix(5).joined(separator: "\n") }

    private static func around(_ scalar: Unicode.Scalar, _ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let place = scalars.firstIndex(of: scalar) else { return "" }
        let start = scalars.index(place, offsetBy: -60, limitedBy: scalars.startIndex)
        return String(scalars[(start ?? scalars.startIndex)..<place])
    }
}
