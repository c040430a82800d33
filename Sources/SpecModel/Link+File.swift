extension Link {
    /// The file or folder that it leads to, as seen from the folder of its document, or from some root
    /// where it begins with `/`: `%20` decoded, without `?…` and `#…`. nil of addresses and of anchors
    /// alone.
    public var file: String? {
        let text = target.utf8.span
        var end = 0
        while end < text.count, text[end] != UInt8(ascii: "#"), text[end] != UInt8(ascii: "?") {
            end += 1
        }
        let path = text.extracting(..<end)
        let slash = UInt8(ascii: "/")
        let namesHost = end > 1 && path[0] == slash && path[1] == slash
        guard end > 0, !namesHost, !Self.hasScheme(path) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end)
        var place = 0
        while place < end {
            let byte = path[place]
            place += 1
            if byte == UInt8(ascii: "%"), end - place > 1,
                let code = UInt8(
                    String(decoding: [path[place], path[place + 1]], as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                place += 2
            } else {
                bytes.append(byte)
            }
        }
        guard bytes.count <= 1_000, !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// `https:`, `mailto:` (RFC 3986, §3.1).
    private static func hasScheme(_ path: Span<UInt8>) -> Bool {
        for place in path.indices {
            if path[place] == UInt8(ascii: ":") { return true }
            if path[place] == UInt8(ascii: "/") { return false }
        }
        return false
    }
}

extension Spec {
    /// The files that links lead to, in their order; those that lead to none are left out.
    public var linkedFiles: [String] { links.compactMap(\.file) }

    /// Notes which of `linkedFiles` are there, in their order; those that nobody knows of are nil.
    public mutating func noteFiles(_ existing: [Bool?]) {
        var rest = existing[...]
        for index in links.indices where links[index].file != nil {
            links[index].exists = rest.popFirst() ?? nil
        }
    }
}
