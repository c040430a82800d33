import Foundation
import TestSupport

/// The functions of the host that plugins call on objects.
enum HostNames {
    /// Those on the plugin author's page: `spec:items`.
    static func documentedMethods() throws -> Set<String> {
        let page = try String(contentsOf: Repository.path("plugins/README.md"), encoding: .utf8)
        let classes = Set(try writtenMethods().map { String($0.prefix { $0 != ":" }) })
        return Set(
            page.matches(of: /\b([a-z]+):([a-z_]+)\(/).map { "\($0.1):\($0.2)" }
                .filter { classes.contains(String($0.prefix { $0 != ":" })) })
    }

    /// Those that the host's Lua defines.
    static func writtenMethods() throws -> Set<String> {
        let folder = Repository.path("Sources/SpecPlugins/Host")
        var methods: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for match in source.matches(of: /function ([a-z]+):([a-z_]+)\(/) {
                // Two classes are made by one function.
                let classes = match.1 == "methods" ? ["placeholder", "link"] : [String(match.1)]
                methods.formUnion(classes.map { "\($0):\(match.2)" })
            }
        }
        return methods
    }
}
