extension Bool: WireValue {
    func write(to writer: inout WireWriter) { writer.byte(self ? 1 : 0) }

    static func read(from reader: inout WireReader) throws(WireError) -> Bool {
        switch try reader.byte() {
        case 0: false
        case 1: true
        default: throw WireError()
        }
    }
}

extension Int: WireValue {
    func write(to writer: inout WireWriter) { writer.number(Int64(self)) }

    static func read(from reader: inout WireReader) throws(WireError) -> Int {
        guard let value = Int(exactly: try reader.number()) else { throw WireError() }
        return value
    }
}

extension Double: WireValue {
    func write(to writer: inout WireWriter) {
        writer.number(Int64(bitPattern: bitPattern))
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Double {
        Double(bitPattern: UInt64(bitPattern: try reader.number()))
    }
}

extension String: WireValue {
    func write(to writer: inout WireWriter) { writer.text(self) }

    static func read(from reader: inout WireReader) throws(WireError) -> String {
        try reader.text()
    }
}

extension Optional: WireValue where Wrapped: WireValue {
    func write(to writer: inout WireWriter) {
        (self != nil).write(to: &writer)
        if let self { self.write(to: &writer) }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Wrapped? {
        try Bool.read(from: &reader) ? try Wrapped.read(from: &reader) : nil
    }
}

extension Array: WireValue where Element: WireValue {
    func write(to writer: inout WireWriter) {
        count.write(to: &writer)
        for element in self { element.write(to: &writer) }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> [Element] {
        let count = try reader.countOfList()
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try Element.read(from: &reader)) }
        return elements
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    func write(to writer: inout WireWriter) { writer.text(rawValue) }

    static func read(from reader: inout WireReader) throws(WireError) -> Self {
        guard let value = Self(rawValue: try reader.text()) else { throw WireError() }
        return value
    }
}
