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

    func writeLinks(to builder: inout FrameBuilder) {
        builder.key("links")
        builder.list { builder in
            for link in spec.links {
                builder.record(class: "link") { builder in
                    builder.text("kind", "link")
                    builder.text("style", link.style.rawValue)
                    builder.text("text", link.text)
                    builder.text("target", link.target)
                    if let exists = link.exists { builder.boolean("exists", exists) }
                    builder.integer("line", line(link.range))
                }
            }
        }
        builder.integers("link_sections", spec.links.map { section(at: $0.range.start) })
        builder.key("anchor_names")
        let anchors = Anchors(of: spec)
        builder.bytes(anchors.names[...])
        builder.integers("anchor_lines", anchors.ranges.map(line))
    }

    /// What stands beside a spec for rules that look at its blocks. Every block keeps its index;
    /// those of other kinds are nil.
    func blocks(of kinds: Set<Block.Kind>) -> Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            if kinds.isEmpty {
                builder.key("kinds")
                builder.record { _ in }
            } else {
                write(kinds, to: &builder)
            }
        }
        return builder.finish()
    }

    private func write(_ kinds: Set<Block.Kind>, to builder: inout FrameBuilder) {
        let wanted = spec.blocks.map { kinds.contains($0.kind) }
        builder.key("all")
        builder.list { builder in
            var column = 0
            for (block, isWanted) in zip(spec.blocks, wanted) {
                column = block.kind == .tableCell ? column + 1 : 0
                guard isWanted else {
                    builder.none()
                    continue
                }
                builder.record(class: "block") { builder in
                    builder.text("kind", block.kind.rawValue)
                    builder.key("text")
                    builder.bytes(spec.source.bytes[block.range.start..<block.range.end])
                    builder.integer("line", line(block.range))
                    builder.integer("last_line", lastLine(block.range))
                    if column > 0 { builder.integer("column", column) }
                }
            }
        }
        builder.integers("sections", spec.blocks.map { ($0.section ?? -1) + 1 })
        builder.integers("parents", spec.blocks.map { ($0.parent ?? -1) + 1 })
        builder.key("kinds")
        write(
            indices(by: zip(spec.blocks, wanted).map { $1 ? $0.kind.rawValue : "" }),
            to: &builder)
    }
}
