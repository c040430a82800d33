package import SpecModel

/// Turns what is asked to change in a spec into edits of its bytes. Nothing is believed: each edit is
/// made, the document is read again, and what it says then is held against what was asked for.
package struct SpecEditor {
    private let layout: Layout
    private let reread: ([UInt8]) -> Spec

    /// - Parameter reread: reads the document with other bytes, as the spec was read.
    package init(_ spec: Spec, reread: @escaping ([UInt8]) -> Spec) {
        // Of what is kept of a document, and what one worker tells another, has no blocks.
        layout = Layout(spec.blocks.isEmpty ? reread(spec.source.bytes) : spec)
        self.reread = reread
    }

    /// The edits of groups of requests, each as if it were alone: all of a group is made, or nothing.
    ///
    /// The number of an edit's group says which groups were read together, and read well.
    /// Groups that are apart are read again together: one reading where all goes well, and some more
    /// for each step of the search for one that does not.
    package func edits(ofGroups groups: [[EditRequest]]) -> [Result<[Edit], EditFailure>] {
        resolved(groups).map { result in
            result.map { unit in
                var unit = unit
                unit.group = unit.batch
                return edits(of: [unit])
            }
        }
    }

    /// The edits of requests that are made in their order. One that overlaps an earlier one, or does
    /// not read well together with those in front of it, is left for the next time.
    /// - Throws: where a request cannot be made even alone, or two give one place different texts.
    package func edits(of requests: [EditRequest]) throws(EditFailure) -> [Edit] {
        var taken: [Unit] = []
        var places = Occupied()
        let results = resolved(requests.map { [$0] }, untilOneFails: true)
        for (index, result) in results.enumerated() {
            var unit = try result.mapError { $0.moved(to: index) }.get()
            unit.group = index
            if unit.changes.isEmpty { continue }
            if let rival = places.rival(of: unit) {
                if requests[rival] == requests[index] { continue }
                throw .conflict(first: rival, second: index)
            }
            if places.overlaps(unit) { continue }
            places.add(unit)
            taken.append(unit)
        }
        return edits(of: longestSound(taken))
    }

    /// Plain text as what stands at a place reads back, unless what is around it says otherwise.
    package static func source(of text: String, at range: SourceRange, in spec: Spec) -> String {
        let forms = TextForms(spec: spec, layout: Layout(spec), range: range, old: "")
        return forms.forms(of: text).first ?? text
    }

    // MARK: finding out

    /// Each group's changes, known to read well alone.
    /// - Parameter untilOneFails: is nobody interested in the others where one cannot be made?
    private func resolved(
        _ groups: [[EditRequest]], untilOneFails: Bool = false
    ) -> [Result<Unit, EditFailure>] {
        var found = Findings(groups: groups, untilOneFails: untilOneFails)
        for (index, group) in groups.enumerated() {
            found.results.append(planned(group, index))
            if untilOneFails, case .failure = found.results[index] { return found.results }
        }
        let units = found.results.compactMap { try? $0.get() }.filter { !$0.changes.isEmpty }
        for layer in Unit.layers(of: units) { settle(layer, &found) }
        return found.results
    }

    /// What was found out of groups.
    private struct Findings {
        let groups: [[EditRequest]]
        let untilOneFails: Bool
        var results: [Result<Unit, EditFailure>] = []
        private var batch = 0
        private(set) var isOver = false

        init(groups: [[EditRequest]], untilOneFails: Bool) {
            self.groups = groups
            self.untilOneFails = untilOneFails
        }

        mutating func addSound(_ units: [Unit]) {
            for var unit in units {
                unit.batch = batch
                results[unit.group] = .success(unit)
            }
            batch += 1
        }

        mutating func add(_ failure: EditFailure, of group: Int) {
            results[group] = .failure(failure)
            isOver = untilOneFails
        }
    }

    /// The plainest plan of each request.
    private func planned(_ group: [EditRequest], _ index: Int) -> Result<Unit, EditFailure> {
        var unit = Unit(group: index)
        var places = Occupied()
        for (place, request) in group.enumerated() {
            do throws(EditRefusal) {
                guard let plan = try plans(request).first else { continue }
                let other = Unit(group: place, plan)
                if other.changes.isEmpty { continue }
                if let rival = places.rival(of: other) {
                    return .failure(.conflict(first: rival, second: place))
                }
                if places.overlaps(other) { return .failure(.overlap(request: place)) }
                places.add(other)
                unit.add(plan)
            } catch {
                return .failure(.refused(request: place, error))
            }
        }
        return .success(unit)
    }

    /// Finds out which units read well, as many of them together as can be.
    private func settle(_ units: [Unit], _ found: inout Findings) {
        if found.isOver { return }
        if problem(of: units) == nil { return found.addSound(units) }
        if units.count == 1 {
            let group = units[0].group
            switch searched(found.groups[group], group) {
            case .success(let unit): found.addSound([unit])
            case .failure(let failure): found.add(failure, of: group)
            }
            return
        }
        let middle = units.count / 2
        settle(Array(units[..<middle]), &found)
        settle(Array(units[middle...]), &found)
    }

    /// Looks for plans that read well, request by request.
    private func searched(_ group: [EditRequest], _ index: Int) -> Result<Unit, EditFailure> {
        var unit = Unit(group: index)
        for (place, request) in group.enumerated() {
            var refusal: EditRefusal?
            var found: Unit?
            for plan in (try? plans(request)) ?? [] {
                var longer = unit
                longer.add(plan)
                guard let problem = problem(of: [longer]) else {
                    found = longer
                    break
                }
                if refusal == nil { refusal = EditRefusal(problem) }
            }
            guard let found else {
                let reason = refusal ?? EditRefusal("there is no way to write it")
                return .failure(.refused(request: place, reason))
            }
            unit = found
        }
        return .success(unit)
    }

    /// As many of the first units as read well together, and one at least.
    private func longestSound(_ units: [Unit]) -> [Unit] {
        if units.count < 2 || problem(of: units) == nil { return units }
        var (low, high) = (1, units.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if problem(of: Array(units[..<middle])) == nil {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return Array(units[..<low])
    }

    /// What is wrong with the document where all of it is done.
    private func problem(of units: [Unit]) -> String? {
        let changes = Unit.sorted(units.flatMap(\.changes))
        if changes.isEmpty { return nil }
        guard let bytes = layout.source.applying(edits(of: changes)) else {
            return "the edits overlap"
        }
        let new = reread(bytes)
        return EditCheck(layout.spec, new, changes, scopes: units.flatMap(\.scopes))
            .problem(units.flatMap(\.expectations))
    }

    /// Without those that change nothing.
    private func edits(of units: [Unit]) -> [Edit] {
        let changes = units.flatMap { unit in unit.changes.map { (unit.group, $0) } }
        return changes.enumerated().sorted {
            ($0.element.1.range.start, $0.element.1.range.end, $0.offset)
                < ($1.element.1.range.start, $1.element.1.range.end, $1.offset)
        }.compactMap { _, element in
            let (group, change) = element
            if layout.source.text(change.range).utf8.elementsEqual(change.text.utf8) { return nil }
            return Edit(
                path: layout.spec.path, range: change.range, replacement: change.text,
                group: group)
        }
    }

    private func edits(of changes: [Change]) -> [Edit] {
        changes.map { Edit(path: layout.spec.path, range: $0.range, replacement: $0.text) }
    }

    // MARK: planning

    private func plans(_ request: EditRequest) throws(EditRefusal) -> [Plan] {
        let values = ValuePlanner(layout: layout)
        let parts = PartPlanner(layout: layout)
        let sections = SectionPlanner(layout: layout)
        switch request {
        case .set(let target, let text): return try values.plans(setting: target, to: text)
        case .tick(let target, let isTicked):
            return try values.plans(ticking: target, isTicked)
        case .replace(let range, let markdown):
            return [values.plan(replacing: range, with: markdown)]
        case .replaceAll(let text): return [replacement(text)]
        case .insertItem(let kind, let fields, let anchor):
            return try ItemPlanner(layout: layout, kind: kind, fields: fields) { change in
                layout.source.applying(edits(of: [change])).map { reread($0).items } ?? []
            }.plans(anchor)
        case .insertSection(let new, let anchor):
            return [try sections.plan(inserting: new, anchor)]
        case .insertMetadata(let new, let anchor):
            return try MetadataPlanner(layout: layout).plans(inserting: new, anchor)
        case .insertColumn(let name, let range, let isBehind):
            return [
                try ColumnPlanner(layout: layout)
                    .plan(inserting: name, beside: range, isBehind: isBehind)
            ]
        case .remove(let part): return [try parts.plan(removing: part)]
        case .move(let part, let anchor): return [try parts.plan(moving: part, to: anchor)]
        case .append(let section, let markdown):
            return [sections.plan(appending: markdown, to: section)]
        case .wrap(let block, let before, let after):
            return [try sections.plan(wrapping: block, before: before, after: after)]
        }
    }

    private func replacement(_ text: String) -> Plan {
        let edits = LineEdits.edits(from: layout.source, to: Array(text.utf8))
        return Plan(edits.map { Change($0.range, $0.replacement, .anything) }, .anything)
    }
}

/// Why edits are not made.
package enum EditFailure: Error, Equatable {
    case refused(request: Int, EditRefusal)
    /// A request of a group overlaps an earlier one of it.
    case overlap(request: Int)
    /// Two requests give one place different texts.
    case conflict(first: Int, second: Int)

    fileprivate func moved(to request: Int) -> EditFailure {
        if case .refused(_, let refusal) = self { return .refused(request: request, refusal) }
        return self
    }
}
