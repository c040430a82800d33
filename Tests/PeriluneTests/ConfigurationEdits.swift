import Perilune
import Yaml

/// An edit of a configuration.
enum Edits: CustomStringConvertible {
    case add, set(String), remove(String)

    static let shared = YamlValue.members([
        ("git", .text("https://git.example/acme.git")), ("subdir", .text("rules")),
        ("version", .text("^1.2")),
        ("grant", .members([("read", .list(["data/*.csv"])), ("env", .list(["TEAM"]))])),
    ])

    static func plugins(of bytes: [UInt8]) -> [String] {
        guard let node = try? YamlNode.parse(bytes)?["plugins"],
            case .mapping(let pairs) = node.value
        else { return [] }
        return pairs.map(\.key)
    }

    static func all(of bytes: [UInt8]) -> [Edits] {
        [.add] + plugins(of: bytes).flatMap { [.set($0), .remove($0)] }
    }

    func result(_ bytes: [UInt8]) -> [UInt8]? {
        guard var editor = try? ConfigurationEditor(bytes, path: "perilune.yml") else { return nil }
        do {
            switch self {
            case .add: try editor.addPlugin("acme-rules", Self.shared)
            case .set(let name): try editor.setPlugin(name, "version", ">=2")
            case .remove(let name): try editor.removePlugin(name)
            }
        } catch {
            return nil
        }
        return editor.bytes
    }

    var description: String {
        switch self {
        case .add: "add"
        case .set(let name): "set \(name)"
        case .remove(let name): "remove \(name)"
        }
    }

    /// What a node says, without its places.
    static func dump(_ node: YamlNode?) -> String {
        switch node?.value {
        case nil: "absent"
        case .scalar(let text, let isQuoted): isQuoted ? "'\(text)'" : text
        case .sequence(let elements): "[" + elements.map { dump($0) }.joined(separator: ",") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\($0.key):\(dump($0.value))" }.joined(separator: ",") + "}"
        }
    }

    static func comments(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .compactMap { line in line.firstIndex(of: "#").map { String(line[$0...]) } }
    }
}
