import EditProperties
import Foundation

// `edit-property [--sequences N] FOLDER…`: sets each field of the Markdown files below some folders to
// another value and back; or runs so many sequences of random edits on them. Built with optimisation, it
// goes through thousands of documents; the tests go through some.
var arguments = CommandLine.arguments.dropFirst()
var sequences = 0
if arguments.first == "--sequences" {
    sequences = arguments.dropFirst().first.flatMap { Int($0) } ?? 0
    arguments = arguments.dropFirst(2)
}

var documents: [(path: String, bytes: [UInt8])] = []
for folder in arguments {
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    for path in paths.sorted() where path.hasSuffix(".md") {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: path))
        documents.append((path, [UInt8](data)))
    }
}

let wrong: [String]
if sequences > 0, !documents.isEmpty {
    var property = SequenceProperty()
    for seed in 0..<sequences {
        let (path, bytes) = documents[seed % documents.count]
        property.check(bytes, path, seed: UInt64(seed))
    }
    wrong = property.wrong
    print(
        "\(property.sequences) sequences: \(property.changed) steps changed something, \(property.refused) were refused, \(wrong.count) wrong"
    )
} else {
    var property = SetProperty()
    for (path, bytes) in documents { property.check(bytes, path) }
    wrong = property.wrong
    for (what, refusal) in property.refused.sorted(by: { $0.value.count > $1.value.count }) {
        print("refused \(what): \(refusal.count), as \(refusal.example)")
    }
    let refused = property.refused.values.reduce(0) { $0 + $1.count }
    print(
        "\(documents.count) documents: \(property.done) fields set, \(refused) refused, \(wrong.count) wrong"
    )
}
for wrong in wrong { print(wrong) }
exit(wrong.isEmpty ? 0 : 1)
