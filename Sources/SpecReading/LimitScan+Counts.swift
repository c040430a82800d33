internal import SpecModel

/// What one line has of all that has a limit.
struct LineCount {
    /// Quotes and lists that a line may open; one of dashes may have more.
    static let fewMarkers = 64

    var bytes: Int
    /// Containers: quotes, bullets, numbers.
    var markers: Int
    var pipes = 0
    var brackets = 0
    var tildes = 0
    var stars = 0
    var longestWord = 0
    /// Is nothing behind its containers but dashes, colons and bars, as below a table's header?
    var isDelimiter = true
    /// Is nothing behind its containers at all?
    var isEmpty: Bool

    /// - Parameter rest: the line behind its containers.
    init(_ rest: Range<Int>, of text: Span<UInt8>, bytes: Int, markers: Int) {
        self.bytes = bytes
        self.markers = markers
        isEmpty = rest.isEmpty
        var word = 0
        for place in rest {
            let byte = text[place]
            word = byte.isBlank ? 0 : word + 1
            longestWord = max(longestWord, word)
            switch byte {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0...0x20: break
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                brackets += 1
                isDelimiter = false
            case UInt8(ascii: "~"):
                tildes += 1
                isDelimiter = false
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                stars += 1
                isDelimiter = false
            default: isDelimiter = false
            }
        }
    }
}

/// What the lines of one paragraph or table have together.
struct RunCounts {
    private var lines = 0
    private var delimiterLines = 0
    private var columns = 0
    private var bytes = 0
    private var brackets = 0
    private var tildes = 0
    private var stars = 0

    mutating func add(_ line: LineCount) {
        lines += 1
        columns = max(columns, line.pipes + 1)
        if line.isDelimiter, !line.isEmpty { delimiterLines += 1 }
        // The rows of a table are no paragraph: each of its lines has the limits to itself.
        let isTable = delimiterLines > 0
        bytes = line.bytes + (isTable ? 0 : bytes)
        brackets = line.brackets + (isTable ? 0 : brackets)
        tildes = line.tildes + (isTable ? 0 : tildes)
        stars = line.stars + (isTable ? 0 : stars)
    }

    /// What is too much with the line that was added last.
    func excess(with line: LineCount) -> String? {
        if line.markers > LineCount.fewMarkers, !line.isDelimiter || line.markers > 1024 {
            return "\(line.markers) nested block quotes or lists on one line, more than 64"
        }
        if line.pipes > 256 { return "\(line.pipes) table columns, more than 256" }
        if columns > 2, columns * lines > 200_000 { return "a table of more than 200,000 cells" }
        if delimiterLines > 64 { return "more than 64 table delimiter rows in one paragraph" }
        if brackets > 4096 { return "more than 4,096 square brackets in one paragraph" }
        if tildes > 2048 { return "more than 2,048 tildes in one paragraph" }
        if stars > 8192 { return "more than 8,192 emphasis marks in one paragraph" }
        if line.longestWord > 8192 { return "a word of more than 8,192 bytes" }
        if delimiterLines == 0, lines > 8192 { return "a paragraph of more than 8,192 lines" }
        if bytes > 65_536 { return "a paragraph of more than 65,536 bytes" }
        return nil
    }
}
