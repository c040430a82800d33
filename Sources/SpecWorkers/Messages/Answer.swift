internal import LuaSandbox
internal import SpecModel
internal import SpecPlugins
internal import Yaml

/// What a worker says. Nothing in it is believed: `Verifier` makes findings, failures and edits of
/// it, or nothing.
enum Answer {
    case done
    /// What stands in a `plugin.yml`; nil where that is nothing.
    case manifest(YamlNode?)
    case described(LuaValue)
    /// Of a manifest, a description, a transform or an export: the plugin is wrong. What it printed
    /// stands beside it, as it does below.
    case failed(PluginFailure, log: [String])
    /// What reading found in a document, what each plugin of the set said, the comments that are meant
    /// for the checks, and what else was wished for.
    case checked(
        reading: [RemoteFinding], [RemoteResult], suppressions: [UInt8], facts: [UInt8]?,
        spent: TimeSpent?)
    /// What each plugin of the set said of all specs.
    case checkedWorkspace([RemoteResult], spent: TimeSpent?)
    /// What reading found in a document, and the edits that are asked for.
    case transformed(reading: [RemoteFinding], [RemoteEdit], log: [String])
    case exported([RemoteFile], plan: [PlannedTicket], log: [String])
    /// The edits that are asked for in each of the known documents, and the places of those that would
    /// have some if the run were about them.
    case transformedWorkspace([[RemoteEdit]], leftOut: [Int], log: [String])
    /// How many of the first parts of edits go together.
    case composed(Int)
}

/// A finding without what the parent knows better: lines, columns, severities.
struct RemoteFinding: WireValue {
    var rule: String
    /// Of what reading finds.
    var severity: Severity
    var place: RemotePlace
    var message: String
    var item: String?
    var related: [Related] = []
    var help: String?
    /// Of the document that it is in.
    var fix: [RemoteEdit] = []
    var applicability = Applicability.safe

    func write(to writer: inout WireWriter) {
        writer.text(rule)
        severity.write(to: &writer)
        place.write(to: &writer)
        writer.text(message)
        item.write(to: &writer)
        related.write(to: &writer)
        help.write(to: &writer)
        fix.write(to: &writer)
        applicability.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RemoteFinding {
        RemoteFinding(
            rule: try reader.text(), severity: try .read(from: &reader),
            place: try .read(from: &reader), message: try reader.text(),
            item: try .read(from: &reader), related: try .read(from: &reader),
            help: try .read(from: &reader), fix: try .read(from: &reader),
            applicability: try .read(from: &reader))
    }

    /// Another place that it is about.
    struct Related: WireValue {
        var message: String
        var place: RemotePlace

        func write(to writer: inout WireWriter) {
            writer.text(message)
            place.write(to: &writer)
        }

        static func read(from reader: inout WireReader) throws(WireError) -> Related {
            Related(message: try reader.text(), place: try .read(from: &reader))
        }
    }
}

/// Some bytes of a document.
struct RemotePlace: WireValue {
    /// The document's place among those that are known; 0 of one that came alone.
    var document = 0
    var start: Int
    var end: Int

    func write(to writer: inout WireWriter) {
        document.write(to: &writer)
        start.write(to: &writer)
        end.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RemotePlace {
        RemotePlace(
            document: try .read(from: &reader), start: try .read(from: &reader),
            end: try .read(from: &reader))
    }
}

/// What the rules of one plugin said.
struct RemoteResult: WireValue {
    var findings: [RemoteFinding] = []
    var failures: [PluginFailure] = []
    var log: [String] = []

    func write(to writer: inout WireWriter) {
        findings.write(to: &writer)
        failures.write(to: &writer)
        log.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RemoteResult {
        RemoteResult(
            findings: try .read(from: &reader), failures: try .read(from: &reader),
            log: try .read(from: &reader))
    }
}

/// New bytes for a range of the document that came.
struct RemoteEdit: WireValue {
    var start: Int
    var end: Int
    var replacement: String
    var group = 0

    func write(to writer: inout WireWriter) {
        start.write(to: &writer)
        end.write(to: &writer)
        writer.text(replacement)
        group.write(to: &writer)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RemoteEdit {
        RemoteEdit(
            start: try .read(from: &reader), end: try .read(from: &reader),
            replacement: try reader.text(), group: try .read(from: &reader))
    }
}

/// A file that an export made.
struct RemoteFile: WireValue {
    var name: String
    var bytes: [UInt8]

    func write(to writer: inout WireWriter) {
        writer.text(name)
        writer.raw(bytes)
    }

    static func read(from reader: inout WireReader) throws(WireError) -> RemoteFile {
        RemoteFile(name: try reader.text(), bytes: try reader.raw())
    }
}

extension RemoteEdit {
    init(_ edit: Edit) {
        self.init(
            start: edit.range.start, end: edit.range.end, replacement: edit.replacement,
            group: edit.group)
    }

    /// Wherever it points.
    func edit(of document: Document) -> Edit {
        Edit(
            path: document.path, range: SourceRange(start, end), replacement: replacement,
            group: group)
    }
}

extension Answer: WireValue {
    func write(to writer: inout WireWriter) {
        switch self {
        case .done: writer.byte(0)
        case .manifest(let tree):
            writer.byte(7)
            tree.write(to: &writer)
        case .described(let value):
            writer.byte(1)
            value.write(to: &writer)
        case .failed(let failure, let log):
            writer.byte(2)
            failure.write(to: &writer)
            log.write(to: &writer)
        case .checked(let reading, let results, let suppressions, let facts, let spent):
            writer.byte(3)
            reading.write(to: &writer)
            results.write(to: &writer)
            writer.raw(suppressions)
            (facts != nil).write(to: &writer)
            if let facts { writer.raw(facts) }
            spent.write(to: &writer)
        case .checkedWorkspace(let results, let spent):
            writer.byte(4)
            results.write(to: &writer)
            spent.write(to: &writer)
        case .transformed(let reading, let edits, let log):
            writer.byte(5)
            reading.write(to: &writer)
            edits.write(to: &writer)
            log.write(to: &writer)
        case .exported(let files, let plan, let log):
            writer.byte(6)
            files.write(to: &writer)
            plan.write(to: &writer)
            log.write(to: &writer)
        case .transformedWorkspace(let edits, let leftOut, let log):
            writer.byte(8)
            edits.write(to: &writer)
            leftOut.write(to: &writer)
            log.write(to: &writer)
        case .composed(let count):
            writer.byte(9)
            count.write(to: &writer)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Answer {
        switch try reader.byte() {
        case 0: .done
        case 1: .described(try .read(from: &reader))
        case 2: .failed(try .read(from: &reader), log: try .read(from: &reader))
        case 3:
            .checked(
                reading: try .read(from: &reader), try .read(from: &reader),
                suppressions: try reader.raw(),
                facts: try Bool.read(from: &reader) ? try reader.raw() : nil,
                spent: try .read(from: &reader))
        case 4: .checkedWorkspace(try .read(from: &reader), spent: try .read(from: &reader))
        case 5:
            .transformed(
                reading: try .read(from: &reader), try .read(from: &reader),
                log: try .read(from: &reader))
        case 6:
            .exported(
                try .read(from: &reader), plan: try .read(from: &reader),
                log: try .read(from: &reader))
        case 7: .manifest(try .read(from: &reader))
        case 8:
            .transformedWorkspace(
                try .read(from: &reader), leftOut: try .read(from: &reader),
                log: try .read(from: &reader))
        case 9: .composed(try .read(from: &reader))
        default: throw WireError()
        }
    }
}
