internal import EmbeddedFiles
internal import LuaSandbox

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// `lua-compiler CODE.swift`: a step of the build.
@main
enum LuaCompiler {
    static func main() {
        guard CommandLine.arguments.count == 2 else { fail("usage: lua-compiler OUTPUT") }
        let lines =
            entries(below: "host", prefix: "perilune:", isHost: true)
            + entries(below: "plugins", prefix: "", isHost: false)
        write(
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
        EmbeddedFile.all(below: folder) { $0.hasSuffix(".lua") }.map { file in
            let chunk = Chunk(name: prefix + file.path, source: file.bytes)
            do throws(LuaFailure) {
                let code = try ChunkCode.literal(of: chunk, isHost: isHost)
                return
                    "        \"\(folder)/\(file.path)\": (\(file.place), \"\(code)\"),"
            } catch {
                fail("\(chunk.name):\(error.line ?? 0): \(error.message)")
            }
        }
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
