internal import SpecPlugins
internal import SpecTemplates
internal import Yaml

/// Which template documents are held against.
public enum TemplateChoice: Sendable, Equatable {
    /// None.
    case none
    /// The nearest of the bundled ones.
    case automatic
    /// A bundled one.
    case bundled(String)
    /// One of a plugin that is on.
    case plugin(String, template: String)
    /// A file, by its path, which is no other template's name: `./feature` keeps its `./`.
    case file(String)

    /// What a configuration or a command line says: `none`, `auto`, a bundled template, one of a plugin
    /// or a path; nil where it is none of these. `word/word` is a plugin's, whatever files there are.
    public init?(_ text: String) {
        if let choice = Self.named(text) {
            self = choice
        } else if text.contains("/") || Path.isMarkdown(text) {
            self = .file(at: text)
        } else {
            return nil
        }
    }

    /// The file at a path, whatever else its name would mean.
    public static func file(at path: String) -> TemplateChoice {
        let path = Path.normalised(path)
        return .file(named(path) == nil ? path : "./" + path)
    }

    private static func named(_ text: String) -> TemplateChoice? {
        switch text {
        case "none": return TemplateChoice.none
        case TemplateReader.automatic: return .automatic
        case let name where BundledTemplate.names.contains(name): return .bundled(name)
        default:
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 2, parts[1].isKebabCase,
                ConfigurationReader.refusal(ofPluginName: parts[0]) == nil
            else { return nil }
            return .plugin(parts[0], template: parts[1])
        }
    }

    /// What is wrong with a text that is no choice.
    public static func unknown(_ text: String) -> String {
        let known = BundledTemplate.names + [TemplateReader.automatic, "none"]
        let near = nearestName(to: text, among: known)
        return "unknown template \"\(text)\""
            + (near.map { "; did you mean \"\($0)\"?" }
                ?? "; expected \(known.joined(separator: ", ")), plugin/template or a Markdown file")
    }

    /// As documents name it; nil for none.
    var name: String? {
        switch self {
        case .none: nil
        case .automatic: TemplateReader.automatic
        case .bundled(let name), .file(let name): name
        case .plugin(let plugin, let template): "\(plugin)/\(template)"
        }
    }
}
