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
        PortableName.folded(left) == PortableName.folded(right)
    }

    private static func problem(withPart part: String) -> String? {
        if let problem = PortableName.problem(with: part) { return problem }
        return part.hasPrefix(".") ? "has a name that begins with a dot" : nil
    }
}
