internal import SpecPlugins

extension TimeSpent: WireValue {
    func write(to writer: inout WireWriter) {
        reading.write(to: &writer)
        host.write(to: &writer)
        rules.sorted { $0.key < $1.key }.map { RuleTime(name: $0.key, time: $0.value) }
            .write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> TimeSpent {
        var spent = TimeSpent()
        spent.reading = try reader.count(upTo: furthest)
        spent.host = try reader.count(upTo: furthest)
        for rule in try [RuleTime].read(from: &reader) { spent.rules[rule.name] = rule.time }
        return spent
    }

    /// Sums of what is read must not overflow: a thousand specs may have taken eleven days each.
    fileprivate static let furthest = 1_000_000_000_000_000
}

/// What one rule took.
private struct RuleTime: WireValue {
    var name: String
    var time: TimeSpent.Rule

    func write(to writer: inout WireWriter) {
        writer.text(name)
        time.nanoseconds.write(to: &writer)
        time.runs.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RuleTime {
        RuleTime(
            name: try reader.text(),
            time: TimeSpent.Rule(
                nanoseconds: try reader.count(upTo: TimeSpent.furthest),
                runs: try reader.count(upTo: TimeSpent.furthest)))
    }
}
