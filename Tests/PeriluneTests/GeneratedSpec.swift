import Foundation
import SpecModel
import TestSupport

/// A document that `generate-specs` wrote, and what it says.
struct GeneratedSpec: Sendable {
    var name: String
    var bytes: [UInt8]
    var truth: Truth
    /// Does it keep to its template?
    var isPlain: Bool

    /// A few of a family, as the template does and as people do.
    static func of(_ family: String) throws -> [GeneratedSpec] {
        try all.get().filter { $0.name.hasPrefix(family) }
    }

    private static let all = Result { try documents(plain: true) + documents(plain: false) }

    private static func documents(plain: Bool) throws -> [GeneratedSpec] {
        let folder = try TemporaryFolder()
        let truth = folder.path("truth")
        let run = try Console.run(
            try Shared.path("tools/generate-specs").path,
            [
                folder.path("specs").path, plain ? "--plain" : "--varied", "--count", "15",
                "--seed", "6", "--size", "small", "--truth", truth.path,
            ])
        guard run.status == 0 else { throw Failure(description: run.errors) }
        let files = try FileManager.default.contentsOfDirectory(atPath: truth.path).sorted()
        return try files.map { file in
            let name = String(file.dropLast(".json".count))
            return GeneratedSpec(
                name: name,
                bytes: [UInt8](try Data(contentsOf: folder.path("specs/\(name).md"))),
                truth: try Truth(Data(contentsOf: truth.appending(path: file))), isPlain: plain)
        }
    }

    private struct Failure: Error, CustomStringConvertible {
        var description: String
    }
}

/// What a document says, as whoever wrote it recorded: rows of fields by category. Lines are left
/// aside.
struct Truth: Sendable {
    private var rows: [(kinds: [String], fields: [(name: String, text: String)])] = []

    /// The kinds of items that a category is about, and what its fields are called in the model.
    private static let categories: [String: (kinds: [String], fields: [String: String])] = [
        "goals": (["goal"], ["text": "text"]),
        "nonGoals": (["non-goal"], ["text": "text"]),
        "constraints": (["constraint"], ["text": "text"]),
        "components": (
            ["component"],
            ["name": "name", "technology": "technology", "purpose": "responsibility"]
        ),
        "endpoints": (
            ["endpoint"], ["method": "method", "path": "path", "description": "description"]
        ),
        "entities": (["entity"], ["name": "name"]),
        "requirements": (
            ["requirement"],
            ["id": "id", "text": "text", "priority": "priority", "acceptance": "acceptance"]
        ),
        "nonFunctionalRequirements": (
            ["quality"],
            [
                "category": "category", "requirement": "text", "target": "target",
                "validation": "validation",
            ]
        ),
        "dependencies": (
            ["dependency"],
            [
                "text": "name", "version": "version", "purpose": "purpose", "status": "status",
                "owner": "owner", "risk": "risk", "fallback": "fallback",
            ]
        ),
        "testCases": (
            ["test-case"], ["scenario": "scenario", "input": "input", "expected": "expected"]
        ),
        "phases": (["phase"], ["title": "name"]),
        "flags": (["flag"], ["name": "name", "description": "description"]),
        "alerts": (
            ["alert"], ["name": "name", "condition": "condition", "severity": "severity"]
        ),
        "variables": (["variable"], ["name": "name"]),
        "permissions": (["permission"], ["role": "role", "permissions": "permissions"]),
        "revisions": (
            ["revision"],
            ["version": "version", "date": "date", "author": "author", "changes": "changes"]
        ),
        "references": (["reference"], ["text": "text", "url": "url"]),
        "taskItems": (["task"], ["text": "text"]),
        "risks": (
            ["risk"],
            [
                "id": "id", "text": "text", "likelihood": "likelihood", "impact": "impact",
                "mitigation": "mitigation", "owner": "owner", "status": "status",
            ]
        ),
        "threats": (
            ["threat"],
            [
                "text": "text", "likelihood": "likelihood", "impact": "impact",
                "mitigation": "mitigation",
            ]
        ),
        "openQuestions": (
            ["question"], ["text": "text", "owner": "owner", "status": "status"]
        ),
        "successMetrics": (
            ["metric"],
            ["metric": "name", "current": "current", "target": "target", "method": "method"]
        ),
        "glossary": (["term"], ["term": "term", "definition": "definition"]),
        "signOffs": (
            ["signoff"], ["role": "role", "name": "name", "date": "date", "status": "status"]
        ),
        "alternatives": (["alternative"], ["title": "name"]),
    ]

    init(_ json: Data) throws {
        let truth = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
        for (name, category) in Self.categories.sorted(by: { $0.key < $1.key }) {
            guard let entry = truth[name] as? [String: Any], entry["ambiguous"] as? Bool != true
            else { continue }
            for row in entry["rows"] as? [[String: Any]] ?? [] {
                let fields = category.fields.sorted { $0.key < $1.key }.compactMap { theirs, ours in
                    row[theirs].map { (name: ours, text: Self.plain($0)) }
                }
                rows.append((category.kinds, fields))
            }
        }
    }

    private static func plain(_ value: Any) -> String {
        switch value {
        case let list as [Any]: list.map(plain).joined(separator: "; ")
        case let text as String: text.folded
        case is NSNull: ""
        default: "\(value)".folded
        }
    }

    /// How many fields some items have: each row counts for the item that has most of it.
    func fields(in items: [Item]) throws -> (found: Int, all: Int) {
        var free = items
        var result = (found: 0, all: 0)
        for row in rows {
            result.all += row.fields.count
            let counts = free.indices.filter { row.kinds.contains(free[$0].kind) }.map { index in
                (
                    index: index,
                    count: row.fields.count { $0.text == free[index].text(of: $0.name) }
                )
            }
            guard let best = counts.max(by: { $0.count < $1.count }) else { continue }
            free.remove(at: best.index)
            result.found += best.count
        }
        return result
    }
}

extension Item {
    /// Of a field: its text as it is compared.
    fileprivate func text(of name: String) -> String {
        field(name).map(\.comparedText) ?? ""
    }

    /// All that it says: its kind and its fields, those that say nothing left out.
    fileprivate var saying: [String: String] {
        var result = ["": kind]
        for field in fields where !field.comparedText.isEmpty {
            result[field.name] = field.comparedText
        }
        for field in extra where !field.comparedText.isEmpty {
            result["+" + field.name] = field.comparedText
        }
        return result
    }
}

extension Field {
    fileprivate var comparedText: String {
        switch value {
        case .text(let text): text.folded
        case .boolean(let flag): "\(flag)"
        case .list(let texts): texts.map(\.text).joined(separator: "; ").folded
        case .record(let entries):
            entries.map { "\($0.name)=\($0.value.text)" }.joined(separator: "; ").folded
        }
    }
}

extension String {
    /// With single spaces, and composed.
    fileprivate var folded: String {
        precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}

extension [Item] {
    /// What some items do not say that these do: each must have one of its own kind that says as
    /// much.
    func lost(in others: [Item]) -> [[String: String]] {
        var free = others.map(\.saying)
        var lost: [[String: String]] = []
        var rest: [[String: String]] = []
        for saying in map(\.saying) {
            if let same = free.firstIndex(of: saying) {
                free.remove(at: same)
            } else {
                rest.append(saying)
            }
        }
        for saying in rest {
            let more = free.firstIndex { other in saying.allSatisfy { other[$0.key] == $0.value } }
            if let more { free.remove(at: more) } else { lost.append(saying) }
        }
        return lost
    }
}

extension Spec {
    /// Roles, or names, with what they say.
    var metadataValues: Set<String> {
        Set(metadata.map { "\($0.role ?? $0.name): \($0.value)" })
    }
}
