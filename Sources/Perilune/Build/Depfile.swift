/// Which files some outputs are made from, as Make writes it: GNU make includes it, ninja reads it
/// (`depfile`, `deps = gcc`), but for names with signs that its lexer does not know, such as quotes.
public enum Depfile {
    /// One rule for all outputs, and an empty one for each input, so that one that is gone does not end
    /// a build (`-MP` of GCC).
    /// - Parameters:
    ///   - targets: as the build names them; never empty.
    ///   - inputs: as seen from where the build runs; sorted here.
    /// - Throws: for a name that no such file can hold.
    public static func text(
        targets: [String], inputs: [String]
    ) throws(Problem) -> [UInt8] {
        let inputs = Set(inputs.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
        var text: [UInt8] = []
        for target in targets {
            if !text.isEmpty { text.append(0x20) }
            text += try escaped(Array(target.utf8), isTarget: true)
        }
        text.append(UInt8(ascii: ":"))
        for input in inputs {
            text += " \\\n  ".utf8
            text += try escaped(input, isTarget: false)
        }
        text.append(0x0A)
        for input in inputs {
            text.append(0x0A)
            text += try escaped(input, isTarget: true)
            text += ":\n".utf8
        }
        return text
    }

    /// A name as Make reads it: `\ `, `\#`, `$$`, and backslashes in front of a blank doubled. As a
    /// target, `%` would make a pattern of it.
    private static func escaped(_ name: [UInt8], isTarget: Bool) throws(Problem) -> [UInt8] {
        var escaped: [UInt8] = []
        var backslashes = 0
        for byte in name {
            switch byte {
            case 0x0A, 0x0D, 0, UInt8(ascii: ";"):
                throw Problem(
                    "a depfile cannot name a file with a line break or \";\" in its name; rename it",
                    path: String(decoding: name, as: UTF8.self))
            case 0x20, 0x09, UInt8(ascii: "#"):
                escaped += repeatElement(UInt8(ascii: "\\"), count: backslashes + 1)
            case UInt8(ascii: "$"): escaped.append(byte)
            case UInt8(ascii: ":"),
                UInt8(ascii: "%") where isTarget:
                escaped.append(UInt8(ascii: "\\"))
            default: break
            }
            escaped.append(byte)
            backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
        }
        // One at the end would take the blank behind the name.
        return escaped + repeatElement(UInt8(ascii: "\\"), count: backslashes)
    }
}
