internal import SpecModel
internal import SpecReading

/// Where the comments of a document stand that are meant for the checks, and what they are about. What
/// they say is not told: who has the document's bytes reads it there.
enum SpecSuppressions {
    /// Empty of a document without any.
    static func frame(of suppressions: [Suppression]) -> [UInt8] {
        if suppressions.isEmpty { return [] }
        return suppressions.map(Place.init).frame
    }

    /// Throws where one is out of order, or stands where no such comment is.
    static func suppressions(
        _ frame: [UInt8], of source: SourceText
    ) throws(WireError) -> [Suppression] {
        var reader = WireReader(frame)
        reader.furthest = source.bytes.count
        let places: [Place] = try .read(from: &reader)
        guard reader.isAtEnd, places.count <= Suppression.limit + 1 else { throw WireError() }
        var found: [Suppression] = []
        found.reserveCapacity(places.count)
        for place in places {
            guard place.range.start >= found.last?.range.end ?? 0,
                place.items.count <= Suppression.itemLimit,
                var suppression = Suppression(place.range, in: source)
            else { throw WireError() }
            suppression.scope = place.scope
            suppression.items = place.items
            found.append(suppression)
        }
        return found
    }

    private struct Place: WireValue {
        var range: SourceRange
        var scope: SourceRange?
        var items: [String]

        init(_ suppression: Suppression) {
            (range, scope) = (suppression.range, suppression.scope)
            items = suppression.items
        }

        private init(range: SourceRange, scope: SourceRange?, items: [String]) {
            (self.range, self.scope, self.items) = (range, scope, items)
        }

        func write(to writer: inout WireWriter) {
            range.write(to: &writer)
            scope.write(to: &writer)
            items.write(to: &writer)
        }

        static func read(from reader: inout WireReader) throws(WireError) -> Place {
            Place(
                range: try .read(from: &reader), scope: try .read(from: &reader),
                items: try .read(from: &reader))
        }
    }
}
