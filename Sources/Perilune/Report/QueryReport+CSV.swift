internal import Printable
internal import SpecModel
internal import SpecQuery

extension QueryReport {
    /// RFC 4180, with a header: path, line, kind and key of each item, and its columns. Which columns
    /// there are depends on the query, not on what it found.
    public func csv() -> [UInt8] {
        let always = ["path", "line", "kind", "key"]
        let columns = columns.filter { fields != nil || $0 != FieldReference(.item("kind")) }
        var writer = CSVWriter()
        writer.row(always + columns.map(\.heading))
        for row in rows(columns) {
            writer.row([row.path, "\(row.line)", row.item.kind, row.item.key] + row.cells)
        }
        return writer.bytes
    }
}

/// Writes rows as the `csv` library of plugins does.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []

    mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell.guardedCell)
        }
        bytes += "\r\n".utf8
    }

    /// RFC 4180 §2.6 and §2.7.
    private mutating func append(_ cell: String) {
        let quote = UInt8(ascii: "\"")
        guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
            bytes += cell.utf8
            return
        }
        bytes.append(quote)
        for byte in cell.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
