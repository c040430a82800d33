internal import Printable

/// What a file may be called that a configuration has written: below its folder, and the same file
/// on every system.
enum OutputName {
    /// What is wrong with a path, to follow "the output "…""; nil where nothing is. One that ends with
    /// `/` is a folder.
    static func problem(with path: String) -> String? {
        guard Path.staysBelow(path), Path.normalised(path) != "." else {
            return "is no file below the folder of this file"
        }
        for part in Path.parts(Path.normalised(path)) {
            if let problem = problem(withPart: part) { return problem }
        }
        return nil
    }

    /// Where two paths give the same on a system that folds letter case or composes accents.
    static func areSame(_ left: String, _ right: String) -> Bool {
        // Strings are equal where they are canonically equivalent.
        left.lowercased() == right.lowercased()
    }

    private static func problem(withPart part: String) -> String? {
        if part.utf8.count > 255 { return "has a name of more than 255 bytes" }
        for scalar in part.unicodeScalars
        where scalar.isUnprintable || "\\:".unicodeScalars.contains(scalar) {
            return "has a character that not every system has in names"
        }
        if part.hasPrefix(".") { return "has a name that begins with a dot" }
        if part.hasSuffix(".") || part.hasSuffix(" ") {
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
}
