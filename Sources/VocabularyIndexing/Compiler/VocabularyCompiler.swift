internal import BuildSteps
internal import SpecVocabulary
internal import Yaml

/// `vocabulary-compiler VOCABULARY.yml INDEX.swift`: a step of the build.
@main
enum VocabularyCompiler {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            BuildStep.fail("usage: vocabulary-compiler INPUT OUTPUT")
        }
        do throws(YamlError) {
            guard let root = try YamlNode.parse(BuildStep.read(arguments[1])) else {
                BuildStep.fail("\(arguments[1]): the vocabulary is empty")
            }
            let index = IndexWriter(try VocabularyReader(bundled: root).tables)
            BuildStep.write(
                """
                internal import SpecVocabulary

                extension VocabularyIndex {
                    static let bundled = VocabularyIndex(
                        text: IndexBytes("\(literal(index.text))"),
                        units: IndexBytes("\(literal(index.units))"))
                }

                """, to: arguments[2])
        } catch {
            let place = "\(arguments[1]):\(error.mark.line):\(error.mark.column)"
            BuildStep.fail("\(place): \(error.message)")
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
}
