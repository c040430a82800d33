/// Which kinds of files a package may hold: what a plugin is made of, what its tests compare, what
/// explains it, and what editors and hosts of repositories want beside it.
enum PackageFileKind {
    private static let extensions: Set<String> = [
        // The plugin.
        "lua", "yml", "yaml", "json", "toml", "mustache", "tmpl", "template",
        // Prose.
        "md", "markdown", "txt", "rst", "adoc",
        // What exports write, as tests hold it.
        "csv", "tsv", "jsonl", "ndjson", "xml", "html", "htm", "css", "svg", "sql", "dot", "mmd",
        "puml", "ics", "xlsx",
    ]

    /// Without an extension, whatever their letter case; also with `-` and more: `LICENSE-MIT`.
    private static let names: Set<String> = [
        "license", "licence", "copying", "notice", "authors", "contributors", "readme",
        "changelog", "codeowners", "version",
    ]

    private static let dotted: Set<String> = [
        ".gitattributes", ".gitignore", ".gitkeep", ".mailmap", ".editorconfig", ".luacheckrc",
        ".styluaignore", ".busted",
    ]

    /// What is wrong with the name of a file, without its folders; nil where nothing is.
    static func problem(with name: String) -> String? {
        let lower = name.lowercased()
        if dotted.contains(lower) { return nil }
        let parts = lower.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, extensions.contains(String(parts[parts.count - 1])) { return nil }
        if parts.count == 1, let stem = lower.split(separator: "-").first,
            names.contains(String(stem))
        {
            return nil
        }
        return
            "is of no kind that a plugin needs; remove it, or give the plugin a folder of its own and "
            + "name that with \"subdir\""
    }
}
