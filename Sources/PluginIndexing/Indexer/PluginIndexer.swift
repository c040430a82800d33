internal import SpecPlugins

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// `plugin-indexer INDEX.swift`: a step of the build.
@main
enum PluginIndexer {
    static func main() {
        guard CommandLine.arguments.count == 2 else { fail("usage: plugin-indexer OUTPUT") }
        var lines: [String] = []
        for name in PluginFiles.bundledNames {
            guard let files = PluginFiles.bundled(name) else { fail("\(name): has no files") }
            do throws(PluginFailure) {
                guard
                    let record = BundledRecord.literal(
                        of: try Plugin(files), try Manifest(files))
                else { fail("\(name): has words, presets, templates, libraries or permissions") }
                lines.append("        \"\(name)\": \"\(record)\",")
            } catch {
                fail("\(name)/\(error.file ?? ""):\(error.line ?? 0): \(error.message)")
            }
        }
        write(
            """
            extension BundledRecords {
                static let all: [String: StaticString] = [
            \(lines.joined(separator: "\n"))
                ]
            }

            """, to: CommandLine.arguments[1])
    }

    private static func fail(_ message: String) -> Never {
        write("error: \(message)\n", to: "/dev/stderr")
        exit(1)
    }

    private static func write(_ text: String, to path: String) {
        guard let file = unsafe fopen(path, "w") else { exit(1) }
        let isWritten = unsafe fputs(text, file) >= 0
        guard unsafe fclose(file) == 0, isWritten else { exit(1) }
    }
}
