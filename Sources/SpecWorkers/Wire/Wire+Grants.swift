internal import SpecPlugins

extension Permissions: WireValue {
    func write(to writer: inout WireWriter) {
        for kind in Kind.allCases { self[kind].write(to: &writer) }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Permissions {
        var permissions = Permissions()
        for kind in Kind.allCases { permissions[kind] = try .read(from: &reader) }
        return permissions
    }
}

extension PluginGrant: WireValue {
    func write(to writer: inout WireWriter) {
        requested.write(to: &writer)
        granted.write(to: &writer)
        writer.text(place)
        refusal.write(to: &writer)
        files.write(to: &writer)
        variables.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginGrant {
        var grant = PluginGrant(
            requested: try .read(from: &reader), granted: try .read(from: &reader),
            place: try reader.text())
        grant.refusal = try .read(from: &reader)
        grant.files = try .read(from: &reader)
        grant.variables = try .read(from: &reader)
        return grant
    }
}

extension PluginGrant.Variable: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        writer.raw(value)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginGrant.Variable {
        PluginGrant.Variable(name: try reader.text(), value: try reader.raw())
    }
}
