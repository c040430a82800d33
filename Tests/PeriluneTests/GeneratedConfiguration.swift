import TestSupport

/// A file as teams write it: sections, entries in both styles, comments, blank lines.
struct GeneratedConfiguration {
    private var random: SplitMix
    private var count = 0

    init(seed: UInt64) { random = SplitMix(state: seed) }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int(random.next() % UInt64(choices.count))]
    }

    private mutating func entry(_ indentation: String, _ step: String, isInBraces: Bool) -> String {
        count += 1
        let name = pick(["p\(count)", "\"p\(count)\"", "'p\(count)'"])
        let short = ["{ path: a }", "{path: \"a,b\"}", "{ git: 'https://a.example', version: ^1 }"]
        if isInBraces { return "\(name): \(pick(short))" }
        let value = pick(
            short.map { " " + $0 } + [
                "\n\(indentation + step)path: a",
                "\n\(indentation + step)git: https://a.example   # from there\n\(indentation + step)"
                    + "version: ^1",
                "\n\n\(indentation + step)# where\n\(indentation + step)path: a\n"
                    + "\(indentation + step)grant:\n\(indentation + step + step)read: [\"*\"]",
            ])
        return "\(name):\(value)"
    }

    private mutating func comment() -> String {
        count += 1
        return pick(["", "", " # c\(count)", "   # plugins: {}"])
    }

    private mutating func plugins(_ indentation: String, _ step: String) -> String {
        let entries = Int(random.next() % 4)
        if pick([true, false, false]) {
            if pick([true, false]) {
                let all = (0..<entries).map { _ in entry("", step, isInBraces: true) }
                return "plugins: {" + pick(["", " "]) + all.joined(separator: ", ")
                    + pick(["", " "]) + "}" + comment() + "\n"
            }
            var text = "plugins: {" + comment() + "\n"
            for index in 0..<entries {
                text += pick(["", "\(indentation)  # about it\n"])
                let end = index < entries - 1 ? "," : pick(["", ",", " ,"])
                text +=
                    "\(indentation)    " + entry("", step, isInBraces: true) + end + comment()
                    + "\n" + pick(["", "\n"])
            }
            return text + "\(indentation)}" + comment() + "\n"
        }
        var text = "plugins:" + (entries == 0 ? pick(["", " {}", " ~", " null"]) : "") + comment()
        for _ in 0..<entries {
            text += "\n" + pick(["", "", "\n", "\(indentation + step)# above\n"])
            text += indentation + step + entry(indentation + step, step, isInBraces: false)
            if text.hasSuffix("}") { text += comment() }
            text += pick(["", "", "\n\(indentation + step)    # deeper", "\n\(indentation)# less"])
        }
        return text + "\n"
    }

    mutating func text() -> String {
        let step = pick(["  ", "    ", " "])
        let indentation = pick(["", "", "", "  "])
        var sections = [
            "specs:\n\(indentation + step)- include: [a.md]" + comment() + "\n",
            "checks:\n\(indentation + step)title: error\n\(indentation + step)a/b: { x: [1] }\n",
            "limits: {}" + comment() + "\n",
        ].shuffled(using: &random)
        sections = Array(sections[..<Int(random.next() % 4)])
        let place = Int(random.next() % UInt64(sections.count + 1))
        sections.insert(plugins(indentation, step), at: place)
        let gap = pick(["", "\n", "\n\(indentation)# next\n"])
        var text =
            pick(["", "# first\n", "---\n", "\n"])
            + sections.map { indentation + $0 }.joined(separator: gap)
            + pick(["", "\n", "# end\n"])
        if pick([true, false]), text.hasSuffix("\n") { text.removeLast() }
        if pick([true, false, false]) { text = text.replacing("\n", with: "\r\n") }
        return text
    }
}
