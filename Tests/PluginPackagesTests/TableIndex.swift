import PluginPackages
import SpecPlugins

/// Packages that exist in a table alone.
struct TableIndex: PackageIndex {
    /// By name and version, what each requires.
    typealias Table = [String: [String: [(name: String, range: String)]]]
    var table: Table = [:]

    static func source(_ name: String) throws(PackageError) -> PackageSource {
        .git(try PackageURL("https://example.com/\(name)", from: "/"), subdir: "")
    }

    static func requirement(
        _ name: String, _ range: String
    ) throws(PackageError) -> PackageRequirement {
        guard let range = VersionRange(range) else { throw PackageError(.source, "no range") }
        return PackageRequirement(name: name, source: try source(name), demand: .range(range))
    }

    private func name(_ source: PackageSource) -> String {
        guard case .git(let url, _) = source else { return "" }
        return String(url.identity.split(separator: "/").last ?? "")
    }

    func versions(of source: PackageSource) throws(PackageError) -> [Version] {
        (table[name(source)] ?? [:]).keys.compactMap { Version($0) }
    }

    func version(of source: PackageSource, at pin: PackagePin) throws(PackageError) -> Version {
        if case .tag(let tag) = pin, let version = Version(String(tag.dropFirst())) {
            return version
        }
        return Version(major: 1, minor: 5, patch: 0)
    }

    func requirements(
        of name: String, from source: PackageSource, at version: PackageVersion
    ) throws(PackageError) -> [PackageRequirement] {
        var requirements: [PackageRequirement] = []
        for row in table[name]?[version.version.description] ?? [] {
            requirements.append(try Self.requirement(row.name, row.range))
        }
        return requirements
    }
}
