internal import CBundle

/// The templates that travel inside the executable.
public enum BundledTemplate {
    /// In the order of the documentation.
    public static let names = ["numbered", "engineering", "proposal", "formal", "feature"]

    /// The document's bytes; nil where there is no template of the name.
    public static func bytes(_ name: String) -> [UInt8]? {
        guard names.contains(name) else { return nil }
        for index in 0..<bundle_count() {
            let file = unsafe bundle_at(index)
            guard unsafe String(cString: file.path) == "templates/bundled/\(name).md" else {
                continue
            }
            let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            return unsafe Array(bytes)
        }
        return nil
    }
}
