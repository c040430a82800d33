public import Foundation

/// Documents that `generate-specs` wrote, the same ones for the same arguments.
public enum Generated {
    /// How it writes: as people do, or as the template does.
    public enum Style: String, Sendable { case varied, plain }

    /// Small specs of all template families, in the order of their names.
    public static func documents(_ count: Int, seed: Int, _ style: Style = .varied) throws
        -> [[UInt8]]
    {
        let folder = try TemporaryFolder()
        let result = try Console.run(
            try Shared.path("tools/generate-specs").path,
            [
                folder.url.path, "--\(style)", "--size", "small", "--count", "\(count)", "--seed",
                "\(seed)",
            ])
        guard result.status == 0 else { throw Failure(description: result.errors) }
        return try markdown(in: folder.url).map(\.bytes)
    }

    /// The Markdown files below a folder, in the order of their paths.
    public static func markdown(in folder: URL) throws -> [(path: String, bytes: [UInt8])] {
        let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
        return try paths.sorted().filter { $0.hasSuffix(".md") }.map { path in
            (path, [UInt8](try Data(contentsOf: folder.appending(path: path))))
        }
    }

    private struct Failure: Error, CustomStringConvertible {
        var description: String
    }
}
