internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    func writeSections(to builder: inout FrameBuilder) {
        builder.record { builder in
            builder.key("list")
            builder.list { builder in
                var model = FrameBuilder.Model()
                let sections = spec.sections
                for index in sections.indices {
                    builder.record(class: "section", index: index + 1, like: &model) { builder in
                        builder.text("kind", "section")
                        builder.text("title", sections[index].title)
                        builder.field("number", sections[index].number)
                        builder.integer("level", sections[index].level)
                        builder.field("role", sections[index].role)
                        builder.integer("line", line(sections[index].headingRange))
                        builder.boolean("empty", sections[index].isEmpty)
                        builder.boolean("optional", sections[index].isOptional)
                        builder.boolean("implicit", sections[index].isImplicit)
                    }
                }
            }
            builder.integers("parents", spec.sections.lazy.map { ($0.parent ?? -1) + 1 })
        }
    }

    func writePlaceholders(to builder: inout FrameBuilder) {
        builder.record { builder in
            builder.key("list")
            builder.list { builder in
                var model = FrameBuilder.Model()
                for (index, placeholder) in spec.placeholders.enumerated() {
                    builder.record(class: "placeholder", index: index + 1, like: &model) {
                        builder in
                        builder.text("kind", "placeholder")
                        builder.text("text", placeholder.text)
                        builder.text("style", placeholder.style)
                        builder.integer("line", line(placeholder.range))
                    }
                }
            }
            builder.integers(
                "sections",
                spec.placeholders.lazy.map { [self] found in section(at: found.range.start) })
        }
    }

    func writeLinks(to builder: inout FrameBuilder) {
        builder.record { builder in
            builder.key("list")
            builder.list { builder in
                var model = FrameBuilder.Model()
                for (index, link) in spec.links.enumerated() {
                    builder.record(class: "link", index: index + 1, like: &model) { builder in
                        builder.text("kind", "link")
                        builder.text("style", link.style.rawValue)
                        builder.text("text", link.text)
                        builder.text("target", link.target)
                        builder.field("file", link.file)
                        builder.key("exists")
                        if let exists = link.exists {
                            builder.boolean(exists)
                        } else {
                            builder.none()
                        }
                        builder.integer("line", line(link.range))
                    }
                }
            }
            builder.integers(
                "sections", spec.links.lazy.map { [self] link in section(at: link.range.start) })
        }
    }

    func writeAnchors(to builder: inout FrameBuilder) {
        let anchors = Anchors(of: spec)
        builder.record { builder in
            builder.key("names")
            builder.bytes(anchors.names[...])
            builder.integers("lines", anchors.ranges.lazy.map(line))
        }
    }

    /// What stands beside a spec for rules that look at its blocks. Every block keeps its index;
    /// those of other kinds are nil.
    func blocks(of kinds: BlockKinds) -> Frame {
        // The texts of all blocks, one in another, and some numbers of each.
        var builder = FrameBuilder(
            room: 4096 + (kinds.isEmpty ? 0 : 2 * spec.source.bytes.count + 64 * spec.blocks.count))
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

    private func write(_ kinds: BlockKinds, to builder: inout FrameBuilder) {
        builder.key("all")
        builder.list { builder in
            var model = FrameBuilder.Model()
            var column = 0
            let (blocks, source) = (spec.blocks, spec.source.bytes)
            for index in blocks.indices {
                let block = blocks[index]
                column = block.kind == .tableCell ? column + 1 : 0
                guard kinds.contains(block.kind) else {
                    builder.none()
                    continue
                }
                builder.record(class: "block", index: index + 1, like: &model) { builder in
                    builder.text("kind", block.kind.rawValue)
                    builder.key("text")
                    builder.bytes(source.span.extracting(block.range.start..<block.range.end))
                    builder.integer("line", line(block.range))
                    builder.integer("last_line", lastLine(block.range))
                    builder.key("column")
                    if column > 0 { builder.integer(column) } else { builder.none() }
                }
            }
        }
        builder.integers("sections", spec.blocks.lazy.map { ($0.section ?? -1) + 1 })
        builder.integers("parents", spec.blocks.lazy.map { ($0.parent ?? -1) + 1 })
        builder.key("kinds")
        builder.record { builder in
            var indices = [[Int]](repeating: [], count: Block.Kind.allCases.count)
            for (index, block) in spec.blocks.enumerated() where kinds.contains(block.kind) {
                indices[BlockKinds.place(of: block.kind)].append(index + 1)
            }
            for kind in kinds.kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
                let found = indices[BlockKinds.place(of: kind)]
                if !found.isEmpty { builder.integers(kind.rawValue, found) }
            }
        }
        if kinds.isSuperset(of: .text) {
            builder.integers(
                "texts",
                spec.blocks.indices.lazy.filter { [spec] index in
                    BlockKinds.text.contains(spec.blocks[index].kind)
                }.map { $0 + 1 })
        }
    }
}
