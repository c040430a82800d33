import Foundation

/// The manual page, perilune(1), made of what the command line says of itself. It is mdoc(7).
struct ManualPage {
    private let root: Command

    /// - Parameter dump: what `perilune --experimental-dump-help` prints.
    init(dump: Data) throws {
        root = try JSONDecoder().decode(Dump.self, from: dump).command
    }

    var text: String {
        let commands = root.leaves
        let common = Self.common(commands)
        var page = """
            .\\" Made from the commands by the tests; UPDATE_GOLDEN=1 swift test writes it.
            .Dd November 21, 2026
            .Dt PERILUNE 1
            .Os
            .Sh NAME
            .Nm perilune
            .Nd \(Self.inline(root.abstract).replacing(/\.$/, with: "").replacing("Reads", with: "reads"))
            .Sh SYNOPSIS
            .Nm
            .Ar command
            .Op Ar arguments
            .Sh DESCRIPTION
            Findings and what exports make go to standard output, the rest to standard
            error.
            Without paths the specs are those of
            .Pa perilune.yml ,
            found from the current folder upward, else every Markdown file below the
            current folder.
            .Sh COMMANDS

            """
        for (name, command) in commands { page += Self.command(name, command, common) }
        page += ".Sh COMMON OPTIONS\n" + Self.list(common)
        let chapters = Chapter.all(root.discussion ?? "")
        for chapter in chapters where chapter.title == "RESPONSE FILES" {
            page += ".Ss Response files\n" + Self.literal(chapter.lines)
        }
        page += ".Sh ENVIRONMENT\n" + Self.tags(Self.environment.map { ("Ev \($0)", $1) })
        page += ".Sh FILES\n" + Self.tags(Self.files.map { ("Pa \($0)", $1) })
        for chapter in chapters where chapter.title == "EXIT CODES" {
            page += ".Sh EXIT STATUS\n"
            page += Self.tags(
                chapter.lines.map { line in
                    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
                    return (words[0], words[1].drop { $0 == " " } + "")
                })
        }
        for chapter in chapters where chapter.title == "EXAMPLES" {
            page += ".Sh EXAMPLES\n" + Self.literal(chapter.lines)
        }
        return page
    }

    private static let environment = [
        ("CI", "no plugin runs in a process that cannot be locked, as with --require-sandbox"),
        ("FORCE_COLOR", "colours also where no terminal is"),
        ("NO_COLOR", "no colours"),
        ("SOURCE_DATE_EPOCH", "the day that plugins are told, in seconds since 1970"),
    ]
    private static let files = [
        ("perilune.yml", "the configuration of a repository"),
        (".perilune/baseline.json", "the findings that were there when the checks were adopted"),
        (".perilune/types", "types for the editors of rule authors"),
    ]

    // MARK: commands

    private static func command(
        _ name: String, _ command: Command, _ common: [Argument]
    ) -> String {
        let arguments = (command.arguments ?? []).filter { $0.shouldDisplay ?? true }
        let shown = arguments.filter { $0.kind == "positional" }.map { argument in
            let value = (argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? "[\(value)]" : value
        }
        var text = ".Ss \(([name] + shown).joined(separator: " "))\n" + prose(command.abstract)
        let known = Set(common.map(\.key))
        text += list(arguments.filter { !known.contains($0.key) && !$0.isOfAll })
        for chapter in Chapter.all(command.discussion ?? "") {
            if chapter.title != nil || chapter.isProse { text += ".Pp\n" }
            if let title = chapter.title { text += prose(title.capitalized + ":") }
            text +=
                chapter.isProse
                ? prose(chapter.lines.joined(separator: " ")) : literal(chapter.lines)
        }
        return text
    }

    /// What more than three commands take.
    private static func common(_ commands: [(String, Command)]) -> [Argument] {
        let all = commands.flatMap { $0.1.arguments ?? [] }
            .filter { $0.kind != "positional" && ($0.shouldDisplay ?? true) && !$0.isOfAll }
        let counts = Dictionary(all.map { ($0.key, 1) }, uniquingKeysWith: +)
        var seen: Set<String> = []
        return all.filter { counts[$0.key, default: 0] > 3 && seen.insert($0.key).inserted }
    }

    private static func list(_ arguments: [Argument]) -> String {
        var entries: [(tag: String, text: String)] = []
        for argument in arguments {
            var text = argument.abstract ?? ""
            if argument.kind == "option", let value = argument.defaultValue {
                text += " The default is \(value)."
            }
            if argument.kind == "flag", entries.last?.text == text {
                // A flag and its opposite.
                entries[entries.count - 1].tag += " , " + tag(argument)
            } else {
                entries.append((tag(argument), text))
            }
        }
        return tags(entries)
    }

    private static func tag(_ argument: Argument) -> String {
        if argument.kind == "positional" { return "Ar \(argument.valueName ?? "")" }
        let names = (argument.names ?? []).map { name in
            "Fl " + (name.kind == "long" ? "-" : "") + name.name
        }.joined(separator: " , ")
        return argument.kind == "option" ? "\(names) Ar \(argument.valueName ?? "")" : names
    }

    // MARK: mdoc

    private static func tags(_ entries: [(tag: String, text: String)]) -> String {
        if entries.isEmpty { return "" }
        let items = entries.map { ".It \(inline($0.tag))\n" + prose($0.text) }
        return ".Bl -tag -width Ds\n" + items.joined() + ".El\n"
    }

    private static func literal(_ lines: [String]) -> String {
        ".Bd -literal -offset indent\n" + lines.map { line($0) + "\n" }.joined() + ".Ed\n"
    }

    /// Lines of at most 78 characters, each sentence on lines of its own.
    private static func prose(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, !last.hasSuffix("."), last.count + word.count < 78 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { line($0) + "\n" }.joined()
    }

    /// A line that is no request.
    private static func line(_ text: String) -> String {
        let line = inline(text)
        return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }

    private static func inline(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if scalar == "\\" { return "\\e" }
            if scalar.isASCII { return String(scalar) }
            return "\\[u\(String(0x10000 + scalar.value, radix: 16, uppercase: true).suffix(4))]"
        }.joined()
    }
}

/// What a command says of itself, as far as the page has it.
private struct Dump: Decodable { var command: Command }

private struct Command: Decodable {
    var commandName: String
    var abstract: String
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?

    /// Those that do something, by their whole names.
    var leaves: [(String, Command)] {
        (subcommands ?? []).flatMap { command -> [(String, Command)] in
            if command.commandName == "help" { return [] }
            let inner = command.leaves
            return inner.isEmpty
                ? [(command.commandName, command)]
                : inner.map { ("\(command.commandName) \($0.0)", $0.1) }
        }
    }
}

private struct Argument: Decodable {
    struct Name: Decodable {
        var kind: String
        var name: String
    }

    var abstract: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var kind: String
    var names: [Name]?
    var shouldDisplay: Bool?
    var valueName: String?

    var key: String { "\(names?.map(\.name) ?? []) \(abstract ?? "")" }
    /// Every command has them.
    var isOfAll: Bool { ["help", "version"].contains(names?.last?.name) }
}

/// A part of a discussion: lines below a title in capitals, or in front of the first one.
private struct Chapter {
    var title: String?
    var lines: [String] = []
    /// Does it run over its lines, rather than have some below each other?
    var isProse: Bool { title == nil && !lines.contains { $0.contains("  ") } }

    static func all(_ text: String) -> [Chapter] {
        var chapters = [Chapter()]
        for line in text.components(separatedBy: "\n") {
            let isTitle = !line.isEmpty && line.allSatisfy { $0.isUppercase || $0 == " " }
            if isTitle {
                chapters.append(Chapter(title: line))
            } else if !line.isEmpty {
                let indent = chapters[chapters.count - 1].title == nil ? 0 : 2
                chapters[chapters.count - 1].lines.append(String(line.dropFirst(indent)))
            } else if chapters[chapters.count - 1].title == nil {
                chapters.append(Chapter())
            }
        }
        return chapters.filter { !$0.lines.isEmpty }
    }
}
