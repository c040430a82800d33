package import SpecModel
package import SpecReading
internal import SpecVocabulary
internal import Synchronization

/// Reads documents and holds them against their templates. A template is read when the first
/// document names it.
package final class TemplateReader: Sendable {
    package let reader: SpecReader
    private let files: [TemplateFile]
    /// Knows all languages, for a template need not be written in its documents' own.
    private let vocabulary: Vocabulary
    /// What was read; nil where no template has the name.
    private let schemas = Mutex<[String: Schema?]>([:])

    /// The name that stands for the nearest of the bundled templates.
    package static let automatic = "auto"

    /// - Parameter files: templates beside the bundled ones.
    package init(_ reader: SpecReader, _ files: [TemplateFile] = []) {
        self.reader = reader
        self.files = files
        vocabulary = Vocabulary(reader.index, allLanguages: true)
    }

    /// Reads one document.
    /// - Parameter template: a bundled template, one of the files, or the one that is recognised.
    package func read(_ bytes: [UInt8], path: String, template: String?) -> Spec {
        var spec = reader.read(bytes, path: path)
        if template == Self.automatic {
            spec.match = nearest(to: spec)
        } else if let template {
            spec.template = template
            spec.match = schema(template).map { schema in
                TemplateComparison(ComparedDocument(spec, vocabulary), schema).match()
            }
        }
        if let match = spec.match { spec.template = match.template }
        return spec
    }

    /// What the bundled template asks for of which a document has most. One that has less than half
    /// is written from another template.
    private func nearest(to spec: Spec) -> TemplateMatch? {
        let document = ComparedDocument(spec, vocabulary)
        var best: (comparison: TemplateComparison, share: Double)?
        for schema in BundledTemplate.names.compactMap(schema) {
            let comparison = TemplateComparison(document, schema)
            let share = comparison.share
            if share >= 0.5, share > best?.share ?? 0 { best = (comparison, share) }
        }
        return best?.comparison.match()
    }

    /// What a template asks for.
    package func schema(_ name: String) -> Schema? {
        if let known = schemas.withLock({ $0[name] }) { return known }
        let bytes =
            BundledTemplate.bytes(name) ?? files.first { $0.name == name }?.bytes
        let schema = bytes.map { bytes in
            var schema = SchemaReader(
                reader.ofTemplates.read(bytes, path: name), name: name, vocabulary)
            return schema.read()
        }
        schemas.withLock { $0[name] = .some(schema) }
        return schema
    }
}
