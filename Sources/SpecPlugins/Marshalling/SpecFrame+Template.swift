internal import LuaSandbox
internal import SpecModel

// What the template asks for: objects, and beside them what ties them together. Their places are
// those of `TemplateMatch.places`, in the same order.

extension SpecFrame {
    func write(_ match: TemplateMatch, to builder: inout FrameBuilder) {
        // Numbered through all parts, as `TemplateMatch.places` is.
        let firstTable = match.sections.count + match.metadata.count + 1
        let columns = match.tables.reduce(0) { $0 + $1.columns.count }
        let firstValue = firstTable + match.tables.count + columns
        builder.record { builder in
            builder.text("name", match.template)
            write(match.sections, to: &builder)
            write(match.metadata, after: match.sections.count, to: &builder)
            builder.integer("first_table", firstTable)
            write(match.tables, from: firstTable, to: &builder)
            builder.integer("first_value", firstValue)
            write(match.values, from: firstValue, to: &builder)
        }
    }

    private func write(_ sections: [ExpectedSection], to builder: inout FrameBuilder) {
        builder.key("sections")
        builder.list { builder in
            var model = FrameBuilder.Model()
            for (index, section) in sections.enumerated() {
                builder.record(class: "expected-section", index: index + 1, like: &model) {
                    builder in
                    builder.text("title", section.title)
                    builder.field("number", section.number)
                    builder.integer("level", section.level)
                    builder.field("role", section.role)
                    builder.boolean("optional", section.isOptional)
                    builder.field("hint", section.hint)
                    builder.boolean("renamed", section.isRenamed)
                    builder.field("displaced", section.displacement?.rawValue)
                }
            }
        }
        builder.integers("section_parents", sections.lazy.map { ($0.parent ?? -1) + 1 })
        builder.integers("section_found", sections.lazy.map { ($0.section ?? -1) + 1 })
        builder.integers("section_after", sections.lazy.map { ($0.after ?? -1) + 1 })
        builder.key("section_duplicates")
        builder.list { builder in
            for section in sections {
                if section.duplicates.isEmpty {
                    builder.none()
                } else {
                    builder.integers(section.duplicates.lazy.map { $0 + 1 })
                }
            }
        }
    }

    private func write(
        _ metadata: [ExpectedMetadata], after sections: Int, to builder: inout FrameBuilder
    ) {
        builder.key("metadata")
        builder.list { builder in
            for (index, field) in metadata.enumerated() {
                builder.record(class: "expected-metadata", index: sections + index + 1) { builder in
                    builder.text("name", field.name)
                    builder.text("role", field.role)
                    builder.boolean("optional", field.isOptional)
                    builder.text("hint", field.hint)
                    builder.strings("options", field.options)
                    builder.text("value", field.value)
                }
            }
        }
    }

    private func write(
        _ tables: [ExpectedTable], from first: Int, to builder: inout FrameBuilder
    ) {
        var column = first + tables.count
        builder.key("tables")
        builder.list { builder in
            for (index, table) in tables.enumerated() {
                builder.record(class: "expected-table", index: first + index) { builder in
                    builder.strings("missing", table.missing)
                    builder.key("columns")
                    builder.list { builder in
                        for shown in table.columns {
                            builder.record(class: "expected-column", index: column) { builder in
                                builder.text("name", shown.name)
                                builder.boolean("expected", shown.isExpected)
                            }
                            column += 1
                        }
                    }
                }
            }
        }
        builder.integers("table_sections", tables.lazy.map { $0.section + 1 })
    }

    private func write(
        _ values: [ChosenValue], from first: Int, to builder: inout FrameBuilder
    ) {
        builder.key("values")
        builder.list { builder in
            for (index, value) in values.enumerated() {
                builder.record(class: "chosen-value", index: first + index) { builder in
                    builder.text("name", value.name)
                    builder.text("value", value.value)
                    builder.strings("options", value.options)
                    builder.boolean("fits", value.isOption)
                }
            }
        }
        builder.integers("value_items", values.lazy.map { ($0.item ?? -1) + 1 })
    }
}

extension SpecFrame {
    /// The words of a template, and the shapes of its items.
    static func template(_ text: TemplateText) -> Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            builder.text("head", text.head)
            builder.strings("sections", text.sections)
            builder.strings("metadata", text.metadata)
            builder.key("shapes")
            builder.list { builder in
                for shapes in text.shapes {
                    builder.list { builder in
                        for shape in shapes { write(shape, to: &builder) }
                    }
                }
            }
        }
        return builder.finish()
    }

    /// The shapes of all items, by their index.
    var shapes: Frame {
        let reader = ShapeReader(spec)
        var builder = FrameBuilder()
        builder.list { builder in
            for item in spec.items { Self.write(reader.shape(of: item), to: &builder) }
        }
        return builder.finish()
    }

    private static func write(_ shape: ItemShape, to builder: inout FrameBuilder) {
        builder.record { builder in
            builder.text("kind", shape.kind)
            builder.text("form", shape.form.rawValue)
            builder.key("labels")
            builder.list { builder in
                for label in shape.labels {
                    builder.record { builder in
                        builder.text("name", label.name)
                        builder.text("field", label.field)
                    }
                }
            }
        }
    }
}
