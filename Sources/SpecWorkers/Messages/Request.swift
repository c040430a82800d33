package import SpecPlugins

/// What a parent asks of a worker. Each request has one answer, in the same order.
enum Request {
    /// Takes over plugins and words. The first request, and once only.
    case open(Setup)
    /// Loads a plugin and says what its record holds.
    case describe(plugin: Int)
    /// What a set of rules is from now on.
    case rules(set: Int, [PluginRules])
    /// Reads a document, runs the rules of a set that look at one spec.
    case check(Document, set: Int, keeps: Bool)
    /// Reads a document for what looks at all of them together.
    case keep(Document)
    /// Runs the rules of a set that look at all specs, over those that were kept.
    case checkWorkspace(set: Int)
    /// The edits that a transform asks for in a document.
    case transform(Document, plugin: Int, name: String, [NamedOption])
    /// What an export makes of the specs that were kept.
    case export(plugin: Int, name: String, [NamedOption])
}

/// What a worker has for its whole life.
struct Setup: WireValue {
    /// The compiled vocabulary; nil for the bundled one.
    var vocabulary: CompiledVocabulary?
    /// Requests name them by their places.
    var plugins: [WorkerPlugin]

    func write(to writer: inout WireWriter) {
        vocabulary.write(to: &writer)
        plugins.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Setup {
        Setup(vocabulary: try .read(from: &reader), plugins: try .read(from: &reader))
    }
}

/// A plugin's files, and what it may use.
package struct WorkerPlugin: Sendable {
    package var files: PluginFiles
    package var limits: PluginLimits

    package init(files: PluginFiles, limits: PluginLimits) {
        self.files = files
        self.limits = limits
    }
}

extension WorkerPlugin: WireValue {
    func write(to writer: inout WireWriter) {
        files.write(to: &writer)
        limits.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> WorkerPlugin {
        WorkerPlugin(files: try .read(from: &reader), limits: try .read(from: &reader))
    }
}

/// The two parts of a `VocabularyIndex`.
struct CompiledVocabulary: WireValue {
    var text: [UInt8]
    var units: [UInt8]

    func write(to writer: inout WireWriter) {
        writer.raw(text)
        writer.raw(units)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> CompiledVocabulary {
        CompiledVocabulary(text: try reader.raw(), units: try reader.raw())
    }
}

/// The rules of one plugin that are to run.
struct PluginRules: WireValue {
    var plugin: Int
    var requests: [CheckRequest]

    func write(to writer: inout WireWriter) {
        plugin.write(to: &writer)
        requests.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> PluginRules {
        PluginRules(plugin: try .read(from: &reader), requests: try .read(from: &reader))
    }
}

/// A file that is to be read as a spec.
public struct Document: Sendable, Equatable {
    /// As findings say it.
    public var path: String
    /// The template that the configuration names for it.
    public var template: String?
    public var bytes: [UInt8]

    public init(path: String, template: String? = nil, bytes: [UInt8]) {
        self.path = path
        self.template = template
        self.bytes = bytes
    }
}

extension Document: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(path)
        template.write(to: &writer)
        writer.raw(bytes)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Document {
        Document(
            path: try reader.text(), template: try .read(from: &reader), bytes: try reader.raw())
    }
}

extension Request: WireValue {
    func write(to writer: inout WireWriter) {
        switch self {
        case .open(let setup):
            writer.byte(0)
            setup.write(to: &writer)
        case .describe(let plugin):
            writer.byte(1)
            plugin.write(to: &writer)
        case .rules(let set, let rules):
            writer.byte(2)
            set.write(to: &writer)
            rules.write(to: &writer)
        case .check(let document, let set, let keeps):
            writer.byte(3)
            document.write(to: &writer)
            set.write(to: &writer)
            keeps.write(to: &writer)
        case .keep(let document):
            writer.byte(4)
            document.write(to: &writer)
        case .checkWorkspace(let set):
            writer.byte(5)
            set.write(to: &writer)
        case .transform(let document, let plugin, let name, let options):
            writer.byte(6)
            document.write(to: &writer)
            plugin.write(to: &writer)
            writer.text(name)
            options.write(to: &writer)
        case .export(let plugin, let name, let options):
            writer.byte(7)
            plugin.write(to: &writer)
            writer.text(name)
            options.write(to: &writer)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Request {
        switch try reader.byte() {
        case 0: .open(try .read(from: &reader))
        case 1: .describe(plugin: try .read(from: &reader))
        case 2: .rules(set: try .read(from: &reader), try .read(from: &reader))
        case 3:
            .check(
                try .read(from: &reader), set: try .read(from: &reader),
                keeps: try .read(from: &reader))
        case 4: .keep(try .read(from: &reader))
        case 5: .checkWorkspace(set: try .read(from: &reader))
        case 6:
            .transform(
                try .read(from: &reader), plugin: try .read(from: &reader),
                name: try reader.text(), try .read(from: &reader))
        case 7:
            .export(
                plugin: try .read(from: &reader), name: try reader.text(),
                try .read(from: &reader))
        default: throw WireError()
        }
    }
}
