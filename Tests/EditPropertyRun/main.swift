import EditProperties
import Foundation

// `edit-property FOLDER…`: sets each field of the Markdown files below some folders to another value and
// back. Built with optimisation, it goes through thousands of documents; the tests go through some.
var property = SetProperty()
var documents = 0
for folder in CommandLine.arguments.dropFirst() {
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    for path in paths.sorted() where path.hasSuffix(".md") {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: path))
        property.check([UInt8](data), path)
        documents += 1
    }
}
for wrong in property.wrong { print(wrong) }
for (what, refusal) in property.refused.sorted(by: { $0.value.count > $1.value.count }) {
    print("refused \(what): \(refusal.count), as \(refusal.example)")
}
let refused = property.refused.values.reduce(0) { $0 + $1.count }
print(
    "\(documents) documents: \(property.done) fields set, \(refused) refused, \(property.wrong.count) wrong"
)
exit(property.wrong.isEmpty ? 0 : 1)
