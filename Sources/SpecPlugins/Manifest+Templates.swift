internal import Yaml

extension Manifest {
    /// Templates of one plugin.
    private static let mostTemplates = 64

    /// `templates: [feature, incident]`. Whether the files are there shows when one is wanted: nobody
    /// else reads them.
    static func templates(_ root: YamlNode) throws(YamlError) -> [String] {
        guard let node = root["templates"] else { return [] }
        let elements = try node.list("templates")
        guard elements.count <= mostTemplates else {
            throw YamlError(
                message: "\"templates\" has \(elements.count) names; expected \(mostTemplates) at "
                    + "most",
                mark: node.start)
        }
        var names: [String] = []
        for element in elements {
            let name = try element.string("templates")
            guard name.isKebabCase, name.utf8.count <= 64 else {
                throw YamlError(
                    message: "the template \"\(String(name.unicodeScalars.prefix(80)))\" is not "
                        + "named with lower-case words joined by \"-\"; \"feature\" is the file "
                        + "templates/feature.md",
                    mark: element.start)
            }
            guard !names.contains(name) else {
                throw YamlError(
                    message: "the template \"\(name)\" stands here twice", mark: element.start)
            }
            names.append(name)
        }
        return names
    }
}
