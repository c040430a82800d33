internal import SpecVocabulary
internal import Yaml

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// `vocabulary-compiler VOCABULARY.yml INDEX.swift`: a step of the build.
@main
enum VocabularyCompiler {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { fail("usage: vocabulary-compiler INPUT OUTPUT") }
        do throws(YamlError) {
            guard let root = try YamlNode.parse(read(arguments[1])) else {
                fail("\(arguments[1]): the vocabulary is empty")
            }
            let index = IndexWriter(try VocabularyReader(bundled: root).tables)
            write(
                """
                internal import SpecVocabulary

                extension VocabularyIndex {
                    static let bundled = VocabularyIndex(
                        text: IndexBytes("\(literal(index.text))"),
                        units: IndexBytes("\(literal(index.units))"))
                }

                """, to: arguments[2])
        } catch {
            fail("\(arguments[1]):\(error.mark.line):\(error.mark.column): \(error.message)")
        }
    }

    /// UTF-8 as the inside of a Swift literal.
    private static func literal(_ bytes: [UInt8]) -> String {
        var literal = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\0"..<" ", "\u{7F}"..."\u{9F}":
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal
    }

    private static func fail(_ message: String) -> Never {
        write("error: \(message)\n", to: "/dev/stderr")
        exit(1)
    }

    private static func read(_ path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "r") else { fail("cannot read \(path)") }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = unsafe getc(file), byte != EOF { bytes.append(UInt8(byte)) }
        return bytes
    }

    private static func write(_ text: String, to path: String) {
        guard let file = unsafe fopen(path, "w") else { exit(1) }
        let isWritten = unsafe fputs(text, file) >= 0
        guard unsafe fclose(file) == 0, isWritten else { exit(1) }
    }
}
