internal import EmbeddedFiles

/// The manual page, perilune(1), inside the executable.
public enum ManualPage {
    /// In mdoc(7). It is made of the commands, and a test holds it to them.
    public static let bytes = EmbeddedFile.all(below: "man").first?.bytes ?? []
}
