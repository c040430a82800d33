internal import SpecPlugins

/// Where what checks said is kept from one run to the next. Nobody has to believe that what comes out
/// is what was put in: it is verified like the answer of a worker.
package protocol CheckMemory {
    /// A number for some bytes and for all else that decides what is said of documents: the program,
    /// plugins, words, templates. Nobody can find two texts with the same.
    func key(_ bytes: [UInt8]) -> CheckKey
    /// What was kept; nil where that is nothing, or damaged.
    func bytes(_ key: CheckKey) -> [UInt8]?
    func keep(_ bytes: [UInt8], as key: CheckKey)
}

/// 128 bits that stand for what something was made from.
package struct CheckKey: Hashable, Sendable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension CheckKey {
    /// The key of what is known of several things, or of a part of one.
    init(_ keys: [CheckKey], _ part: String, in memory: some CheckMemory) {
        var writer = WireWriter()
        writer.text(part)
        for key in keys { key.write(to: &writer) }
        self = memory.key(writer.bytes)
    }

    /// Of a document, and of how it is to be read.
    init(_ document: Document, in memory: some CheckMemory) {
        self = memory.key(document.frame)
    }

    /// Of rules, and which facts are wanted beside what they say.
    init(_ rules: [RulesOfPlugin], _ reads: SpecReads?, in memory: some CheckMemory) {
        var writer = WireWriter()
        CheckWishes(facts: reads).write(to: &writer)
        rules.write(to: &writer)
        self = memory.key(writer.bytes)
    }
}

extension CheckKey: WireValue {
    func write(to writer: inout WireWriter) {
        for half in [high, low] { writer.number(Int64(bitPattern: half)) }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> CheckKey {
        CheckKey(
            high: UInt64(bitPattern: try reader.number()),
            low: UInt64(bitPattern: try reader.number()))
    }
}

extension RulesOfPlugin: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(plugin)
        requests.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RulesOfPlugin {
        RulesOfPlugin(plugin: try reader.text(), requests: try .read(from: &reader))
    }
}
