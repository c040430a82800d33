internal import Yaml

/// Reads JSON (RFC 8259) in the order in which it stands, each value as what is expected there.
///
/// Bounded in depth. What is wrong is a problem with the line and the path of the value, as
/// `specs[2].items[0].key`. Half a surrogate pair in an escape, which no text can hold, reads as
/// U+FFFD.
final class JSONReader {
    private static let depth = 128
    private static let longestMessage = 1_000

    let name: String
    let bytes: [UInt8]
    /// The next byte.
    var place = 0
    /// The steps to the value at hand.
    private var path: [Step] = []

    private struct Step {
        enum Name {
            case member(String)
            case element(Int)
        }

        var name: Name
        /// Where it begins: the name of a member, or an element.
        var start: Int
        /// Where the value begins.
        var value: Int
    }

    /// - Parameter name: of the text, for messages.
    init(_ bytes: [UInt8], name: String) throws(Problem) {
        self.bytes = bytes
        self.name = name
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        if String(validating: bytes, as: UTF8.self) == nil {
            throw Problem("is not UTF-8, so it is no JSON", path: name)
        }
    }

    /// Requires that nothing follows the value that was read.
    func finish() throws(Problem) {
        skipBlanks()
        if place < bytes.count { throw syntax("expected nothing behind the value") }
    }

    // MARK: values

    /// An object.
    /// - Parameters:
    ///   - required: the members that it must have.
    ///   - mayRepeat: may two members have one name?
    ///   - read: reads a member, or says with false that nobody knows it; then it is passed over.
    func object(
        required: [String] = [], mayRepeat: Bool = false,
        _ read: (String) throws(Problem) -> Bool
    ) throws(Problem) {
        let start = try open(UInt8(ascii: "{"), "an object")
        var seen: Set<String> = []
        var isFirst = true
        while try next(UInt8(ascii: "}"), isFirst) {
            isFirst = false
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw syntax("expected the name of a member") }
            let start = place
            let key = try text()
            path.append(Step(name: .member(key), start: start, value: start))
            if !seen.insert(key).inserted, !mayRepeat { throw problem("stands there twice") }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw syntax("expected \":\"") }
            skipBlanks()
            path[path.count - 1].value = place
            if try !read(key) { try skip() }
            path.removeLast()
        }
        if let missing = required.first(where: { !seen.contains($0) }) {
            throw problem("\"\(missing)\" is missing", at: start)
        }
    }

    /// An array; `read` reads each element.
    func array(
        _ read: () throws(Problem) -> Void
    ) throws(Problem) {
        _ = try open(UInt8(ascii: "["), "an array")
        var count = 0
        while try next(UInt8(ascii: "]"), count == 0) {
            skipBlanks()
            path.append(Step(name: .element(count), start: place, value: place))
            try read()
            path.removeLast()
            count += 1
        }
    }

    func string() throws(Problem) -> String {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else { throw unexpected("text") }
        return try text()
    }

    func stringOrNull() throws(Problem) -> String? {
        try isNull() ? nil : try string()
    }

    func boolean() throws(Problem) -> Bool {
        if try isWord("true") { return true }
        if try isWord("false") { return false }
        throw unexpected("true or false")
    }

    func number() throws(Problem) -> Double {
        let start = try numberStart()
        guard let number = Double(try figure()), number.isFinite else {
            throw problem("is a number beyond what can be read", at: start)
        }
        return number
    }

    /// A whole number, however it is written.
    func integer(in range: ClosedRange<Int>) throws(Problem) -> Int {
        let start = try numberStart()
        let figure = try figure()
        let number = Int(figure) ?? Double(figure).flatMap { Int(exactly: $0) }
        guard let number, range.contains(number) else {
            let most = range.upperBound == .max ? "" : " to \(range.upperBound)"
            throw problem(
                "expected a whole number from \(range.lowerBound)\(most), found \(figure)",
                at: start)
        }
        return number
    }

    /// Is there a null? Then it is read.
    func isNull() throws(Problem) -> Bool { try isWord("null") }

    /// Passes over a value.
    func skip() throws(Problem) {
        skipBlanks()
        switch peek {
        case UInt8(ascii: "{"): try object { _ in false }
        case UInt8(ascii: "["): try array { () throws(Problem) in try skip() }
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
        case UInt8(ascii: "n") where try isNull(): break
        default: _ = try number()
        }
    }

    /// The first byte of the value that comes.
    func peekValue() -> UInt8? {
        skipBlanks()
        return peek
    }

    // MARK: problems

    /// What is wrong with the value at hand.
    func problem(_ message: String) -> Problem { problem(message, at: path.last?.value ?? place) }

    /// - Parameter member: the one at hand, which nobody knows.
    func unknown(_ member: String, among names: [String]) -> Problem {
        problem(
            "is not known here" + suggestion(for: member, among: names),
            at: path.last?.start ?? place)
    }

    func unexpected(_ expected: String) -> Problem { syntax("expected \(expected)") }

    /// What is wrong with the bytes that come.
    private func syntax(_ expected: String) -> Problem {
        problem("\(expected), found \(found)", at: place)
    }

    func problem(_ message: String, at place: Int) -> Problem {
        var shown = ""
        for step in path {
            switch step.name {
            case .member(let name): shown += (shown.isEmpty ? "" : ".") + name
            case .element(let number): shown += "[\(number)]"
            }
        }
        if !shown.isEmpty { shown += ": " }
        let before = bytes[..<min(place, bytes.count)]
        // Whoever wrote the text could name things with megabytes.
        return Problem(
            String((shown + message).unicodeScalars.prefix(Self.longestMessage)), path: name,
            line: 1 + before.count { $0 == 0x0A },
            column: before.count - (before.lastIndex(of: 0x0A) ?? -1))
    }

    private var found: String {
        switch peek {
        case nil: "the end of the text"
        case UInt8(ascii: "{"): "an object"
        case UInt8(ascii: "["): "an array"
        case UInt8(ascii: "\""): "text"
        case UInt8(ascii: "t") where isNext("true"), UInt8(ascii: "f") where isNext("false"):
            "true or false"
        case UInt8(ascii: "n") where isNext("null"): "null"
        case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): "a number"
        case let byte? where (0x21..<0x7F).contains(byte): "\"\(Character(UnicodeScalar(byte)))\""
        case .some: "a character that has no place there"
        }
    }

    // MARK: bytes

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func isNext(_ word: String) -> Bool { bytes[place...].starts(with: word.utf8) }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            place += 1
        }
    }

    func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        place += 1
        return true
    }

    private func isWord(_ word: String) throws(Problem) -> Bool {
        skipBlanks()
        guard isNext(word) else { return false }
        place += word.utf8.count
        return true
    }

    private func open(_ byte: UInt8, _ what: String) throws(Problem) -> Int {
        skipBlanks()
        let start = place
        guard take(byte) else { throw unexpected(what) }
        if path.count >= Self.depth {
            throw problem("stands more than \(Self.depth) levels deep", at: start)
        }
        return start
    }

    /// Is there one more part before the end of an object or an array?
    private func next(_ end: UInt8, _ isFirst: Bool) throws(Problem) -> Bool {
        skipBlanks()
        if take(end) { return false }
        if isFirst { return true }
        guard take(UInt8(ascii: ",")) else {
            throw syntax("expected \",\" or \"\(Character(UnicodeScalar(end)))\"")
        }
        skipBlanks()
        if peek == end { throw syntax("expected a value behind the comma") }
        return true
    }

    private func numberStart() throws(Problem) -> Int {
        skipBlanks()
        guard let byte = peek, byte == UInt8(ascii: "-") || isDigit(byte) else {
            throw unexpected("a number")
        }
        return place
    }

    /// A number as RFC 8259 §6 writes it.
    private func figure() throws(Problem) -> String {
        let start = place
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
            try digits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private func digits() throws(Problem) {
        let start = place
        while let byte = peek, isDigit(byte) { place += 1 }
        if place == start { throw syntax("expected a digit") }
    }
}
