public import SpecModel

/// Reads what a plugin asks for in the middle of a call.
public protocol TextReader: Sendable {
    /// The spec that another text of its file would be, held against the same template.
    func read(_ bytes: [UInt8], as spec: Spec) -> Spec

    /// The words of the template that a spec is held against; nil where it is held against none.
    func template(of spec: Spec) -> TemplateText?

    /// A piece of Markdown as a tree of blocks and inlines.
    func markdown(_ bytes: [UInt8]) throws(MarkdownRefusal) -> MarkdownElement
}
