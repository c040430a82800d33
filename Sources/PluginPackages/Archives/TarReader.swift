/// The entries of a tar archive: ustar (POSIX.1-1988), pax (POSIX.1-2001) for paths and sizes, and GNU's
/// long names. Every header's checksum is held; an archive without its end is no archive.
struct TarReader {
    struct Entry {
        /// As it is written, without `./` in front.
        var path: [UInt8]
        var kind: Kind
        /// Where its bytes are in the archive.
        var content: Range<Int>
    }

    enum Kind: Equatable {
        case file, folder
        /// What is not taken, to follow "the file "…"".
        case other(String)
    }

    private let bytes: [UInt8]
    private var place = 0
    /// Of the next entry, said before it.
    private var path: [UInt8]?
    private var size: Int?
    private var isSparse = false

    private static let block = 512
    /// Bytes of a long name or of pax records.
    private static let longest = 1 << 16

    static func entries(_ bytes: [UInt8]) throws(PackageError) -> [Entry] {
        var reader = TarReader(bytes)
        var entries: [Entry] = []
        while let entry = try reader.next() { entries.append(entry) }
        return entries
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func next() throws(PackageError) -> Entry? {
        while true {
            guard place + Self.block <= bytes.count else { throw Self.cut }
            let header = Header(bytes[place..<(place + Self.block)])
            if header.isEmpty {
                // The rest pads; what hides behind the end is not looked for, and not let by.
                guard bytes[place...].allSatisfy({ $0 == 0 }) else {
                    throw PackageError(.refused, "something follows the end of the tar archive")
                }
                return nil
            }
            guard header.isRight else {
                throw PackageError(
                    .refused, "it is no tar archive, or damaged: a header's checksum does not hold")
            }
            guard let written = header.size else {
                throw PackageError(.refused, "a header of the tar archive has no size")
            }
            let isExtension = "xgLK".utf8.contains(header.type)
            let size = isExtension ? written : self.size ?? written
            place += Self.block
            guard size <= bytes.count - place else { throw Self.cut }
            let content = place..<(place + size)
            // Padded to whole blocks; the sum is near the count of bytes that there are.
            place += (size + Self.block - 1) / Self.block * Self.block
            if isExtension {
                try read(header.type, bytes[content])
                continue
            }
            defer {
                path = nil
                self.size = nil
                isSparse = false
            }
            return entry(header, content)
        }
    }

    private static var cut: PackageError {
        PackageError(.refused, "the tar archive is cut off")
    }

    private func entry(_ header: Header, _ content: Range<Int>) -> Entry {
        var path = path ?? header.path
        while path.starts(with: "./".utf8) { path.removeFirst(2) }
        var kind: Kind =
            switch header.type {
            case 0, UInt8(ascii: "0"): isSparse ? .other("has holes, which are not filled") : .file
            case UInt8(ascii: "1"): .other("is a link to another file; put a file there")
            case UInt8(ascii: "2"):
                .other("is a symbolic link, which is not followed; put a file there")
            case UInt8(ascii: "3"), UInt8(ascii: "4"): .other("is a device")
            case UInt8(ascii: "5"): .folder
            case UInt8(ascii: "6"): .other("is a pipe")
            case UInt8(ascii: "S"): .other("has holes, which are not filled")
            default: .other("is of a kind that tar does not have for files")
            }
        if path.last == UInt8(ascii: "/") || path.isEmpty {
            if kind == .file { kind = .folder }
            while path.last == UInt8(ascii: "/"), path.count > 1 { path.removeLast() }
        }
        return Entry(path: path, kind: kind, content: content)
    }

    // MARK: what is said before an entry

    private mutating func read(_ type: UInt8, _ content: ArraySlice<UInt8>) throws(PackageError) {
        guard content.count <= Self.longest else {
            throw PackageError(.refused, "a name in the tar archive is too long")
        }
        switch type {
        case UInt8(ascii: "L"): path = Array(content.prefix { $0 != 0 })
        // Of a link, which is not taken.
        case UInt8(ascii: "K"): break
        default: try readRecords(content, isGlobal: type == UInt8(ascii: "g"))
        }
    }

    /// `27 path=name of the file\n`: its own length in front.
    private mutating func readRecords(
        _ content: ArraySlice<UInt8>, isGlobal: Bool
    ) throws(PackageError) {
        let wrong = PackageError(.refused, "a pax header of the tar archive cannot be read")
        var rest = content
        while !rest.isEmpty {
            guard let space = rest.firstIndex(of: 0x20),
                let length = Self.decimal(rest[rest.startIndex..<space]),
                length <= rest.count, length > space - rest.startIndex + 1
            else { throw wrong }
            let record = rest[(space + 1)..<(rest.startIndex + length)]
            rest = rest.dropFirst(length)
            guard record.last == 0x0A, let sign = record.firstIndex(of: UInt8(ascii: "="))
            else { throw wrong }
            let key = String(decoding: record[..<sign], as: UTF8.self)
            let value = record[(sign + 1)...].dropLast()
            // git writes the name of its commit for all; nobody names all files alike.
            guard !isGlobal || !["path", "size"].contains(key), !value.contains(0) else {
                throw wrong
            }
            switch key {
            case "path": path = Array(value)
            case "size":
                guard let number = Self.decimal(value) else { throw wrong }
                size = number
            case _ where key.hasPrefix("GNU.sparse."): isSparse = true
            default: break
            }
        }
    }

    /// Up to ten digits.
    private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...10).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

/// The 512 bytes before an entry.
private struct Header {
    private let bytes: [UInt8]

    init(_ block: ArraySlice<UInt8>) { bytes = Array(block) }

    var isEmpty: Bool { bytes.allSatisfy { $0 == 0 } }

    var type: UInt8 { bytes[156] }

    /// The sum of all bytes, those of the sum being blanks.
    var isRight: Bool {
        var sum = 0
        for (index, byte) in bytes.enumerated() {
            sum += (148..<156).contains(index) ? 0x20 : Int(byte)
        }
        return octal(148..<156) == sum
    }

    var size: Int? {
        // GNU's numbers of 256 are for what is far larger than what is taken.
        bytes[124] & 0x80 == 0 ? octal(124..<136) : nil
    }

    var path: [UInt8] {
        let name = Array(bytes[0..<100].prefix { $0 != 0 })
        // GNU has times where POSIX has the rest of the path.
        guard bytes[257..<263].elementsEqual("ustar\0".utf8), bytes[345] != 0 else { return name }
        return Array(bytes[345..<500].prefix { $0 != 0 }) + [UInt8(ascii: "/")] + name
    }

    /// Digits, with blanks before them and a blank or NUL behind.
    private func octal(_ range: Range<Int>) -> Int? {
        let text = bytes[range].drop { $0 == 0x20 }
        let digits = text.prefix { (48...55).contains($0) }
        guard !digits.isEmpty, text.dropFirst(digits.count).allSatisfy({ $0 == 0 || $0 == 0x20 })
        else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 48) }
    }
}
