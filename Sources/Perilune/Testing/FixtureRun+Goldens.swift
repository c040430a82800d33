internal import SpecModel

/// Holds what the plugin makes of the specs against the files of `NAME.expected/`.
extension FixtureRun {
    /// - Parameter updates: takes what was made instead.
    func goldens(
        _ log: inout [LogLine], updates: Bool, wanting isWanted: (String) -> Bool
    ) throws(Problem) -> (cases: [TestCase], updated: [String]) {
        let expected = folder.expected(of: fixture.name)
        // Whoever makes the folder and leaves it empty wants all that there is.
        let wantsAll =
            updates && expected.isEmpty && Files.status(folder.shown(inner))?.kind == .folder
        let products = products
        var cases: [TestCase] = []
        var updated: [String] = []
        for product in products {
            let own = expected.filter { product.makes($0.file) }
            let titles = own.map { TestCase(plugin, shown($0.file), product.name).title }
            if own.isEmpty ? !wantsAll : !titles.contains(where: isWanted) { continue }
            switch try make(product, &log) {
            case .failure(let unmade):
                for path in own.isEmpty ? [product.path] : own.map(\.file) {
                    cases.append(
                        TestCase(
                            plugin, shown(path), product.name, failed: unmade.notes,
                            broken: unmade.broken))
                }
            case .success(let made):
                let held = hold(made, against: own, of: product)
                if updates { updated += try take(made, insteadOf: own) }
                cases += held.filter { isWanted($0.title) }.map { test in
                    // What was taken is as it should be.
                    updates && made.contains { shown($0.file) == test.file }
                        ? TestCase(plugin, test.file, test.name) : test
                }
            }
        }
        for golden in expected where !products.contains(where: { $0.makes(golden.file) }) {
            var test = TestCase(plugin, shown(golden.file), "is made")
            guard isWanted(test.title) else { continue }
            let all = products.map(\.path).joined(separator: ", ")
            test.fail("the plugin makes no such file; it makes \(all.isEmpty ? "none" : all)")
            cases.append(test)
        }
        cases.sort { Path.precedes($0.file, $1.file) }
        return (cases, updated.sorted(by: Path.precedes))
    }

    private var inner: String { "\(TestFolder.name)/\(fixture.name).expected" }

    private func shown(_ file: String) -> String { folder.shown("\(inner)/\(file)") }

    /// A case for each file that was made or expected.
    private func hold(
        _ made: [TestFolder.Golden], against expected: [TestFolder.Golden], of product: Product
    ) -> [TestCase] {
        var cases: [TestCase] = []
        for golden in expected {
            var test = TestCase(plugin, shown(golden.file), product.name)
            if let found = made.first(where: { $0.file == golden.file }) {
                if found.bytes != golden.bytes {
                    let diff = Self.diff(golden.bytes, found.bytes, test.file)
                    test.fail(
                        "what was made differs\(diff.isEmpty ? "" : " (- expected, + found)"); "
                            + "--update takes it", diff: diff)
                }
            } else {
                let all = made.map { Path.name($0.file) }.joined(separator: ", ")
                test.fail("was not made; made were \(all)")
            }
            cases.append(test)
        }
        for found in made where !expected.contains(where: { $0.file == found.file }) {
            var test = TestCase(plugin, shown(found.file), product.name)
            test.fail("was made, and no such file is expected; --update takes it")
            cases.append(test)
        }
        return cases
    }

    /// Writes what differs from what was expected; the paths.
    private func take(
        _ made: [TestFolder.Golden], insteadOf expected: [TestFolder.Golden]
    ) throws(Problem) -> [String] {
        var updated: [String] = []
        for found in made where !expected.contains(where: { $0 == found }) {
            do throws(Problem) {
                try Files.write(found.bytes, to: "\(inner)/\(found.file)", below: folder.path)
            } catch {
                throw Problem(error.message, path: shown(found.file))
            }
            updated.append(shown(found.file))
        }
        return updated
    }

    /// Nothing of what is no text.
    private static func diff(_ expected: [UInt8], _ found: [UInt8], _ path: String) -> [UInt8] {
        guard [expected, found].allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) else {
            return []
        }
        let source = SourceText(path: path, bytes: expected)
        return EditsReport.diff(source, LineEdits.edits(from: source, to: found)) ?? []
    }
}
