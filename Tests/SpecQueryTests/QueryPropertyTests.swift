import SpecModel
import SpecQuery
import TestSupport
import Testing

/// Laws that hold for any selector, tried on selectors made at random from the grammar.
@Suite struct QueryPropertyTests {
    @Test func printingAndReadingAreInverse() throws {
        var maker = Maker(seed: 1)
        for _ in 0..<2_000 {
            let selector = maker.selector()
            let query = try Query(selector, names: names)
            #expect(try Query(query.description, names: names) == query, "\(selector)")
            #expect(try Query(query.description, names: names).description == query.description)
        }
    }

    @Test func juxtapositionIsAnd() throws {
        var maker = Maker(seed: 2)
        for _ in 0..<1_000 {
            let (kind, a, b) = (maker.kind(), maker.filter(), maker.filter())
            let both = try Set(found(kind + a)).intersection(found(kind + b))
            #expect(try Set(found(kind + a + b)) == both, "\(kind + a + b)")
        }
    }

    @Test func aCommaIsOr() throws {
        var maker = Maker(seed: 3)
        for _ in 0..<1_000 {
            let (a, b) = (maker.selector(), maker.selector())
            let either = try Set(found(a)).union(found(b))
            let items = try found("\(a),\(b)")
            #expect(Set(items) == either, "\(a),\(b)")
            #expect(items.count == either.count)
        }
    }

    @Test func negationsAreComplements() throws {
        var maker = Maker(seed: 4)
        let all = try Set(found("*"))
        for _ in 0..<1_000 {
            let (field, value) = (maker.field(), maker.value())
            for (positive, negative) in [
                ("[\(field)=\(value)]", "[\(field)!=\(value)]"),
                ("[\(field)~\(value)]", "[\(field)!~\(value)]"), ("[\(field)]", "[!\(field)]"),
            ] {
                #expect(
                    try Set(found(positive)) == all.subtracting(found(negative)), "\(positive)")
            }
        }
    }

    @Test func orderIsTotalWhereValuesCompare() throws {
        var maker = Maker(seed: 5)
        for _ in 0..<1_000 {
            let (field, value) = (maker.scalarField(), maker.ordered())
            let below = try Set(found("[\(field)<\(value)]"))
            let above = try Set(found("[\(field)>\(value)]"))
            let atMost = try Set(found("[\(field)<=\(value)]"))
            let atLeast = try Set(found("[\(field)>=\(value)]"))
            #expect(below.isDisjoint(with: atLeast) && above.isDisjoint(with: atMost))
            #expect(below.union(atLeast) == above.union(atMost), "\(field) \(value)")
        }
    }

    /// Any prefix, any change of a byte: a query or an error inside of the text, never more.
    @Test func brokenSelectorsAreErrorsInTheirText() throws {
        var maker = Maker(seed: 6)
        for _ in 0..<2_000 {
            var bytes = Array(maker.selector().utf8)
            if maker.below(2) == 0 {
                bytes = Array(bytes.prefix(maker.below(bytes.count + 1)))
            } else if !bytes.isEmpty {
                bytes[maker.below(bytes.count)] = UInt8(maker.below(256))
            }
            let selector = String(decoding: bytes, as: UTF8.self)
            do throws(QueryError) {
                let query = try Query(selector, names: names)
                #expect(try Query(query.description, names: names) == query)
            } catch {
                #expect(error.range.upperBound <= selector.utf8.count)
                #expect(!error.message.isEmpty)
            }
        }
    }
}

/// Makes selectors.
private struct Maker {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

    mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

    mutating func kind() -> String { pick(["risk", "metric", "threat", "*", "", "question"]) }

    mutating func scalarField() -> String {
        pick(["line", "key", "title", "spec.status", "spec.\"Cost centre\""])
    }

    mutating func field() -> String {
        pick([
            "line", "key", "title", "section", "placeholder", "kind", "'Team'", "\"Due date\"",
            "spec.author", "spec.status", "spec.'Cost centre'", "'a \\\"b\\\" \\\\ c\\n'",
        ])
    }

    mutating func value() -> String {
        pick([
            "risk", "high", "Web", "true", "no", "10", "2026-03-01", "'Card vault'",
            "\"in review\"",
            "osei", "é", "'\\'\\\\\"\\t'", "R-1", "x.y/z", "'a, b'", "']['",
        ])
    }

    mutating func ordered() -> String { pick(["high", "low", "10", "-1", "2026-01", "99.9%"]) }

    mutating func filter() -> String {
        switch below(4) {
        case 0: "[\(field())]"
        case 1: "[! \(field())]"
        case 2: "[\(field()) \(pick(["<", "<=", ">", ">="])) \(ordered())]"
        default: "[\(field())\(pick(["=", "!=", "~", "!~"]))\(value())]"
        }
    }

    mutating func selector() -> String {
        let parts = (0...below(3)).map { _ in
            let filters = (0..<below(4)).map { _ in filter() }.joined()
            let kind = kind()
            return kind.isEmpty && filters.isEmpty ? "*" : kind + filters
        }
        return parts.joined(separator: pick([",", " , "]))
    }
}
