/// What CI systems obey where they find it in a log: `##[…]` and `##vso[…]` (GitHub Actions, Azure
/// Pipelines) and `##teamcity[…]` anywhere, `::…` (GitHub Actions) as the first of a line.
///
/// Source: `ActionCommand.cs` of actions/runner, `Command.cs` of azure-pipelines-agent.
package enum RunnerCommand {
    private static let openings = ["##[", "##vso[", "##teamcity["].map { Array($0.unicodeScalars) }

    /// Does text begin with what is obeyed anywhere in a line?
    static func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        openings.contains { opening in
            text.starts(with: opening) { $0.properties.lowercaseMapping == String($1) }
        }
    }

    /// The number of the first line, counted from 1, that holds a command; nil where none does.
    ///
    /// Runners end lines as .NET does, at a line feed or a carriage return, and some compare text
    /// as people do, for whom characters that are not seen are not there.
    package static func line(in bytes: [UInt8]) -> Int? {
        var number = 1
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let parts = line.split(separator: UInt8(ascii: "\r"))
            if parts.contains(where: holdsCommand) { return number }
            number += 1
        }
        return nil
    }

    private static func holdsCommand(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.contains(UInt8(ascii: "#")) || line.contains(UInt8(ascii: ":")) else {
            return false
        }
        let seen = String(decoding: line, as: UTF8.self).unicodeScalars
            .filter { !$0.isUnprintable || $0.properties.isWhitespace }
        let text = Array(seen)
        let first = text.drop { $0.properties.isWhitespace }
        if first.starts(with: "::".unicodeScalars) { return true }
        return text.indices.contains { text[$0] == "#" && begins(text[$0...]) }
    }
}
