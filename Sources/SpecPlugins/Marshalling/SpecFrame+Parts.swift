internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    func writeSections(to builder: inout FrameBuilder) {
        builder.key("sections")
        builder.list { builder in
            for section in spec.sections {
                builder.record(class: "section") { builder in
                    builder.text("kind", "section")
                    builder.text("title", section.title)
                    builder.text("number", section.number)
                    builder.integer("level", section.level)
                    builder.text("role", section.role)
                    builder.integer("line", line(section.headingRange))
                    builder.boolean("empty", section.isEmpty)
                    builder.boolean("optional", section.isOptional)
                    builder.boolean("implicit", section.isImplicit)
                }
            }
        }
        builder.integers("section_parents", spec.sections.map { ($0.parent ?? -1) + 1 })
    }

    func writePlaceholders(to builder: inout FrameBuilder) {
        builder.key("placeholders")
        builder.list { builder in
            for placeholder in spec.placeholders {
                builder.record(class: "placeholder") { builder in
                    builder.text("kind", "placeholder")
                    builder.text("text", placeholder.text)
                    builder.text("style", placeholder.style)
                    builder.integer("line", line(placeholder.range))
                }
            }
        }
        builder.integers(
            "placeholder_sections", spec.placeholders.map { section(at: $0.range.start) })
    }

    /// Every block keeps its index; those of kinds that nobody asked for are nil.
    func writeBlocks(to builder: inout FrameBuilder) {
        let wanted = spec.blocks.map { blockKinds.contains($0.kind.rawValue) }
        builder.key("blocks")
        builder.list { builder in
            for (block, isWanted) in zip(spec.blocks, wanted) {
                guard isWanted else {
                    builder.none()
                    continue
                }
                builder.record(class: "block") { builder in
                    builder.text("kind", block.kind.rawValue)
                    builder.key("text")
                    builder.bytes(spec.source.bytes[block.range.start..<block.range.end])
                    builder.integer("line", line(block.range))
                }
            }
        }
        builder.integers("block_sections", spec.blocks.map { ($0.section ?? -1) + 1 })
        builder.key("block_kinds")
        write(
            indices(by: zip(spec.blocks, wanted).map { $1 ? $0.kind.rawValue : "" }),
            to: &builder)
    }
}
