internal import EmbeddedFiles

/// The functions that the host gives to plugins, as its own source declares them: what stands above
/// each, and its head.
enum HostFunctions {
    private static let gap = "$functions "

    /// A text with the functions of `text` where a line is `$functions text`.
    static func filled(_ text: String) -> String {
        let sources = EmbeddedFile.all(below: "host").map(\.text)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix(gap) else { return String(line) }
            return declarations(of: String(line.dropFirst(gap.count)), in: sources)
                .joined(separator: "\n\n")
        }.joined(separator: "\n")
    }

    /// `function text.trim(s) end` below its comment, for each function of a table or of a class.
    private static func declarations(of name: String, in sources: [String]) -> [String] {
        var declarations: [String] = []
        for source in sources {
            var comment: [Substring] = []
            for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
                let line = line.drop { $0 == " " }
                if line.hasPrefix("---") {
                    comment.append(line)
                    continue
                }
                let names = ["function \(name).", "function \(name):"]
                if names.contains(where: line.hasPrefix), !line.contains(".__"),
                    let end = line.firstIndex(of: ")")
                {
                    declarations.append((comment + ["\(line[...end]) end"]).joined(separator: "\n"))
                }
                comment = []
            }
        }
        return declarations
    }
}
