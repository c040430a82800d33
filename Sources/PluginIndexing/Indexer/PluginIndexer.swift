internal import BuildSteps
internal import SpecPlugins

/// `plugin-indexer INDEX.swift`: a step of the build.
@main
enum PluginIndexer {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            BuildStep.fail("usage: plugin-indexer OUTPUT")
        }
        var lines: [String] = []
        for name in PluginFiles.bundledNames {
            guard let files = PluginFiles.bundled(name) else {
                BuildStep.fail("\(name): has no files")
            }
            do throws(PluginFailure) {
                guard
                    let record = BundledRecord.literal(
                        of: try Plugin(files), try Manifest(files))
                else {
                    BuildStep.fail(
                        "\(name): has words, presets, templates, libraries or permissions")
                }
                lines.append("        \"\(name)\": \"\(record)\",")
            } catch {
                BuildStep.fail("\(name)/\(error.file ?? ""):\(error.line ?? 0): \(error.message)")
            }
        }
        BuildStep.write(
            """
            extension BundledRecords {
                static let all: [String: StaticString] = [
            \(lines.joined(separator: "\n"))
                ]
            }

            """, to: CommandLine.arguments[1])
    }
}
