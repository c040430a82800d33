internal import SpecModel
internal import SpecVocabulary
internal import Yaml

/// YAML between two lines of `---` at a document's start.
struct FrontMatter {
    /// The YAML itself.
    var content: SourceRange
    /// Where the document's Markdown begins.
    var end: Int

    /// nil where the document has none; it must begin on the first line and be closed.
    init?(_ source: SourceText, from start: Int) {
        func line(_ index: Int) -> ArraySlice<UInt8> {
            var range = source.lineRange(index)
            range.start = max(range.start, min(start, range.end))
            while range.end > range.start, source.bytes[range.end - 1].isBlank { range.end -= 1 }
            return source.bytes[range.start..<range.end]
        }
        guard line(0).elementsEqual("---".utf8), source.lineStarts.count > 2 else { return nil }
        // A header is short; a long document that begins with a rule is no header.
        for index in 1..<min(source.lineStarts.count, 500) {
            let text = line(index)
            guard text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) else { continue }
            content = SourceRange(source.lineStarts[1], source.lineStarts[index])
            end =
                index + 1 < source.lineStarts.count
                ? source.lineStarts[index + 1] : source.bytes.count
            return
        }
        return nil
    }

    /// The header's fields; a header that is not YAML has none, and says why.
    func fields(
        _ source: SourceText, _ vocabulary: Vocabulary
    ) -> (fields: [MetadataField], problem: (String, SourceRange)?) {
        do throws(YamlError) {
            let bytes = Array(source.bytes[content.start..<content.end])
            guard let root = try YamlNode.parse(bytes) else { return ([], nil) }
            let pairs = try root.mapping("front matter")
            return (pairs.map { field($0, vocabulary) }, nil)
        } catch {
            let place = min(content.start + error.mark.offset, content.end)
            return ([], (error.message, SourceRange(place, place)))
        }
    }

    private func field(_ pair: YamlPair, _ vocabulary: Vocabulary) -> MetadataField {
        let name = content.start + pair.keyStart.offset
        let start = content.start + pair.value.start.offset
        let end = content.start + pair.value.end.offset
        let role = vocabulary.word(pair.key).flatMap(vocabulary.metadataRole)
        let value = text(pair.value)
        return MetadataField(
            name: pair.key, role: role, value: value,
            date: DateReader.date(in: value, role: role, vocabulary),
            nameRange: SourceRange(name, name + pair.key.utf8.count),
            range: SourceRange(start, max(start, end)))
    }

    private func text(_ node: YamlNode) -> String {
        switch node.value {
        case .scalar(let text, _): text
        case .sequence(let elements): elements.map(text).joined(separator: ", ")
        case .mapping(let pairs):
            pairs.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
        }
    }
}
