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
}
