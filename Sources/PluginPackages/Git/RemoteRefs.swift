/// The branches and tags that a repository tells of; nothing else of it is fetched, such as what others
/// propose (`refs/pull/…`).
package struct RemoteRefs: Sendable, Equatable {
    package struct Ref: Sendable, Equatable {
        /// Without `refs/tags/` or `refs/heads/`.
        package var name: String
        /// In hexadecimal digits; of a tag with a message, the commit that it leads to.
        package var commit: String
        /// What it names: the commit, or a tag's own object.
        package var object: String

        package init(name: String, commit: String, object: String) {
            self.name = name
            self.commit = commit
            self.object = object
        }
    }

    /// Sorted by the bytes of their names.
    package var tags: [Ref]
    package var branches: [Ref]

    /// The one of a name.
    package func tag(_ name: String) -> Ref? {
        tags.first { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// Reads lines of `git ls-remote`, or of `git for-each-ref` in the same form: an object, a tab, a
    /// name; behind a tag, its name and `^{}` with what it leads to. What is no name of a branch or a
    /// tag is passed over.
    init(_ lines: [UInt8]) {
        var refs: [String: Ref] = [:]
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard parts.count == 2, let name = String(validating: parts[1], as: UTF8.self),
                let object = ObjectID(Array(parts[0]))?.text
            else { continue }
            if name.hasSuffix("^{}") {
                refs[Self.key(String(name.dropLast(3)))]?.commit = object
            } else if RefName.isFull(name) {
                refs[Self.key(name)] = Ref(name: name, commit: object, object: object)
            }
        }
        func named(_ start: String) -> [Ref] {
            refs.values.filter { $0.name.hasPrefix(start) }
                .map { ref in
                    var ref = ref
                    ref.name = String(ref.name.dropFirst(start.count))
                    return ref
                }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
        tags = named(RefName.tags)
        branches = named(RefName.branches)
    }

    /// Strings are equal where they are canonically equivalent; names of refs are not.
    private static func key(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 }
            ? name : name + "\n" + name.utf8.map { String($0, radix: 16) }.joined()
    }

    /// By full name, what each names.
    var objects: [(name: String, object: String)] {
        branches.map { (RefName.branches + $0.name, $0.object) }
            + tags.map { (RefName.tags + $0.name, $0.object) }
    }
}

/// Names of branches and tags (git-check-ref-format(1)).
enum RefName {
    static let tags = "refs/tags/"
    static let branches = "refs/heads/"

    /// Is it the whole name of a branch or a tag?
    static func isFull(_ name: String) -> Bool {
        [tags, branches].contains { name.hasPrefix($0) && isPart(String(name.dropFirst($0.count))) }
    }

    /// Is it what may follow `refs/tags/`?
    static func isPart(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 200, !name.contains(".."), !name.contains("@{"),
            !name.hasPrefix("-"),
            name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"~^:?*[\\".utf8.contains($0) })
        else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy { part in
                !part.isEmpty && part.first != UInt8(ascii: ".") && part.last != UInt8(ascii: ".")
                    && !part.elementsEqual("@".utf8)
                    && !Array(part.suffix(5)).elementsEqual(".lock".utf8)
            }
    }
}

/// The full name of an object in hexadecimal digits.
package struct ObjectID: Sendable, Hashable {
    package let text: String

    /// Nil where it is not 40 (SHA-1) or 64 (SHA-256) lower-case digits.
    package init?(_ text: String) { self.init(Array(text.utf8)) }

    init?(_ digits: [UInt8]) {
        guard digits.count == 40 || digits.count == 64, digits.allSatisfy(Self.isDigit) else {
            return nil
        }
        text = String(decoding: digits, as: UTF8.self)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte.isDigit || (97...102).contains(byte) }
}
