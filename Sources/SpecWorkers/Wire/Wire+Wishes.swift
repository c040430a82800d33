internal import SpecPlugins

extension CheckWishes: WireValue {
    private static let wantsFacts: UInt8 = 1
    private static let wantsTimes: UInt8 = 2

    func write(to writer: inout WireWriter) {
        writer.byte((facts == nil ? 0 : Self.wantsFacts) | (times ? Self.wantsTimes : 0))
        writer.byte(facts?.rawValue ?? 0)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> CheckWishes {
        let wanted = try reader.byte()
        let reads = SpecReads(rawValue: try reader.byte())
        return CheckWishes(
            facts: wanted & wantsFacts == 0 ? nil : reads, times: wanted & wantsTimes != 0)
    }
}
