import Foundation
import TestSupport

/// The examples of the specifications of CommonMark and GFM.
enum Example {
    /// The files that hold them, by name.
    static let files = ["spec", "extensions", "regression"]

    /// The Markdown of each example of a file: between a fence of 32 backticks and the line with a
    /// full stop.
    static func all(in name: String) throws -> [String] {
        let file = try Shared.path("corpus/gfm/\(name).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let fence = String(repeating: "`", count: 32)
        return text.components(separatedBy: "\(fence) example").dropFirst().compactMap { part in
            guard let start = part.firstIndex(of: "\n"), let end = part.range(of: "\n.\n")
            else { return nil }
            guard end.lowerBound > start else { return "" }
            let body = part[part.index(after: start)..<end.lowerBound]
            return body.replacingOccurrences(of: "→", with: "\t") + "\n"
        }
    }
}
