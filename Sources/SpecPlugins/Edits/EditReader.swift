internal import LuaSandbox
internal import Printable
internal import SpecEditing
internal import SpecModel

/// Turns what transforms, and the fixes of findings, asked for into edits of the document's bytes.
struct EditReader {
    let plugin: String
    let rule: String
    let spec: Spec
    let reader: any TextReader

    /// The edits of a transform, in document order: those that overlap earlier ones are left for the
    /// next time that it runs.
    func edits(_ answer: LuaValue) throws(PluginFailure) -> [Edit] {
        let values = answer.list ?? []
        if values.isEmpty { return [] }
        let requests = try requests(values)
        do throws(EditFailure) {
            return try editor.edits(of: requests)
        } catch {
            throw failure(error, values)
        }
    }

    private var editor: SpecEditor {
        let (spec, reader) = (spec, reader)
        return SpecEditor(spec) { reader.read($0, as: spec) }
    }

    private func requests(_ values: [LuaValue]) throws(PluginFailure) -> [EditRequest] {
        var requests: [EditRequest] = []
        for value in values {
            do throws(EditRequestError) {
                requests.append(try EditRequest(value, in: spec))
            } catch {
                throw failure(error.message, value)
            }
        }
        return requests
    }

    private func failure(_ failure: EditFailure, _ values: [LuaValue]) -> PluginFailure {
        switch failure {
        case .refused(let request, let refusal):
            return self.failure(refusal.message.printable, values[request])
        case .overlap(let request):
            return self.failure(
                "this edit overlaps an earlier one of the same fix", values[request])
        case .conflict(let first, let second):
            return self.failure(
                "two edits of one place: \(asked(values[first])), \(asked(values[second]))",
                values[second])
        }
    }

    private func asked(_ value: LuaValue) -> String {
        let text = value["value"]?.string.map { "\"\($0.printable)\"" } ?? "something else"
        return "line \(value["line"]?.integer ?? 0) asks for \(text)"
    }

    private func failure(_ message: String, _ origin: LuaValue) -> PluginFailure {
        let lua = LuaFailure(
            kind: .runtime, message: message, chunk: origin["chunk"]?.string,
            line: origin["line"]?.integer.map { Int($0) })
        return PluginFailure(lua, plugin: plugin, rule: rule)
            .at(Place(origin["anchor"] ?? origin, in: [spec]), in: [spec])
    }
}

/// Fixes of findings of one spec.
extension EditReader {
    /// The edits of each fix; all of a fix is made or nothing. An unsafe one is an offer: where the
    /// document does not allow it, there is none. A safe one that it does not allow is wrong.
    static func edits(
        ofFixes fixes: [(rule: String, asked: LuaValue, isSafe: Bool)], of spec: Spec,
        _ plugin: String,
        _ reader: any TextReader
    ) -> [Result<[Edit], PluginFailure>] {
        let readers = fixes.map {
            EditReader(plugin: plugin, rule: $0.rule, spec: spec, reader: reader)
        }
        var results: [Result<[Edit], PluginFailure>?] = []
        var groups: [[EditRequest]] = []
        for (fix, reader) in zip(fixes, readers) {
            do throws(PluginFailure) {
                groups.append(try reader.requests(fix.asked.list ?? []))
                results.append(nil)
            } catch {
                results.append(.failure(error))
            }
        }
        guard let editor = readers.first?.editor else { return [] }
        var made = editor.edits(ofGroups: groups)[...]
        return results.enumerated().map { index, known in
            if let known { return known }
            let result = made.removeFirst()
            if !fixes[index].isSafe, case .failure(.refused) = result { return .success([]) }
            return result.mapError { error in
                readers[index].failure(error, fixes[index].asked.list ?? [])
            }
        }
    }
}
