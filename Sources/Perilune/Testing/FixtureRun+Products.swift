internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// What a plugin makes of a fixture's specs.
extension FixtureRun {
    /// A file that an export or a transform makes.
    struct Product {
        enum Maker {
            case export(NamedExport)
            /// Of the one spec at a place.
            case transform(NamedTransform, spec: Int)
        }

        /// Its path in `NAME.expected/`.
        var file: String
        var maker: Maker

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

    /// All that the plugin makes: `EXPORT.EXTENSION`, also by the names that the settings give it,
    /// and `TRANSFORM.md`, of some specs `TRANSFORM/SPEC.md`.
    var products: [Product] {
        let exports = (workspace.exports + workspace.plugins.exports).map { export in
            Product(
                file: Path.name(export.name) + "." + (export.export.fileExtension ?? "txt"),
                maker: .export(export))
        }
        let transforms = workspace.plugins.transforms.flatMap { transform in
            fixture.specs.indices.map { place in
                let name = Path.name(transform.name)
                let inner = Path.parts(fixture.specs[place].path).dropFirst()
                return Product(
                    file: fixture.isAlone
                        ? name + ".md" : "\(name)/\(inner.joined(separator: "/"))",
                    maker: .transform(transform, spec: place))
            }
        }
        var seen: Set<String> = []
        return (exports + transforms).filter { seen.insert($0.file).inserted }
    }

    func make(
        _ product: Product, _ log: inout [LogLine]
    ) throws(Problem) -> Result<[UInt8], Unmade> {
        let all = fixture.specs.map { spec in
            Document(path: spec.path, template: template, bytes: spec.bytes)
        }
        switch product.maker {
        case .export(let export):
            var documents = StageDocuments(all)
            let made = try Pipeline(workspace).export(&documents, as: export)
            return result(made, &log) { artifact in artifact.bytes }
        case .transform(let transform, let place):
            let isTogether = transform.transform.looksAtAll
            var documents = StageDocuments(isTogether ? all : [all[place]])
            let run = try Pipeline(workspace).transform(&documents, with: [transform])
            let made = documents.documents[isTogether ? place : 0].bytes
            log += run.log
            return result(run.made, &log) { _ in made }
        }
    }

    private func result<Made>(
        _ made: SpecWorkers.Made<Made>, _ log: inout [LogLine], _ bytes: (Made) -> [UInt8]?
    ) -> Result<[UInt8], Unmade> {
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
            guard let bytes = bytes(product) else {
                return .failure(
                    Unmade(broken: [.init("the edits overlap", at: folder.path)]))
            }
            return .success(bytes)
        }
    }
}
