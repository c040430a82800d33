internal import SpecEditing
internal import SpecModel
internal import SpecReading
internal import SpecTemplates
internal import Yaml

/// A new spec, made from a template: its guidance as it stands there, its blanks filled.
public struct FreshSpec: Sendable {
    private let name: String
    private let spec: Spec
    private let blanks: [Blank]
    private let names: [String]

    /// - Parameters:
    ///   - template: a bundled template, one of a plugin, or a file as seen from the current folder.
    ///   - workspace: loaded with the template, where that is a plugin's; else only for what there is
    ///     to choose from.
    public init(_ template: String, in workspace: Workspace? = nil) throws(Problem) {
        let file: TemplateFile
        let choice = TemplateChoice(template)
        switch choice {
        case .bundled(let name):
            file = TemplateFile(name: name, bytes: BundledTemplate.bytes(name) ?? [])
        case .file(let path): file = try TemplateLoader.read(path, name: path)
        case .plugin:
            guard let found = workspace?.templates.first(where: { $0.name == choice?.name }) else {
                throw Problem("the plugin of the template \"\(template)\" did not load")
            }
            file = found
        case .automatic, .none?, nil:
            let known = BundledTemplate.names + (workspace?.pluginTemplates ?? [])
            // Who leaves out the plugin means its template all the same.
            let near =
                known.first { $0.hasSuffix("/" + template) }
                ?? nearestName(to: template, among: known)
            throw Problem(
                "unknown template \"\(template)\""
                    + (near.map { "; did you mean \"\($0)\"?" }
                        ?? "; " + Self.expected(workspace)))
        }
        let reader = TemplateReader(workspace?.reader.reader ?? SpecReader(), [file])
        spec = reader.reader.ofTemplates.read(file.bytes, path: file.name)
        if let finding = spec.findings.first(where: { $0.severity == .error }) {
            throw Problem("the template \"\(file.name)\": \(finding.message)")
        }
        let blanks = Blanks(spec, reader.schema(file.name))
        name = file.name
        self.blanks = blanks.all
        names = blanks.names
    }

    /// What there is to choose from, for messages.
    public static func expected(_ workspace: Workspace?) -> String {
        let names = BundledTemplate.names + (workspace?.pluginTemplates ?? [])
        return "expected \(names.joined(separator: ", ")) or a Markdown file"
    }

    /// The template with some blanks filled, each value as plain text.
    /// - Parameters:
    ///   - values: `name=value` each.
    ///   - today: fills dates of the whole document that no value names; nil leaves them open.
    public func filled(with values: [String], today: String?) throws(Problems) -> [UInt8] {
        var problems: [Problem] = []
        var texts: [String: String] = [:]
        for value in values {
            do throws(Problem) {
                let (name, text) = try read(value)
                if texts.updateValue(text, forKey: name) != nil {
                    throw Problem("\"\(name)\" is set twice")
                }
            } catch {
                problems.append(error)
            }
        }
        var edits: [Edit] = []
        for blank in blanks where edits.last.map({ $0.range.end <= blank.range.start }) ?? true {
            let name = blank.names.first { texts[$0] != nil }
            let day = blank.isToday ? texts["date"] ?? today : nil
            guard let text = name.flatMap({ texts[$0] }) ?? day else { continue }
            do throws(Problem) {
                edits.append(
                    Edit(
                        path: spec.path, range: blank.range,
                        replacement: try source(text, in: blank, name ?? "date")))
            } catch {
                problems.append(error)
            }
        }
        if !problems.isEmpty { throw Problems(problems) }
        return spec.source.applying(edits) ?? spec.source.bytes
    }

    private func read(_ value: String) throws(Problem) -> (name: String, text: String) {
        guard let equals = value.firstIndex(of: "="), equals > value.startIndex else {
            throw Problem("a value is written name=value, found \"\(value)\"")
        }
        let name = Blanks.name(String(value[..<equals]))
        let text = String(value[value.index(after: equals)...])
        guard names.contains(name) else {
            let none = names.isEmpty ? "; it has nothing to fill" : ""
            throw Problem(
                "the template \"\(self.name)\" has no place for \"\(value[..<equals])\""
                    + none + suggestion(for: name, among: names))
        }
        let isLine = text.unicodeScalars.allSatisfy { !$0.isControlOrBreak }
        guard isLine else { throw Problem("the value of \"\(name)\" is more than one line") }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Problem("the value of \"\(name)\" is empty")
        }
        return (name, text)
    }

    /// A value as it is written in its place.
    private func source(_ text: String, in blank: Blank, _ name: String) throws(Problem) -> String {
        if !blank.options.isEmpty {
            let key = Blanks.name(text)
            guard let option = blank.options.first(where: { Blanks.name($0) == key }) else {
                throw Problem(
                    "\"\(name)\" cannot be \"\(text)\""
                        + suggestion(for: text, among: blank.options))
            }
            return option
        }
        return isCode(blank.range) ? text : SpecEditor.source(of: text, at: blank.range, in: spec)
    }

    /// In code nothing is escaped: does the place stand in a block of it, or between backticks?
    private func isCode(_ range: SourceRange) -> Bool {
        if spec.blocks.contains(where: { $0.kind == .code && $0.range.contains(range) }) {
            return true
        }
        let line = spec.source.lineRange(spec.source.lineIndex(of: range.start))
        let ticks = spec.source.bytes[line.start..<range.start].count { $0 == UInt8(ascii: "`") }
        return !ticks.isMultiple(of: 2)
    }
}

extension Unicode.Scalar {
    fileprivate var isControlOrBreak: Bool {
        properties.generalCategory == .control || properties.generalCategory == .lineSeparator
            || properties.generalCategory == .paragraphSeparator
    }
}
