/// Where a git repository is: `https://…`, `ssh://…`, `host:path` as git has it for ssh, `file:///…`
/// or a path. Nothing else is taken: what others carry, nobody vouches for.
package struct PackageURL: Sendable, Hashable {
    private enum Place: Hashable {
        /// A host in lower case, its port, and a path that begins with `/` or not.
        case host(String, port: String, path: String)
        case folder(String)
    }

    /// As it was written; it holds no password. What messages show and a lock file holds.
    package let text: String
    /// As git is told it.
    package let location: String
    private let place: Place

    /// - Parameters:
    ///   - text: as it was written.
    ///   - folder: an absolute path, which a relative path is seen from.
    package init(_ text: String, from folder: String) throws(PackageError) {
        var reader = URLReader(text)
        try reader.checkText()
        self.text = text
        if let scheme = try reader.scheme() {
            switch scheme {
            case "https", "ssh":
                let (host, port, path) = try reader.authority(isSSH: scheme == "ssh")
                place = .host(host, port: port, path: path)
                location = text
            default:
                let path = try reader.filePath()
                place = .folder(path)
                location = "file://" + path
            }
        } else if let (host, path) = try reader.shortForm() {
            place = .host(host, port: "", path: path)
            location = text
        } else {
            let path = try reader.localPath(from: folder)
            place = .folder(path)
            location = path
        }
    }

    /// The absolute path of one on this machine; nil for any other.
    package var localPath: String? { if case .folder(let path) = place { path } else { nil } }

    /// The same for two spellings of one repository: by https and by ssh, with `.git` and without.
    package var identity: String {
        switch place {
        case .host(let host, let port, let path):
            "\(host)\(port.isEmpty ? "" : ":\(port)")/\(Self.bare(path))"
        case .folder(let path): "/" + Self.bare(path)
        }
    }

    private static func bare(_ path: String) -> String {
        var parts = path[...].pathParts
        if let last = parts.last, last.hasSuffix(".git"), last != ".git" {
            parts[parts.count - 1] = String(last.dropLast(4))
        } else if parts.last == ".git" {
            parts.removeLast()
        }
        return parts.joined(separator: "/")
    }
}
