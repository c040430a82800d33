/// Puts what stands in a file in place of an argument `@FILE`, so that no list is too long for a
/// command line: ninja writes such files (`rspfile`), GNU's tools read them.
///
/// They hold arguments with white space between them. Between quotes, `'` or `"`, white space is
/// part of one; `\` takes the character behind it as it is, in quotes, too. `@@name` is the argument
/// `@name`, and behind `--` nothing is looked into.
package struct ResponseFiles {
    private static let depth = 8
    private static let fileLimit = 64 << 20
    private static let most = 1_000_000

    /// With what stands in the files.
    package private(set) var arguments: [String] = []
    private var isLiteral = false

    package init(expanding given: [String]) throws(Problem) {
        try add(given, depth: 0)
    }

    private mutating func add(_ given: [String], depth: Int) throws(Problem) {
        for argument in given {
            guard !isLiteral, argument.utf8.first == UInt8(ascii: "@"), argument.utf8.count > 1
            else {
                if argument == "--" { isLiteral = true }
                try add(argument)
                continue
            }
            let name = String(decoding: argument.utf8.dropFirst(), as: UTF8.self)
            if name.utf8.first == UInt8(ascii: "@") {
                try add(name)
            } else {
                try add(fileOf: name, depth: depth + 1)
            }
        }
    }

    private mutating func add(fileOf name: String, depth: Int) throws(Problem) {
        if depth > Self.depth {
            throw Problem(
                "is one response file too many: at most \(Self.depth) in a row", path: name)
        }
        let bytes: [UInt8]
        do throws(Problem) {
            bytes = try Files.read(name, limit: Self.fileLimit)
        } catch {
            throw Problem(
                "\(error.message); @FILE reads arguments from a file, @@… is an argument that "
                    + "begins with @", path: name)
        }
        try add(try Self.words(bytes, of: name), depth: depth)
    }

    private mutating func add(_ argument: String) throws(Problem) {
        if arguments.count == Self.most {
            throw Problem("more than \(Self.most) arguments, with those of response files")
        }
        arguments.append(argument)
    }

    /// The arguments that a file holds, as `buildargv` of GNU's libiberty reads them.
    package static func words(
        _ bytes: [UInt8], of path: String
    ) throws(Problem) -> [String] {
        var words: [String] = []
        var word: [UInt8]?
        var quote: (mark: UInt8, line: Int)?
        var line = 1
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            defer { if byte == UInt8(ascii: "\n") { line += 1 } }
            switch byte {
            case 0: throw Problem("byte 0 found; expected text", path: path, line: line)
            case UInt8(ascii: "\\"):
                guard let next = rest.popFirst() else {
                    throw Problem("ends with \"\\\"; write \"\\\\\"", path: path, line: line)
                }
                if next == UInt8(ascii: "\n") { line += 1 }
                word = (word ?? []) + [next]
            case quote?.mark: quote = nil
            case UInt8(ascii: "'") where quote == nil, UInt8(ascii: "\"") where quote == nil:
                quote = (byte, line)
                word = word ?? []
            case 0x20, 0x09...0x0D:
                if quote != nil { fallthrough }
                if let done = word { words.append(try text(done, path, line)) }
                word = nil
            default:
                if word == nil { word = [byte] } else { word?.append(byte) }
            }
        }
        if let quote {
            throw Problem("a quote that is not closed", path: path, line: quote.line)
        }
        if let last = word { words.append(try text(last, path, line)) }
        return words
    }

    private static func text(_ bytes: [UInt8], _ path: String, _ line: Int) throws(Problem)
        -> String
    {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem("an argument that is not UTF-8", path: path, line: line)
        }
        return text
    }
}
