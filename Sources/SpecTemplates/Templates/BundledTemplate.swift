internal import EmbeddedFiles

/// The templates that travel inside the executable.
public enum BundledTemplate {
    /// In the order of the documentation.
    public static let names = ["numbered", "engineering", "proposal", "formal", "feature"]

    /// The document's bytes; nil where there is no template of the name.
    public static func bytes(_ name: String) -> [UInt8]? {
        guard names.contains(name) else { return nil }
        return EmbeddedFile.at("templates/bundled/\(name).md")?.bytes
    }
}
