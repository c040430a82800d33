internal import SpecPlugins

extension TicketLinks.Matches: WireValue {}

extension PlannedTicket.Operation: WireValue {}

extension TicketLinks: WireValue {
    func write(to writer: inout WireWriter) {
        links.write(to: &writer)
        matches.write(to: &writer)
        isWhole.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> TicketLinks {
        TicketLinks(
            try .read(from: &reader), matches: try .read(from: &reader),
            isWhole: try .read(from: &reader))
    }
}

extension TicketLink: WireValue {
    func write(to writer: inout WireWriter) {
        for text in [tracker, uid, key, hash, kind, title] { writer.text(text) }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> TicketLink {
        TicketLink(
            tracker: try reader.text(), uid: try reader.text(), key: try reader.text(),
            hash: try reader.text(), kind: try reader.text(), title: try reader.text())
    }
}

extension PlannedTicket: WireValue {
    func write(to writer: inout WireWriter) {
        operation.write(to: &writer)
        for text in [tracker, uid, kind, title, hash] { writer.text(text) }
        key.write(to: &writer)
        was.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PlannedTicket {
        PlannedTicket(
            try .read(from: &reader), tracker: try reader.text(), uid: try reader.text(),
            kind: try reader.text(), title: try reader.text(), hash: try reader.text(),
            key: try .read(from: &reader), was: try .read(from: &reader))
    }
}
