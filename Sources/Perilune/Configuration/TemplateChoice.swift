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
    /// A file, by its path.
    case file(String)

    /// What a configuration or a command line says: `none`, `auto`, a bundled template or a path;
    /// nil where it is neither.
    public init?(_ text: String) {
        switch text {
        case "none": self = .none
        case TemplateReader.automatic: self = .automatic
        case let name where BundledTemplate.names.contains(name): self = .bundled(name)
        case let path where path.contains("/") || Path.isMarkdown(path):
            self = .file(Path.normalised(path))
        default: return nil
        }
    }

    /// What is wrong with a text that is no choice.
    public static func unknown(_ text: String) -> String {
        let known = BundledTemplate.names + [TemplateReader.automatic, "none"]
        let near = nearestName(to: text, among: known)
        return "unknown template \"\(text)\""
            + (near.map { "; did you mean \"\($0)\"?" }
                ?? "; expected \(known.joined(separator: ", ")) or a Markdown file")
    }

    /// As documents name it; nil for none.
    var name: String? {
        switch self {
        case .none: nil
        case .automatic: TemplateReader.automatic
        case .bundled(let name), .file(let name): name
        }
    }
}
