internal import LuaSandbox
internal import SpecModel

extension Frame {
    /// A tree of Markdown as the host's writers walk it.
    static func markdown(_ element: MarkdownElement) -> Frame {
        var builder = FrameBuilder()
        builder.markdown(element)
        return builder.finish()
    }

    static func text(_ text: String) -> Frame {
        var builder = FrameBuilder()
        builder.string(text)
        return builder.finish()
    }

    static func bytes(_ bytes: [UInt8]) -> Frame {
        var builder = FrameBuilder()
        builder.bytes(bytes[...])
        return builder.finish()
    }
}

extension FrameBuilder {
    fileprivate mutating func markdown(_ element: MarkdownElement) {
        record { builder in
            builder.text("kind", element.kind.rawValue)
            if Self.sayingText.contains(element.kind) { builder.text("text", element.text) }
            builder.text("url", element.url)
            builder.text("language", element.language)
            if let level = element.level { builder.integer("level", level) }
            if let start = element.start { builder.integer("start", start) }
            if let isDone = element.isDone {
                builder.key("done")
                builder.boolean(isDone)
            }
            if element.kind == .table {
                builder.strings("align", element.alignments.map(\.rawValue))
            }
            guard !Self.withoutChildren.contains(element.kind) else { return }
            builder.key("children")
            builder.list { builder in
                for child in element.children { builder.markdown(child) }
            }
        }
    }

    private static let sayingText: Set<MarkdownElement.Kind> = [
        .text, .code, .codeSpan, .html, .image, .footnote, .footnoteReference,
    ]
    private static let withoutChildren: Set<MarkdownElement.Kind> = [
        .text, .code, .codeSpan, .html, .image, .footnoteReference, .rule, .softBreak, .hardBreak,
    ]
}
