internal import SpecPlugins

/// A plugin to begin with: a manifest, one rule and a test that it passes.
public enum PluginScaffold {
    /// Writes it into a folder, which is made; nothing that is there is touched.
    /// - Returns: the files, as seen from the current folder.
    public static func write(to folder: String) throws(Problem) -> [String] {
        let home = Path.join(try Files.currentFolder(), folder)
        let name = Path.name(home)
        guard name.isKebabCase else {
            throw Problem(
                "a plugin cannot be called \"\(name)\"; name a folder of lower-case letters, digits "
                    + "and \"-\"")
        }
        let paths = files(name).map { Path.join(folder, $0.path) }
        if let there = paths.first(where: { Files.status($0) != nil || Files.isLink($0) }) {
            throw Problem("is there already; name another folder", path: there)
        }
        // Folders on the way are made below the current one only.
        let isBelow = Path.staysBelow(folder)
        let root = isBelow ? "." : Path.join(folder, "..")
        for file in files(name) {
            let path = isBelow ? Path.join(folder, file.path) : "\(name)/\(file.path)"
            try Files.write(Array(file.text.utf8), to: path, below: root)
        }
        return paths
    }

    private static func files(_ name: String) -> [(path: String, text: String)] {
        [
            (
                "plugin.yml",
                """
                name: \(name)
                version: 0.1.0
                description: what \(name) asks of specs

                """
            ),
            (
                "init.lua",
                """
                return { checks = { ["risk-owned"] = {
                  summary = "a high-impact risk has an owner",
                  severity = "warning",
                  each = "risk",
                  run = function(risk, report)
                    if risk.impact == "high" and text.is_blank(risk.owner) then
                      report(risk:at "owner", "nobody owns the risk %q", risk.title)
                    end
                  end,
                } } }

                """
            ),
            (
                "tests/risks.md",
                """
                # Risks

                ## Risks

                | Risk                   | Impact | Owner   |
                |------------------------|--------|---------|
                | The price rises        | High   |         | <!-- expect risk-owned "The price rises" -->
                | The price falls        | Low    |         |
                | Nobody wants to pay it | High   | R. Osei |

                """
            ),
        ]
    }
}
