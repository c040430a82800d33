import SpecModel
import SpecPlugins
import SpecReading

/// Reads what plugins of tests ask for, and gives the template of `SpecBuilder.example()` its words.
struct ExampleTexts: TextReader {
    func read(_ bytes: [UInt8], as spec: Spec) -> Spec {
        SpecReader().read(bytes, path: spec.path)
    }

    func template(of spec: Spec) -> TemplateText? {
        let label = ItemShape.Label(name: "Risk", field: "text")
        return spec.match.map { match in
            TemplateText(
                head: "# Ours\n\n",
                sections: match.sections.map { "## \($0.title)\n\nSay it.\n\n" },
                shapes: match.sections.map { _ in
                    [ItemShape(kind: "risk", form: .table, labels: [label])]
                },
                metadata: match.metadata.map { "**\($0.name)**: [\($0.hint)]" })
        }
    }

    func markdown(_ bytes: [UInt8]) throws(MarkdownRefusal) -> MarkdownElement {
        try SpecReader().markdown(bytes)
    }
}
