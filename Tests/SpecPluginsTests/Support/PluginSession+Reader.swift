import SpecModel
import SpecPlugins
import SpecReading

extension PluginSession {
    /// One that reads with the bundled vocabulary.
    init(_ plugin: Plugin) throws(PluginFailure) { try self.init(plugin, PlainReader()) }
}

private struct PlainReader: TextReader {
    func read(_ bytes: [UInt8], as spec: Spec) -> Spec {
        SpecReader().read(bytes, path: spec.path)
    }

    func template(of spec: Spec) -> TemplateText? { nil }

    func markdown(_ bytes: [UInt8]) throws(MarkdownRefusal) -> MarkdownElement {
        try SpecReader().markdown(bytes)
    }
}
