public import Foundation

/// A file that holds what is expected, byte for byte.
///
/// `UPDATE_GOLDEN=1 swift test` writes what was found instead of comparing; the diff of the
/// commit then shows what changed for the user.
public enum Golden {
    /// Throws an error that shows the difference, unless the file holds exactly these bytes.
    public static func compare(_ found: some Sequence<UInt8>, with file: URL) throws {
        let found = [UInt8](found)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(found).write(to: file)
            return
        }
        guard let expected = try? [UInt8](Data(contentsOf: file)) else {
            throw Mismatch(file: file, difference: "the file is missing\n")
        }
        if expected != found {
            throw Mismatch(file: file, difference: Difference.unified(from: expected, to: found))
        }
    }

    /// Throws an error that shows the difference, unless the file holds exactly this text.
    public static func compare(_ found: String, with file: URL) throws {
        try compare(found.utf8, with: file)
    }

    /// What a test shows where a file and what was found differ.
    public struct Mismatch: Error, CustomStringConvertible {
        /// The file that holds what was expected.
        public let file: URL
        let difference: String

        public var description: String {
            """
            not what \(file.path) holds (- expected, + found); UPDATE_GOLDEN=1 rewrites it
            \(difference)
            """
        }
    }
}
