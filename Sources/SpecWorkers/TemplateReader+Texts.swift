package import SpecModel
internal import SpecPlugins
internal import SpecReading
package import SpecTemplates

/// What plugins have read is read like the documents of the run.
extension TemplateReader: TextReader {
    package func read(_ bytes: [UInt8], as spec: Spec) -> Spec {
        read(bytes, path: spec.path, template: spec.match?.template)
    }

    package func template(of spec: Spec) -> TemplateText? {
        spec.match.flatMap { schema($0.template) }?.text
    }

    package func markdown(_ bytes: [UInt8]) throws(MarkdownRefusal) -> MarkdownElement {
        try reader.markdown(bytes)
    }
}
