package import SpecPlugins
internal import SpecReading
internal import SpecTemplates
public import Spilling

/// What a parent asks of a worker. Each request has one answer, in the same order.
enum Request {
    /// Takes over plugins, which other requests name by their places, and what reading takes on. The
    /// first request, and once only.
    case open([WorkerPlugin], ReadingLimits)
    /// Reads documents with a vocabulary from now on, instead of the bundled one.
    case words(CompiledVocabulary)
    /// Holds documents against templates from now on, beside the bundled ones.
    case templates([TemplateFile])
    /// Reads a plugin's `plugin.yml`.
    case manifest(plugin: Int)
    /// Loads a plugin and says what its record holds.
    case describe(plugin: Int)
    /// What a set of rules is from now on.
    case rules(set: Int, [PluginRules])
    /// Reads a document, runs the rules of a set that look at one spec; of none without a set.
    case check(Document, set: Int?, CheckWishes)
    /// Forgets what it knows.
    case forget
    /// Takes over the facts of a document that was read elsewhere.
    /// - Parameter existing: of the files that it links, those that are there.
    case know(Document, facts: [UInt8], existing: [Bool?])
    /// Runs the rules of a set that look at all specs, over those that are known.
    case checkWorkspace(set: Int, CheckWishes)
    /// Reads a document; the edits that a transform asks for in it, if it can be read.
    case transform(Document, plugin: Int, name: String, [NamedOption])
    /// What an export makes of the specs that are known.
    case export(plugin: Int, name: String, [NamedOption], TicketLinks)
    /// The edits that a transform of all specs asks for in those that are known.
    /// - Parameter selected: of each, is the run about it?
    case transformWorkspace(plugin: Int, name: String, [NamedOption], selected: [Bool])
    /// Reads a document; how many of the first parts of its edits go together.
    case compose(Document, [[RemoteEdit]])
    /// Takes ids to be given from now on, whatever the specs say.
    case reserve(ReservedIds)
    /// Gives plugins what they have beside their own files; others have nothing.
    case give([GivenToPlugin])
    /// Reads a `plugin.yml` of a library.
    case tree([UInt8])
}

/// A plugin's files, and what it may use.
package struct WorkerPlugin: Sendable {
    package var files: PluginFiles
    package var limits: PluginLimits
    /// The day that it is said to be.
    package var today: String?

    package init(files: PluginFiles, limits: PluginLimits, today: String? = nil) {
        self.files = files
        self.limits = limits
        self.today = today
    }
}

/// What one plugin has beside its own files.
struct GivenToPlugin: WireValue {
    var plugin: Int
    var grant: PluginGrant?
    var libraries: [PluginFiles]

    func write(to writer: inout WireWriter) {
        plugin.write(to: &writer)
        grant.write(to: &writer)
        libraries.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> GivenToPlugin {
        GivenToPlugin(
            plugin: try .read(from: &reader), grant: try .read(from: &reader),
            libraries: try .read(from: &reader))
    }
}

extension ReadingLimits: WireValue {
    func write(to writer: inout WireWriter) { document.write(to: &writer) }

    static func read(from reader: inout WireReader) throws(WireError) -> ReadingLimits {
        ReadingLimits(document: try .read(from: &reader))
    }
}

extension WorkerPlugin: WireValue {
    func write(to writer: inout WireWriter) {
        files.write(to: &writer)
        limits.write(to: &writer)
        today.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> WorkerPlugin {
        WorkerPlugin(
            files: try .read(from: &reader), limits: try .read(from: &reader),
            today: try .read(from: &reader))
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
    /// The template to hold it against: the name of a bundled one or of a file, or `auto` for the
    /// one that is recognised; nil for none.
    public var template: String?
    /// The places of its configuration's overrides that are about it, which no worker is told.
    public var overrides: [Int]
    /// What it says, in memory or beside it.
    public private(set) var content: SpilledBytes

    public init(
        path: String, template: String? = nil, overrides: [Int] = [], bytes: [UInt8]
    ) {
        self.init(
            path: path, template: template, overrides: overrides, content: SpilledBytes(bytes))
    }

    public init(
        path: String, template: String? = nil, overrides: [Int] = [], content: SpilledBytes
    ) {
        self.path = path
        self.template = template
        self.overrides = overrides
        self.content = content
    }

    /// How many bytes it has; asks no file.
    public var size: Int { content.count }

    /// Read anew each time where they are beside memory.
    public var bytes: [UInt8] {
        get { content.bytes }
        set { content = SpilledBytes(newValue) }
    }
}

extension TemplateFile: WireValue {
    func write(to writer: inout WireWriter) {
        writer.text(name)
        writer.raw(bytes)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> TemplateFile {
        TemplateFile(name: try reader.text(), bytes: try reader.raw())
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
        case .open(let plugins, let limits):
            writer.byte(0)
            plugins.write(to: &writer)
            limits.write(to: &writer)
        case .words(let vocabulary):
            writer.byte(1)
            vocabulary.write(to: &writer)
        case .templates(let templates):
            writer.byte(11)
            templates.write(to: &writer)
        case .manifest(let plugin):
            writer.byte(2)
            plugin.write(to: &writer)
        case .describe(let plugin):
            writer.byte(3)
            plugin.write(to: &writer)
        case .rules(let set, let rules):
            writer.byte(4)
            set.write(to: &writer)
            rules.write(to: &writer)
        case .check(let document, let set, let wishes):
            writer.byte(5)
            document.write(to: &writer)
            set.write(to: &writer)
            wishes.write(to: &writer)
        case .forget: writer.byte(9)
        case .know(let document, let facts, let existing):
            writer.byte(10)
            document.write(to: &writer)
            writer.raw(facts)
            existing.write(to: &writer)
        case .checkWorkspace(let set, let wishes):
            writer.byte(6)
            set.write(to: &writer)
            wishes.write(to: &writer)
        case .transform(let document, let plugin, let name, let options):
            writer.byte(7)
            document.write(to: &writer)
            plugin.write(to: &writer)
            writer.text(name)
            options.write(to: &writer)
        case .export(let plugin, let name, let options, let links):
            writer.byte(8)
            plugin.write(to: &writer)
            writer.text(name)
            options.write(to: &writer)
            links.write(to: &writer)
        case .transformWorkspace(let plugin, let name, let options, let selected):
            writer.byte(12)
            plugin.write(to: &writer)
            writer.text(name)
            options.write(to: &writer)
            selected.write(to: &writer)
        case .compose(let document, let parts):
            writer.byte(14)
            document.write(to: &writer)
            parts.write(to: &writer)
        case .reserve(let ids):
            writer.byte(13)
            ids.write(to: &writer)
        case .give(let given):
            writer.byte(15)
            given.write(to: &writer)
        case .tree(let bytes):
            writer.byte(16)
            writer.raw(bytes)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Request {
        switch try reader.byte() {
        case 0: .open(try .read(from: &reader), try .read(from: &reader))
        case 1: .words(try .read(from: &reader))
        case 2: .manifest(plugin: try .read(from: &reader))
        case 3: .describe(plugin: try .read(from: &reader))
        case 4: .rules(set: try .read(from: &reader), try .read(from: &reader))
        case 5:
            .check(
                try .read(from: &reader), set: try .read(from: &reader),
                try .read(from: &reader))
        case 9: .forget
        case 10:
            .know(
                try .read(from: &reader), facts: try reader.raw(),
                existing: try .read(from: &reader))
        case 6: .checkWorkspace(set: try .read(from: &reader), try .read(from: &reader))
        case 7:
            .transform(
                try .read(from: &reader), plugin: try .read(from: &reader),
                name: try reader.text(), try .read(from: &reader))
        case 8:
            .export(
                plugin: try .read(from: &reader), name: try reader.text(),
                try .read(from: &reader), try .read(from: &reader))
        case 11: .templates(try .read(from: &reader))
        case 12:
            .transformWorkspace(
                plugin: try .read(from: &reader), name: try reader.text(),
                try .read(from: &reader), selected: try .read(from: &reader))
        case 13: .reserve(try .read(from: &reader))
        case 14: .compose(try .read(from: &reader), try .read(from: &reader))
        case 15: .give(try .read(from: &reader))
        case 16: .tree(try reader.raw())
        default: throw WireError()
        }
    }
}
