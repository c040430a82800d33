import TestSupport
import Testing
import Yaml

/// The tree with its places, one value a line: `line:column-line:column value`.
private func dump(_ node: YamlNode, indent: Int = 0, key: String = "") -> String {
    let pad = String(repeating: "  ", count: indent)
    let place = "\(node.start.line):\(node.start.column)-\(node.end.line):\(node.end.column)"
    switch node.value {
    case .scalar(let text, let quoted):
        let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\\n")
        return "\(pad)\(key)\(quoted ? "'\(shown)'" : shown) \(place)\n"
    case .sequence(let elements):
        return "\(pad)\(key)list \(place)\n"
            + elements.map { dump($0, indent: indent + 1) }.joined()
    case .mapping(let pairs):
        return "\(pad)\(key)mapping \(place)\n"
            + pairs.map {
                dump($0.value, indent: indent + 1, key: "\($0.key)@\($0.keyStart.column) ")
            }.joined()
    }
}

private func parse(_ text: String) throws -> YamlNode {
    try #require(try YamlNode.parse(Array(text.utf8)))
}

/// `line:column message` of the error that a text gives.
private func failure(_ text: String) -> String {
    do throws(YamlError) {
        _ = try YamlNode.parse(Array(text.utf8))
        return "no error"
    } catch {
        return "\(error.mark.line):\(error.mark.column) \(error.message)"
    }
}

@Suite struct ReadingYaml {
    @Test func `every value has its place`() throws {
        let text = """
            # comment
            specs:
              - include: docs/**/*.md   # trailing
            checks: { placeholder: error, x: "5" }

            text: |
              first
              second

            last: ~
            """
        #expect(
            dump(try parse(text)) == """
                mapping 2:1-10:8
                  specs@1 list 3:3-3:26
                    mapping 3:5-3:26
                      include@5 docs/**/*.md 3:14-3:26
                  checks@1 mapping 4:9-4:39
                    placeholder@11 error 4:24-4:29
                    x@31 '5' 4:34-4:37
                  text@1 'first\\nsecond\\n' 6:7-8:9
                  last@1 ~ 10:7-10:8

                """)
    }

    @Test func `columns count bytes and offsets point at what was read`() throws {
        let text = "α: βγ\r\nδ: [é, 🌙, z]\r\n"
        let node = try parse(text)
        let list = try #require(node["δ"])
        #expect(list.start == YamlMark(line: 2, column: 5, offset: 14))
        let bytes = Array(text.utf8)
        for (element, expected) in zip(try list.list("δ"), ["é", "🌙", "z"]) {
            let found = String(
                decoding: bytes[element.start.offset..<element.end.offset], as: UTF8.self)
            #expect(found == expected)
        }
    }

    @Test(arguments: ["", "# only a comment\n", "\n\n", "---\n...\n"])
    func `an empty text is no document`(text: String) throws {
        let node = try YamlNode.parse(Array(text.utf8))
        #expect(node == nil || node?.isNull == true)
    }

    @Test func `a byte order mark is no content`() throws {
        let node = try #require(try YamlNode.parse([0xEF, 0xBB, 0xBF] + Array("a: b".utf8)))
        #expect(try node["a"]?.string("a") == "b")
        #expect(node["a"]?.start == YamlMark(line: 1, column: 4, offset: 6))
    }

    @Test func `nor does it indent the first line`() throws {
        let text = "\u{FEFF}a: b\nc:\n  - d\n"
        let node = try parse(text)
        #expect(node["a"]?.start == YamlMark(line: 1, column: 4, offset: 6))
        #expect(node["c"]?.start == YamlMark(line: 3, column: 3, offset: 13))
        #expect(node.couldStand(in: Array(text.utf8)))
        #expect(failure("\u{FEFF}a: [\u{FFFE}") == "1:5 control characters are not allowed")
        #expect(failure("\u{FEFF}a: *x").hasPrefix("1:4 the alias"))
        #expect(failure("\u{FEFF}\u{FEFF}a: b\nc: d") != "no error")
    }
}

@Suite struct RefusingYaml {
    @Test(arguments: [
        ("a: &x 1\nb: *x", "1:4 the anchor \"&x\"; anchors are not supported, remove it"),
        ("b: *x", "1:4 the alias \"*x\"; aliases are not supported, write the value out"),
        ("a: !!int 3", "1:4 the tag \"tag:yaml.org,2002:int\"; tags are not supported, remove it"),
        ("a: 1\n---\nb: 2", "2:1 a second document; expected one"),
        ("a: 1\nb: 2\na: 3", "3:1 the key \"a\" stands here again, after line 1"),
        ("? [a]\n: 1", "1:3 a key that is a list; expected text"),
        ("{a: 1}: 2", "1:1 a key that is a mapping; expected text"),
        (
            "checks:\n  - [a, b\nplugins: x",
            "3:8 did not find expected ',' or ']' while parsing a flow sequence "
                + "that starts on line 2"
        ),
        ("a: 'b", "1:6 found unexpected end of stream while scanning a quoted scalar"),
        ("a:\n\t- b", "2:1 a tab; YAML is indented with spaces"),
        ("a: \u{0}", "1:4 a NUL byte; YAML is text"),
        (#"a: "b\0c""#, "1:4 a NUL character; no text here has one, remove it"),
        ("a: \u{1}", "1:4 control characters are not allowed"),
    ])
    func `with the place and what to do`(text: String, expected: String) {
        #expect(failure(text) == expected)
    }

    @Test func `bytes that are not UTF-8`() {
        #expect(throws: YamlError.self) {
            try YamlNode.parse([0x61, 0x3A, 0x20, 0xFF])
        }
        #expect(throws: YamlError.self) {
            try YamlNode.parse([0xFF, 0xFE, 0x61, 0x00])
        }
    }

    @Test func `what is too deep, too long or too much`() {
        #expect(
            failure(String(repeating: "[", count: 60) + String(repeating: "]", count: 60))
                == "no error")
        #expect(
            failure(String(repeating: "[", count: 70)).hasSuffix(
                "nested more than 64 levels deep"))
        #expect(
            failure(String(repeating: "[", count: 100_000)).hasSuffix(
                "nested more than 64 levels deep"))
        #expect(
            failure("[" + String(repeating: "a,", count: 100_001) + "]").hasSuffix(
                "more than 100000 values"))
        #expect(
            failure(String(repeating: "a", count: 1 << 20 + 1)).hasSuffix(
                "at most 1048576 are read"))
    }
}

@Suite struct AccessingYaml {
    @Test func `a wrong type says what was expected and what was found`() throws {
        let node = try parse("a: [1]\nb: {c: x}\nd: text\ne:\nf: 1.5\ng: \"true\"")
        func message(_ key: String, _ read: (YamlNode) throws -> Void) -> String {
            do {
                guard let value = node[key] else { return "absent" }
                try read(value)
                return "no error"
            } catch let error as YamlError {
                return "\(error.mark.line):\(error.mark.column) \(error.message)"
            } catch {
                return "\(error)"
            }
        }
        #expect(
            message("a") { _ = try $0.mapping("a") }
                == "1:4 \"a\" must be a mapping, found a list")
        #expect(
            message("b") { _ = try $0.list("b") }
                == "2:4 \"b\" must be a list, found a mapping")
        #expect(
            message("d") { _ = try $0.integer("d") }
                == "3:4 \"d\" must be a whole number, found \"text\"")
        #expect(
            message("e") { _ = try $0.string("e") }
                == "4:3 \"e\" must be text, found nothing")
        #expect(
            message("f") { _ = try $0.integer("f") }
                == "5:4 \"f\" must be a whole number, found \"1.5\"")
        #expect(
            message("g") { _ = try $0.boolean("g") }
                == "6:4 \"g\" must be true or false, found \"true\"")
        #expect(try node["f"]?.number("f") == 1.5)
    }

    @Test(arguments: [
        ("plugns", "unknown key \"plugns\"; did you mean \"plugins\"?"),
        ("Specs", "unknown key \"Specs\"; did you mean \"specs\"?"),
        ("cheks", "unknown key \"cheks\"; did you mean \"checks\"?"),
        ("s", "unknown key \"s\"; expected one of \"specs\", \"plugins\", \"checks\""),
        ("zzz", "unknown key \"zzz\"; expected one of \"specs\", \"plugins\", \"checks\""),
    ])
    func `an unknown key names the nearest one`(key: String, expected: String) throws {
        let node = try parse("\(key): 1")
        let pair = try #require(try node.mapping("file").first)
        #expect(pair.unknown(among: ["specs", "plugins", "checks"]).message == expected)
    }
}

@Suite struct SurvivingYaml {
    private static let fixture = """
        specs: # comment
          - include: 'docs/**/*.md'
            exclude: ["a\\tb", {x: y}]
        text: >-
          folded 🌙 text

        ? key
        : *alias
        other: &anchor !tag |2+
           literal
        ...
        %YAML 1.1
        ---
        second
        """

    @Test func `every prefix gives a document or an error inside the text`() {
        let bytes = Array(Self.fixture.utf8)
        for count in 0...bytes.count { check(Array(bytes.prefix(count))) }
    }

    @Test func `random bytes give a document or an error inside the text`() {
        var generator = SplitMix(state: 7)
        let alphabet =
            Array("abc:-?[]{},#&*!|>'\"%@` \n\r\t\u{85}é🌙\u{FEFF}".utf8) + [0xFF, 0xC3, 0]
        for _ in 0..<4000 {
            let count = Int(generator.next() % 48)
            check((0..<count).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] })
        }
        for _ in 0..<1000 {
            let count = Int(generator.next() % 64)
            check((0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
        }
    }

    private func check(_ bytes: [UInt8]) {
        do throws(YamlError) {
            guard let node = try YamlNode.parse(bytes) else { return }
            checkPlaces(node, bytes.count)
            #expect(node.couldStand(in: bytes), "\(bytes)")
        } catch {
            #expect((0...bytes.count).contains(error.mark.offset), "\(bytes)")
            #expect(!error.message.isEmpty)
        }
    }

    private func checkPlaces(_ node: YamlNode, _ count: Int) {
        #expect(0 <= node.start.offset && node.start.offset <= node.end.offset)
        #expect(node.end.offset <= count)
        switch node.value {
        case .scalar: break
        case .sequence(let elements): for element in elements { checkPlaces(element, count) }
        case .mapping(let pairs): for pair in pairs { checkPlaces(pair.value, count) }
        }
    }
}
