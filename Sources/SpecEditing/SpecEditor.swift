package import SpecModel

/// Turns what is asked to change in a spec into edits of its bytes. Nothing is believed: each edit is
/// made, the document is read again, and what it says then is held against what was asked for.
package struct SpecEditor {
    private let layout: Layout
    private let reread: ([UInt8]) -> Spec

    /// - Parameter reread: reads the document with other bytes, as the spec was read.
    package init(_ spec: Spec, reread: @escaping ([UInt8]) -> Spec) {
        // What one worker tells another of a document has no blocks.
        let isWhole = !spec.blocks.isEmpty || spec.items.isEmpty
        layout = Layout(isWhole ? spec : reread(spec.source.bytes))
        self.reread = reread
    }

    /// The edits of groups of requests, each as if it were alone: all of a group is made, or nothing.
    ///
    /// Groups that are apart are read again together: one reading where all goes well, and some more
    /// for each step of the search for one that does not.
    package func edits(ofGroups groups: [[EditRequest]]) -> [Result<[Edit], EditFailure>] {
        resolved(groups).map { result in
            result.map { edits(of: $0) }
        }
    }

    /// The edits of requests that are made in their order. One that overlaps an earlier one, or does
    /// not read well together with those in front of it, is left for the next time.
    /// - Throws: where a request cannot be made even alone, or two give one place different texts.
    package func edits(of requests: [EditRequest]) throws(EditFailure) -> [Edit] {
        var taken: [Unit] = []
        var places = Occupied()
        for (index, result) in resolved(requests.map { [$0] }).enumerated() {
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
    private func resolved(_ groups: [[EditRequest]]) -> [Result<Unit, EditFailure>] {
        var results: [Result<Unit, EditFailure>] = []
        for (index, group) in groups.enumerated() {
            results.append(planned(group, index))
        }
        let units = results.compactMap { try? $0.get() }.filter { !$0.changes.isEmpty }
        for layer in Unit.layers(of: units) { settle(layer, groups, &results) }
        return results
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

    private func settle(
        _ units: [Unit], _ groups: [[EditRequest]], _ results: inout [Result<Unit, EditFailure>]
    ) {
        if units.isEmpty || problem(of: units) == nil { return }
        if units.count == 1 {
            results[units[0].group] = searched(groups[units[0].group], units[0].group)
            return
        }
        let middle = units.count / 2
        settle(Array(units[..<middle]), groups, &results)
        settle(Array(units[middle...]), groups, &results)
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
        let new = reread(layout.source.applying(changes))
        return EditCheck(layout.spec, new, changes, scopes: units.flatMap(\.scopes))
            .problem(units.flatMap(\.expectations))
    }

    private func edits(of unit: Unit) -> [Edit] { edits(of: [unit]) }

    private func edits(of units: [Unit]) -> [Edit] {
        Unit.sorted(units.flatMap(\.changes)).compactMap { change in
            if layout.source.text(change.range).utf8.elementsEqual(change.text.utf8) { return nil }
            return Edit(path: layout.spec.path, range: change.range, replacement: change.text)
        }
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
                reread(layout.source.applying([change])).items
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

extension SourceText {
    /// - Parameter changes: in order, apart.
    fileprivate func applying(_ changes: [Change]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var end = 0
        for change in changes {
            result += bytes[end..<change.range.start]
            result += change.text.utf8
            end = change.range.end
        }
        return result + bytes[end...]
    }
}
