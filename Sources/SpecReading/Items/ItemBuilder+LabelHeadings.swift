internal import SpecModel
internal import SpecVocabulary

/// Headings that are labels: `#### Pros` below the heading of an alternative.
extension ItemBuilder {
    /// The sections directly below a section whose titles name fields of its kind, and no section
    /// that the vocabulary knows.
    func labelHeadings(below section: Int, _ kind: ItemKind) -> [(section: Int, field: String)] {
        var found: [(Int, String)] = []
        var index = section + 1
        while index < sections.count, sections[index].level > sections[section].level {
            if sections[index].parent == section, roles[index] == nil,
                let name = fieldName(titles[index], kind), name != kind.mainField
            {
                found.append((index, name))
            }
            index += 1
        }
        return found
    }

    /// What the blocks below such a heading say: the code, the list or the table there, else the
    /// first paragraph.
    func labelledField(_ section: Int, _ name: String, _ kind: ItemKind) -> Field? {
        let blocks = contents[section]
        func first(_ wanted: MarkdownNode.Kind) -> Int? {
            blocks.first { tree.nodes[$0].kind == wanted }
        }
        if let code = first(.code) {
            let text = tree.code(of: code, in: source)
            return codeField(name, kind, text, under: titles[section])
        }
        if let list = first(.list) { return listField(name, kind, list) }
        if let table = first(.table) { return tableField(name, kind, table) }
        return first(.paragraph).map { field(name, kind, Piece(tree.nodes[$0].text)) }
    }
}
