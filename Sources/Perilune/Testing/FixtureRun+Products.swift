internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// What a plugin makes of a fixture's specs.
extension FixtureRun {
    /// What an export or a transform makes: a file, or the files of a folder.
    struct Product {
        enum Maker {
            case export(NamedExport)
            /// Of the one spec at a place.
            case transform(NamedTransform, spec: Int)
        }

        /// Its path in `NAME.expected/`; that of a folder ends with `/`.
        var path: String
        var maker: Maker

        /// Is a file in `NAME.expected/` one that it may make?
        func makes(_ file: String) -> Bool {
            path.hasSuffix("/") ? file.hasPrefix(path) : file == path
        }

        /// `export csv`, `transform tidy-owners`.
        var name: String {
            switch maker {
            case .export(let export): "export \(Path.name(export.name))"
            case .transform(let transform, _): "transform \(Path.name(transform.name))"
            }
        }
    }

    /// Why nothing was made.
    struct Unmade: Error {
        var notes: [TestCase.Note] = []
        var broken: [TestCase.Note] = []
    }

    /// All that the plugin makes: `EXPORT.EXTENSION`, of several outputs `EXPORT/OUTPUT`, also by the
    /// names that the settings give it, and `TRANSFORM.md`, of some specs `TRANSFORM/SPEC.md`.
    var products: [Product] {
        let exports = (workspace.exports + workspace.plugins.exports).map { export in
            Product(
                path: export.ownFileName ?? Path.name(export.name) + "/", maker: .export(export))
        }
        let transforms = workspace.plugins.transforms.flatMap { transform in
            fixture.specs.indices.map { place in
                let name = Path.name(transform.name)
                let inner = Path.parts(fixture.specs[place].path).dropFirst()
                return Product(
                    path: fixture.isAlone
                        ? name + ".md" : "\(name)/\(inner.joined(separator: "/"))",
                    maker: .transform(transform, spec: place))
            }
        }
        var seen: Set<String> = []
        return (exports + transforms).filter { seen.insert($0.path).inserted }
    }

    /// The files of a product, by their paths in `NAME.expected/`.
    func make(
        _ product: Product, _ log: inout [LogLine]
    ) throws(Problem) -> Result<[TestFolder.Golden], Unmade> {
        let all = fixture.specs.map { spec in
            Document(path: spec.path, template: template, bytes: spec.bytes)
        }
        switch product.maker {
        case .export(let export):
            var documents = StageDocuments(all)
            let made = try Pipeline(workspace).export(&documents, as: export)
            return result(made, &log) { artifact in
                if !product.path.hasSuffix("/") { return [(product.path, artifact.bytes)] }
                return artifact.files.map { (product.path + $0.name, $0.bytes) }
            }
        case .transform(let transform, let place):
            let isTogether = transform.transform.looksAtAll
            var documents = StageDocuments(isTogether ? all : [all[place]])
            let run = try Pipeline(workspace).transform(&documents, with: [transform])
            let made = documents.documents[isTogether ? place : 0].bytes
            log += run.log
            return result(run.made, &log) { _ in [(product.path, made)] }
        }
    }

    private func result<Made>(
        _ made: SpecWorkers.Made<Made>, _ log: inout [LogLine],
        _ files: (Made) -> [TestFolder.Golden]
    ) -> Result<[TestFolder.Golden], Unmade> {
        log += made.log.map { LogLine(plugin: folder.plugin.name, text: $0) }
        switch made.product {
        case nil:
            return .failure(
                Unmade(
                    notes: made.reading.filter { $0.severity == .error }.map { finding in
                        .init(
                            "found \"\(finding.message)\" [\(finding.rule)], and nothing is made",
                            at: folder.shown("\(TestFolder.name)/\(finding.location.path)"),
                            line: finding.location.start.line,
                            column: finding.location.start.column)
                    }))
        case .failure(let failure):
            let counted = CountedFailure(failure, in: workspace)
            return .failure(Unmade(broken: [Self.note(counted, in: folder)]))
        case .success(let product):
            return .success(files(product))
        }
    }
}
