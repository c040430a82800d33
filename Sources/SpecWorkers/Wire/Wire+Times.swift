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
        spent.reading = try reader.count(upTo: most)
        spent.host = try reader.count(upTo: most)
        for rule in try [RuleTime].read(from: &reader) { spent.rules[rule.name] = rule.time }
        return spent
    }
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
                nanoseconds: try reader.count(upTo: TimeSpent.most),
                runs: try reader.count(upTo: TimeSpent.most)))
    }
}
