/// What a file or folder may be called so that it is the same one on every system.
package enum PortableName {
    /// What is wrong with one part of a path, to follow "the file "…""; nil where nothing is. Whether
    /// it may begin with a dot is the caller's to say.
    package static func problem(with part: String) -> String? {
        if part.utf8.count > 255 { return "has a name of more than 255 bytes" }
        for scalar in part.unicodeScalars
        where scalar.isUnprintable || "\\:".unicodeScalars.contains(scalar) {
            return "has a character that not every system has in names"
        }
        if part.utf8.last == UInt8(ascii: ".") || part.utf8.last == UInt8(ascii: " ") {
            return "has a name that ends with a dot or a space"
        }
        let stem = part.prefix { $0 != "." }.uppercased()
        let isNumbered = stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) || isNumbered && stem.last?.isNumber == true
        {
            return "has a name that Windows keeps for a device"
        }
        return nil
    }

    /// The same for two paths that are one file where letter case is folded or accents are composed;
    /// strings are equal where they are canonically equivalent.
    package static func folded(_ path: String) -> String { path.uppercased().lowercased() }
}
