internal import BuildSteps
internal import EmbeddedFiles
internal import LuaSandbox

/// `lua-compiler CODE.swift`: a step of the build.
@main
enum LuaCompiler {
    static func main() {
        guard CommandLine.arguments.count == 2 else { BuildStep.fail("usage: lua-compiler OUTPUT") }
        let lines =
            entries(below: "host", prefix: "perilune:", isHost: true)
            + entries(below: "plugins", prefix: "", isHost: false)
        BuildStep.write(
            """
            internal import SpecPlugins

            extension BundledLua {
                static let all: CompiledLua.Entries = [
            \(lines.joined(separator: "\n"))
                ]
            }

            """, to: CommandLine.arguments[1])
    }

    /// - Parameter prefix: in front of the path, what errors and traces call a file.
    private static func entries(below folder: String, prefix: String, isHost: Bool) -> [String] {
        EmbeddedFile.all(below: folder, ending: ".lua").map { file in
            let chunk = Chunk(name: prefix + file.path, source: file.bytes)
            do throws(LuaFailure) {
                let code = try ChunkCode.literal(of: chunk, isHost: isHost)
                return
                    "        \"\(folder)/\(file.path)\": (\(file.place), \"\(code)\"),"
            } catch {
                BuildStep.fail("\(chunk.name):\(error.line ?? 0): \(error.message)")
            }
        }
    }
}
