internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    /// Names that a metadata role must not take.
    private static let reserved: Set<String> = [
        "kind", "path", "line", "title", "status", "template", "metadata", "sections",
        "placeholders", "links", "anchors", "tasks", "code", "raw", "dates", "items", "section",
        "schema", "query", "at", "next_id", "id_for", "selected", "blocks", "markdown", "reread",
        "ids",
    ]

    func writeSpec(to builder: inout FrameBuilder) {
        builder.record(class: "spec") { builder in
            builder.text("kind", "spec")
            builder.text("path", spec.path)
            builder.integer("line", 1)
            builder.text("title", spec.title?.text)
            builder.text("status", spec.status?.value)
            builder.text("template", spec.template)
            writeRoles(to: &builder)
            writeMetadata(to: &builder)
            writeCounts(to: &builder)
        }
    }

    /// `spec.author`, `spec.related_prd`, `spec.raw` with the author's text of each, and `spec.dates`
    /// with the day of each that says one.
    private func writeRoles(to builder: inout FrameBuilder) {
        var roles: [(name: String, value: String, date: String?)] = []
        for field in spec.metadata {
            guard let role = field.role?.underscored,
                !roles.contains(where: { $0.name == role })
            else { continue }
            roles.append((role, field.value, field.date))
        }
        for (name, value, _) in roles where !Self.reserved.contains(name) {
            builder.text(name, value)
        }
        builder.key("raw")
        builder.record { builder in
            builder.text("status", spec.status?.raw)
            for (name, value, _) in roles where name != "status" { builder.text(name, value) }
        }
        builder.key("dates")
        builder.record { builder in
            for (name, _, date) in roles { builder.text(name, date) }
        }
    }

    private func writeMetadata(to builder: inout FrameBuilder) {
        builder.key("metadata")
        builder.list { builder in
            for field in spec.metadata {
                builder.record { builder in
                    builder.text("name", field.name)
                    builder.text("role", field.role)
                    builder.text("value", field.value)
                    builder.text("date", field.date)
                    builder.text("markdown", spec.source.text(field.range))
                    builder.integer("line", line(field.nameRange))
                }
            }
        }
    }

    private func writeCounts(to builder: inout FrameBuilder) {
        builder.key("tasks")
        builder.record { builder in
            builder.integer("done", spec.tasks.done)
            builder.integer("open", spec.tasks.open)
        }
        builder.key("code")
        builder.list { builder in
            for code in spec.code {
                builder.record { builder in
                    builder.text("language", code.language)
                    builder.integer("line", line(code.range))
                }
            }
        }
    }
}

extension String {
    /// With `_` for each `-`, as a name in Lua.
    fileprivate var underscored: String {
        if !utf8.contains(UInt8(ascii: "-")) { return self }
        let underscored = utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        return String(decoding: underscored, as: UTF8.self)
    }
}
