// Copies of packages, in the repository and in the cache: are they what was locked?

extension PackageManager {
    /// A copy of a package that is not what was locked, or that the lock file does not know.
    public struct Drift: Sendable, Equatable {
        public var name: String
        public var message: String
    }

    /// Compares what is in the vendor folder and in the cache with the lock file.
    public func verify() throws(Problem) -> (verified: Int, drift: [Drift]) {
        var drift: [Drift] = []
        var verified = 0
        for package in packages {
            guard let entry = shared.locked[package.name] else { continue }
            let (count, problems) = shared.verify(entry)
            verified += count
            drift += problems.map { Drift(name: package.name, message: $0.description) }
        }
        for name in try shared.vendor.names() where shared.locked[name] == nil {
            drift.append(
                Drift(
                    name: name,
                    message: "\"\(shared.vendor.shown(name))\" is in no line of "
                        + "\(shared.lockFile.shown); remove it"))
        }
        return (verified, drift)
    }

    /// Copies the packages that are wanted into the repository, and takes others away.
    /// - Returns: the folders that were written, as seen from the current folder.
    public mutating func vendor() throws(Problem) -> [String] {
        let wanted = try wanted
        try shared.lock(wanted)
        let needed = shared.needed(wanted) ?? []
        for entry in needed { try vendor(entry) }
        for name in try shared.vendor.names() where !needed.contains(where: { $0.name == name }) {
            try shared.vendor.remove(name)
        }
        return needed.map { shared.vendor.shown($0.name) }
    }

    /// Copies those anew that were there.
    func refreshCopies() throws(Problem) {
        for name in try shared.vendor.names() {
            if let entry = shared.locked[name] {
                try vendor(entry)
            } else {
                try shared.vendor.remove(name)
            }
        }
    }

    private func vendor(_ entry: LockedPackage) throws(Problem) {
        try shared.vendor.write(entry.name, try shared.fetched(entry))
    }
}
