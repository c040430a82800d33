internal import LuaSandbox
internal import SpecModel
internal import SpecQuery

/// Answers `spec:query(…)` and `workspace:query(…)` over the specs of one call: for each spec a list
/// of the indices found, from 1; a text where the selector is wrong.
final class QueryAnswers {
    private var specs: SpecList
    /// Those of the run; behind them are texts that a plugin had read.
    private let run: Int
    /// A rule asks the same for each item; what a question costs does not depend on this.
    private var queries: [[UInt8]: Query] = [:]
    private static let mostQueries = 64

    /// In fuel, each about five nanoseconds: reading a byte of a selector, finding the nearest name.
    private static let readingByte = 50
    private static let question = 1_000
    private static let mistake = 20_000

    private let names: QueryNames

    init(_ specs: SpecList, _ subjects: Subjects) {
        self.specs = specs
        run = specs.count
        names = subjects.queryNames
    }

    func add(_ spec: Spec) { specs.append(spec) }

    /// The number of the question is a spec, from 1, or 0 for all of those of the run.
    func answer(_ question: Question) -> Question.Answer {
        let text = question.text.prefix(Query.longest + 1)
        var fuel = Self.question + text.count * Self.readingByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        do throws(QueryError) {
            let query = try query(question.text)
            var work = Work(question.fuel - fuel)
            let frame = find(query, in: places(of: question), &work)
            fuel = work.isExhausted ? question.fuel + 1 : question.fuel - work.remaining
            return Question.Answer(frame, fuel: fuel)
        } catch {
            let place = "column \(error.column) of the selector"
            return Question.Answer(.text("\(place): \(error.message)"), fuel: fuel + Self.mistake)
        }
    }

    private func places(of question: Question) -> Range<Int> {
        if question.number == 0 { return 0..<run }
        return specs.indices.contains(question.number - 1)
            ? question.number - 1..<question.number : 0..<0
    }

    private func query(_ text: [UInt8]) throws(QueryError) -> Query {
        if let known = queries[text] { return known }
        guard let selector = String(validating: text, as: UTF8.self) else {
            throw QueryError(message: "it is not UTF-8", range: 0..<text.count)
        }
        let query = try Query(selector, names: names)
        if queries.count == Self.mostQueries { queries = [:] }
        queries[text] = query
        return query
    }

    private func find(_ query: Query, in places: Range<Int>, _ work: inout Work) -> Frame {
        var builder = FrameBuilder()
        builder.list { builder in
            for place in places {
                let indices = query.items(in: specs[place], work: &work)
                builder.list { builder in
                    for index in indices { builder.integer(index + 1) }
                }
            }
        }
        return builder.finish()
    }
}
