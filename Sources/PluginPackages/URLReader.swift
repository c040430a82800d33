internal import Printable

/// Reads a URL piece by piece; each refusal says what to write instead.
struct URLReader {
    let text: String
    /// "the repository", in messages.
    private let what: String
    private var rest: Substring

    init(_ text: String, of what: String = "the repository") {
        self.text = text
        self.what = what
        rest = text[...]
    }

    private static let longest = 2_000

    private func refusal(_ reason: String) -> PackageError {
        PackageError(.source, "\(what) \"\(text)\" \(reason)")
    }

    func checkText() throws(PackageError) {
        if text.isEmpty { throw PackageError(.source, "the name of \(what) is empty") }
        if text.utf8.count > Self.longest {
            throw PackageError(
                .source, "the name of \(what) is longer than \(Self.longest) bytes")
        }
        if text.unicodeScalars.contains(where: { $0.isUnprintable }) {
            throw refusal("has a character that is not printable")
        }
        if text.hasPrefix("-") {
            throw refusal("begins with \"-\", as an option does; write \"./\" before a path")
        }
        let helper = text.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
        if text.utf8.dropFirst(helper.count).starts(with: "::".utf8) {
            throw refusal(
                "is for a helper program, which is not started; write https://, ssh://, file:// or "
                    + "a path")
        }
    }

    /// `https`, `ssh` or `file`; nil where there is none.
    mutating func scheme() throws(PackageError) -> String? {
        guard let end = text.firstRange(of: "://"),
            text[..<end.lowerBound].utf8.allSatisfy({
                $0.isLetterOrDigit || "+.-".utf8.contains($0)
            })
        else { return nil }
        let scheme = text[..<end.lowerBound].lowercased()
        rest = text[end.upperBound...]
        switch scheme {
        case "https", "ssh", "file": break
        case "git+ssh", "ssh+git": throw refusal("is written with ssh:// alone")
        case "http", "git", "ftp", "ftps":
            throw refusal(
                "is read over \(scheme)://, where nobody proves who answers; write https:// or "
                    + "ssh://")
        default:
            throw refusal("begins with \(scheme)://; write https://, ssh://, file:// or a path")
        }
        if text[..<end.lowerBound] != scheme { throw refusal("is written with \(scheme)://") }
        if let mark = rest.first(where: { $0 == "?" || $0 == "#" }) {
            throw refusal(
                "has a \"\(mark)\"; name a tag, a commit or a folder with \"tag\", \"rev\" or "
                    + "\"subdir\"")
        }
        if rest.contains(" ") { throw refusal("has a space") }
        try checkArchive(scheme)
        try checkEscapes()
        return scheme
    }

    private func checkArchive(_ scheme: String) throws(PackageError) {
        let name = rest.lowercased()
        guard [".tar.gz", ".tgz", ".zip"].contains(where: name.hasSuffix) else { return }
        throw refusal(
            scheme == "file"
                ? "is an archive; name its path as an archive"
                : "is an archive, which git does not fetch; name the repository with \"git\", or "
                    + "download the file and name its path")
    }

    /// `%0a` and its like are what they stand for once git has read them.
    private func checkEscapes() throws(PackageError) {
        let bytes = Array(rest.utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
            guard index + 2 < bytes.count, let value = Self.value(bytes[index + 1...index + 2])
            else { throw refusal("has a \"%\" without two digits") }
            if value < 0x20 || value == 0x7F { throw refusal("has an escaped control character") }
        }
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ $0.isLetterOrDigit }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// The host, its port and the path, which begins with `/`.
    mutating func authority(
        isSSH: Bool
    ) throws(PackageError) -> (host: String, port: String, path: String) {
        var authority = rest[..<(rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex)]
        let path = String(rest[authority.endIndex...])
        if let end = authority.lastIndex(of: "@") {
            let user = authority[..<end]
            guard isSSH else {
                // It may be a secret: it is not shown.
                throw PackageError(
                    .source,
                    "the repository's URL has a name or a password before \"@\"; leave it out: git "
                        + "asks its credential helper")
            }
            guard Self.isUser(user) else {
                throw PackageError(
                    .source,
                    "the repository's URL has more than a user's name before \"@\"; a password is "
                        + "not written there")
            }
            authority = authority[authority.index(after: end)...]
        }
        var port = ""
        let isNumeric = authority.hasPrefix("[")
        if let colon = authority.lastIndex(of: ":"), !isNumeric || !authority.hasSuffix("]") {
            port = String(authority[authority.index(after: colon)...])
            authority = authority[..<colon]
            guard let number = UInt16(port), number > 0, port.utf8.allSatisfy({ $0.isDigit }) else {
                throw refusal("has \"\(port)\" for a port; expected a number")
            }
            if port == (isSSH ? "22" : "443") { port = "" }
        }
        try checkHost(authority)
        try checkPath(path[...].drop { $0 == "/" })
        return (authority.lowercased(), port, path)
    }

    /// `git@host:team/rules`: a `:` before any `/`.
    func shortForm() throws(PackageError) -> (host: String, path: String)? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            !text[..<colon].utf8.contains(UInt8(ascii: "/"))
        else { return nil }
        var host = text[..<colon]
        let path = text[text.index(after: colon)...]
        if let end = host.lastIndex(of: "@") {
            guard Self.isUser(host[..<end]) else {
                throw refusal("has no user's name before \"@\"")
            }
            host = host[host.index(after: end)...]
        }
        guard !path.isEmpty else { throw refusal("has no path behind \":\"") }
        try checkHost(host)
        try checkPath(path)
        if path.contains(" ") { throw refusal("has a space") }
        return (host.lowercased(), String(path))
    }

    private func checkHost(_ host: Substring) throws(PackageError) {
        let inner = host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host
        let isAddress = inner.utf8.count != host.utf8.count
        guard !inner.isEmpty, inner.first != "-", inner.utf8.count <= 253,
            inner.utf8.allSatisfy({
                $0.isLetterOrDigit || "-._".utf8.contains($0)
                    || isAddress && $0 == UInt8(ascii: ":")
            })
        else {
            throw refusal(
                "has \"\(host)\" for a host; expected letters, digits, \".\" and \"-\", or \"./\" "
                    + "before a path")
        }
    }

    private func checkPath(_ path: Substring) throws(PackageError) {
        if path.isEmpty { throw refusal("names a host and no repository on it") }
        if path.first == "-" { throw refusal("has a path that begins with \"-\"") }
        if path.pathParts.contains("..") { throw refusal("has \"..\" in its path") }
    }

    private static func isUser(_ name: Substring) -> Bool {
        !name.isEmpty && name.first != "-"
            && name.utf8.allSatisfy { $0.isLetterOrDigit || "-._".utf8.contains($0) }
    }

    /// Of `file:///…`.
    func filePath() throws(PackageError) -> String {
        let host = rest[..<(rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex)]
        guard host.isEmpty || host == "localhost" else {
            throw refusal("names the host \"\(host)\"; a file URL has three slashes: file:///…")
        }
        if rest.contains("%") {
            throw refusal("has a \"%\"; write the path without file://")
        }
        return Self.normalised(rest[host.endIndex...])
    }

    func localPath(from folder: String) throws(PackageError) -> String {
        if text.hasPrefix("~") {
            throw refusal("begins with \"~\", which only a shell knows; write the whole path")
        }
        return Self.normalised(
            text.utf8.first == UInt8(ascii: "/") ? text[...] : "\(folder)/\(text)"[...])
    }

    /// Of an archive: a path, or what follows `file://`.
    mutating func archivePath(from folder: String) throws(PackageError) -> String {
        try checkText()
        guard PackageArchive.isNamed(text) else {
            throw refusal("is called neither .tar.gz nor .tgz")
        }
        guard let end = text.firstRange(of: "://") else { return try localPath(from: folder) }
        guard text[..<end.lowerBound] == "file" else {
            throw refusal(
                "is not on this machine; download it and name its path, or name the repository with "
                    + "\"git\"")
        }
        rest = text[end.upperBound...]
        return try filePath()
    }

    /// An absolute path without `.`, `..` and repeated `/`.
    static func normalised(_ path: String) -> String { normalised(path[...]) }

    private static func normalised(_ path: Substring) -> String {
        var parts: [String] = []
        for part in path.pathParts where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}

extension Substring {
    /// A character may hold a `/` and the accent after it; whoever reads the path sees bytes.
    var pathParts: [String] {
        unicodeScalars.split(separator: "/").map { String($0) }
    }
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isLetterOrDigit: Bool { isDigit || (65...90).contains(self) || (97...122).contains(self) }
}
