package import SpecPlugins
package import SpecReading
internal import SpecVocabulary

extension Subjects {
    /// What rules may look at in what a reader reads.
    package init(_ reader: SpecReader) {
        var kinds = Subjects.builtIn.kinds
        let builtIn = Set(kinds.map(\.name))
        var names: [String: String] = [:]
        for kind in reader.index.kinds where !builtIn.contains(kind.name) {
            kinds.append((kind.name, kind.fields.map(\.name)))
            names[kind.name] = kind.mainField
        }
        self.init(kinds: kinds, names: names)
    }
}
