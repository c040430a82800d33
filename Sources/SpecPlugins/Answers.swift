internal import LuaSandbox
internal import SpecModel

/// Answers what the host's Lua asks in the middle of a call. The first byte of a question says what
/// for, its number of which spec, from 1; those that were read because a plugin asked stand behind
/// those of the run.
final class Answers {
    private var specs: SpecList
    private lazy var queries = QueryAnswers(specs, subjects)
    private let reader: any TextReader
    private let subjects: Subjects
    /// The plugin whose state asks; nil where several share one.
    private let plugin: Plugin?
    /// Was something asked that only one plugin can be told?
    private(set) var isAtALoss = false
    /// The parts of the first spec that were asked for.
    private(set) var asked: [SpecPart] = []

    /// In fuel, each about five nanoseconds: an answer, a part of a spec, which might have come with it, and a byte of a text that is copied, that is
    /// told block by block, and that is read.
    private static let answer = 1_000
    private static let part = 100
    private static let byte = 2
    private static let blockByte = 20
    private static let readByte = 100

    /// - Parameter plugins: one, or those that share a state and know the same subjects.
    init(_ specs: SpecList, _ plugins: [Plugin], _ reader: any TextReader) {
        self.specs = specs
        self.reader = reader
        subjects = plugins[0].subjects
        plugin = plugins.count == 1 ? plugins[0] : nil
    }

    func answer(_ question: Question) -> Question.Answer {
        var rest = question
        rest.text.removeFirst(min(1, rest.text.count))
        switch question.text.first {
        case UInt8(ascii: "?"): return queries.answer(rest)
        case UInt8(ascii: "."): return part(rest)
        case UInt8(ascii: "="): return source(rest)
        case UInt8(ascii: "#"): return blocks(rest)
        case UInt8(ascii: "~"): return shapes(rest)
        case UInt8(ascii: "!"): return template(rest)
        case UInt8(ascii: "<"): return reread(rest)
        case UInt8(ascii: "*"): return markdown(rest)
        case UInt8(ascii: "%"): return EncodingAnswers.digest(rest)
        case UInt8(ascii: "@"): return EncodingAnswers.identifier(rest)
        case UInt8(ascii: "+"): return EncodingAnswers.checksum(rest)
        default: break
        }
        guard let plugin else {
            isAtALoss = true
            return nothing
        }
        let given = GrantAnswers(plugin.grant)
        switch question.text.first {
        case UInt8(ascii: "{"): return mustache(rest, plugin.files)
        case UInt8(ascii: "/"): return given.file(rest)
        case UInt8(ascii: ":"): return given.list(rest)
        case UInt8(ascii: "&"): return given.allows(rest, .read)
        case UInt8(ascii: "$"): return given.variable(rest)
        case UInt8(ascii: "^"): return given.allows(rest, .env)
        case UInt8(ascii: ">"): return given.writes(rest)
        default: return Question.Answer(Frame(bytes: []), fuel: Self.answer)
        }
    }

    private func spec(_ question: Question) -> Spec? {
        specs.indices.contains(question.number - 1) ? specs[question.number - 1] : nil
    }

    /// A part of a spec that has not crossed before.
    private func part(_ question: Question) -> Question.Answer {
        guard let spec = spec(question), let part = SpecPart(question.text) else { return nothing }
        if question.number == 1, !asked.contains(part) { asked.append(part) }
        return Question.Answer(SpecFrame(spec: spec).frame(part), fuel: Self.part)
    }

    /// The bytes of a place.
    private func source(_ question: Question) -> Question.Answer {
        guard let place = Place(spec: question.number - 1, text: question.text, in: specs) else {
            return nothing
        }
        let bytes = specs[place.spec].source.bytes
        guard let range = place.source(in: specs) else { return nothing }
        let fuel = Self.answer + range.count * Self.byte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        var builder = FrameBuilder()
        builder.bytes(bytes[range.start..<max(range.start, range.end)])
        return Question.Answer(builder.finish(), fuel: fuel)
    }

    /// All blocks.
    private func blocks(_ question: Question) -> Question.Answer {
        guard let spec = spec(question) else { return nothing }
        let fuel = Self.answer + spec.source.bytes.count * Self.blockByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        return Question.Answer(
            SpecFrame(spec: spec).blocks, fuel: fuel)
    }

    /// How each item is written.
    private func shapes(_ question: Question) -> Question.Answer {
        guard let spec = spec(question) else { return nothing }
        let fuel = Self.answer + (spec.source.bytes.count + spec.blocks.count) * Self.blockByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        return Question.Answer(SpecFrame(spec: spec).shapes, fuel: fuel)
    }

    /// The words of the template.
    private func template(_ question: Question) -> Question.Answer {
        guard let spec = spec(question), let text = reader.template(of: spec) else {
            return nothing
        }
        let bytes = text.sections.reduce(0) { $0 + $1.utf8.count }
        let fuel = Self.answer + bytes * Self.blockByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        return Question.Answer(SpecFrame.template(text), fuel: fuel)
    }

    /// The spec that a text would be.
    private func reread(_ question: Question) -> Question.Answer {
        guard let spec = spec(question) else { return nothing }
        let fuel = Self.answer + question.text.count * Self.readByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        let read = reader.read(question.text, as: spec)
        specs.append(read)
        queries.add(read)
        var builder = FrameBuilder()
        builder.record { builder in
            builder.integer("number", specs.count)
            builder.key("frame")
            SpecFrame(spec: read).write(to: &builder)
        }
        return Question.Answer(builder.finish(), fuel: fuel)
    }

    /// The blocks and inlines of a text; a text where it is not read.
    private func markdown(_ question: Question) -> Question.Answer {
        let fuel = Self.answer + question.text.count * Self.readByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        do throws(MarkdownRefusal) {
            return Question.Answer(.markdown(try reader.markdown(question.text)), fuel: fuel)
        } catch {
            return Question.Answer(.text(error.message), fuel: fuel)
        }
    }

    /// A template among the plugin's files, or of a library, `team-lib/page.mustache`; a list of all of
    /// them where there is none of the name.
    private func mustache(_ question: Question, _ files: PluginFiles) -> Question.Answer {
        let ofLibraries = files.libraries.flatMap { library in
            library.files.map {
                PluginFiles.File(path: "\(library.name)/\($0.path)", bytes: $0.bytes)
            }
        }
        let templates = (files.files + ofLibraries).filter {
            $0.path.hasSuffix(PluginFiles.templateSuffix)
        }
        guard let file = templates.first(where: { $0.path.utf8.elementsEqual(question.text) })
        else {
            var builder = FrameBuilder()
            builder.list { builder in for file in templates { builder.string(file.path) } }
            return Question.Answer(builder.finish(), fuel: Self.answer)
        }
        let fuel = Self.answer + file.bytes.count * Self.byte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        return Question.Answer(.bytes(file.bytes), fuel: fuel)
    }

    private var nothing: Question.Answer {
        var builder = FrameBuilder()
        builder.none()
        return Question.Answer(builder.finish(), fuel: Self.answer)
    }
}

extension Place {
    /// The bytes that plugins see as the source of a place: of a spec all of them, of a section its
    /// heading and what is its own. Nil where the document does not have it.
    fileprivate func source(in specs: SpecList) -> SourceRange? {
        if field != nil { return fieldRange(in: specs) }
        let spec = specs[spec]
        switch part {
        case .spec: return SourceRange(0, spec.source.bytes.count)
        case .section:
            let next = spec.sections.indices.contains(index + 1) ? spec.sections[index + 1] : nil
            return SourceRange(
                spec.lineStart(of: spec.sections[index]),
                next.map(spec.lineStart) ?? spec.source.bytes.count)
        case .item, .placeholder, .block, .template, .link: return range(in: specs)
        }
    }
}

extension Spec {
    fileprivate func lineStart(of section: Section) -> Int {
        source.lineStarts[source.lineIndex(of: section.headingRange.start)]
    }
}
