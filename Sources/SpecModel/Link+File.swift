extension Link {
    /// The file or folder that it leads to, as seen from the folder of its document, or from some root
    /// where it begins with `/`: `%20` decoded, without `?…` and `#…`. nil of addresses and of anchors
    /// alone.
    public var file: String? {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard !path.isEmpty, !path.starts(with: "//".utf8), !Self.hasScheme(path) else {
            return nil
        }
        var bytes: [UInt8] = []
        var rest = path
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count > 1,
                let code = UInt8(String(Substring(rest.prefix(2))), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        guard bytes.count <= 1_000, !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// `https:`, `mailto:` (RFC 3986, §3.1).
    private static func hasScheme(_ path: Substring.UTF8View) -> Bool {
        let name = path.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
        return name.endIndex < path.endIndex && path[name.endIndex] == UInt8(ascii: ":")
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
