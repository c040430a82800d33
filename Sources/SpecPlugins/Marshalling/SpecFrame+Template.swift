internal import LuaSandbox
internal import SpecModel

// What the template asks for: objects, and beside them what ties them together. Their places are
// those of `TemplateMatch.places`, in the same order.

extension SpecFrame {
    func write(_ match: TemplateMatch, to builder: inout FrameBuilder) {
        builder.key("schema")
        builder.record { builder in
            builder.text("name", match.template)
            write(match.sections, to: &builder)
            write(match.metadata, to: &builder)
            write(match.tables, to: &builder)
            write(match.values, to: &builder)
        }
    }

    private func write(_ sections: [ExpectedSection], to builder: inout FrameBuilder) {
        builder.key("sections")
        builder.list { builder in
            for section in sections {
                builder.record(class: "expected-section") { builder in
                    builder.text("title", section.title)
                    builder.text("number", section.number)
                    builder.integer("level", section.level)
                    builder.text("role", section.role)
                    builder.boolean("optional", section.isOptional)
                    builder.text("hint", section.hint)
                    builder.boolean("renamed", section.isRenamed)
                    builder.text("displaced", section.displacement?.rawValue)
                }
            }
        }
        builder.integers("section_parents", sections.map { ($0.parent ?? -1) + 1 })
        builder.integers("section_found", sections.map { ($0.section ?? -1) + 1 })
        builder.integers("section_after", sections.map { ($0.after ?? -1) + 1 })
        builder.key("section_duplicates")
        builder.list { builder in
            for section in sections {
                builder.list { builder in
                    for duplicate in section.duplicates { builder.integer(duplicate + 1) }
                }
            }
        }
    }

    private func write(_ metadata: [ExpectedMetadata], to builder: inout FrameBuilder) {
        builder.key("metadata")
        builder.list { builder in
            for field in metadata {
                builder.record(class: "expected-metadata") { builder in
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

    private func write(_ tables: [ExpectedTable], to builder: inout FrameBuilder) {
        builder.key("tables")
        builder.list { builder in
            for table in tables {
                builder.record(class: "expected-table") { builder in
                    builder.strings("missing", table.missing)
                    builder.key("columns")
                    builder.list { builder in
                        for column in table.columns {
                            builder.record(class: "expected-column") { builder in
                                builder.text("name", column.name)
                                builder.boolean("expected", column.isExpected)
                            }
                        }
                    }
                }
            }
        }
        builder.integers("table_sections", tables.map { $0.section + 1 })
    }

    private func write(_ values: [ChosenValue], to builder: inout FrameBuilder) {
        builder.key("values")
        builder.list { builder in
            for value in values {
                builder.record(class: "chosen-value") { builder in
                    builder.text("name", value.name)
                    builder.text("value", value.value)
                    builder.strings("options", value.options)
                    builder.boolean("fits", value.isOption)
                }
            }
        }
        builder.integers("value_items", values.map { ($0.item ?? -1) + 1 })
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
