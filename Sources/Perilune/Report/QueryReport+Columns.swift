internal import SpecModel
internal import SpecQuery

/// One item of a table or of CSV.
struct QueryRow {
    let path: String
    let line: Int
    let item: Item
    /// One for each column; empty where there is no value.
    let cells: [String]
}

extension QueryReport {
    /// Those that were chosen; else the fields of the kind and what the filters name; of several
    /// kinds, what names an item whatever its kind instead.
    var columns: [FieldReference] {
        if let fields { return fields }
        let kinds = query.kinds
        let first =
            kinds?.count == 1 ? names.fields(of: kinds) : ["kind", "title"]
        var seen: Set<FieldReference> = [.init(.item("key")), .init(.item("line"))]
        return (first.map { FieldReference(.item($0)) } + query.fields)
            .filter { seen.insert($0).inserted }
    }

    func rows(_ columns: [FieldReference]) -> [QueryRow] {
        parts.flatMap { part in
            part.items.map { index in
                let item = part.spec.items[index]
                return QueryRow(
                    path: part.spec.path,
                    line: part.spec.source.lineIndex(of: item.range.start) + 1, item: item,
                    cells: columns.map {
                        $0.texts(of: item, in: part.spec).joined(separator: "; ")
                    })
            }
        }
    }
}
