import Foundation
import LuaSandbox
import TestSupport
import Testing

/// Runs each plugin of `Fixtures/outcomes` and compares what came of it with the file beside it.
/// A first line `--! memory=2000000 fuel=5000` sets limits; `call=protected` calls that export.
@Suite struct OutcomeTests {
    @Test(arguments: Fixture.files("Fixtures/outcomes", extension: "lua"))
    func plugin(_ fixture: Fixture) throws {
        let source = try fixture.bytes()
        var directives = Directives(source)
        let outcome = try Outcome(
            entry: Chunk(name: "plugin/init.lua", source: source),
            limits: directives.limits(), function: directives.take("call") ?? "run")
        #expect(directives.rest.isEmpty, "unknown directives")
        try Golden.compare(outcome.description, with: fixture.sibling("txt"))
    }

    /// Each folder is a plugin of several files, whose outcome stands in `outcome.txt`; below `libraries/`
    /// are those of others, a folder each.
    @Test(arguments: Fixture.folders("Fixtures/modules"))
    func modules(_ folder: Fixture) throws {
        let files = Fixture.files("Fixtures/modules/\(folder.name)", extension: "lua")
        let chunks = try files.map {
            let isOfLibrary = $0.name.hasPrefix("libraries/")
            let name = isOfLibrary ? String($0.name.dropFirst(10)) : "plugin/\($0.name)"
            return Chunk(name: name, source: try $0.bytes())
        }
        let entry = try #require(chunks.first { $0.name == "plugin/init.lua" })
        let outcome = try Outcome(entry: entry, modules: chunks)
        try Golden.compare(outcome.description, with: folder.url.appending(path: "outcome.txt"))
    }

    /// The same code gives the same bytes and uses the same fuel, limits hit included.
    @Test(arguments: Fixture.files("Fixtures/outcomes", extension: "lua"))
    func repeatable(_ fixture: Fixture) throws {
        let source = try fixture.bytes()
        let runs = try (0..<2).map { _ in
            var directives = Directives(source)
            return try Outcome(
                entry: Chunk(name: "plugin/init.lua", source: source),
                limits: directives.limits(), function: directives.take("call") ?? "run"
            ).description
        }
        #expect(runs[0] == runs[1])
    }
}

/// The settings that the first line of a fixture asks for.
struct Directives {
    private(set) var rest: [String: String] = [:]

    init(_ source: [UInt8]) {
        let line = String(decoding: source.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard line.hasPrefix("--! ") else { return }
        for setting in line.dropFirst(4).split(separator: " ") {
            let parts = setting.split(separator: "=", maxSplits: 1)
            rest[String(parts[0])] = String(parts.count > 1 ? parts[1] : "")
        }
    }

    mutating func take(_ name: String) -> String? { rest.removeValue(forKey: name) }

    mutating func limits() -> Limits {
        var limits = Limits()
        if let fuel = take("fuel").flatMap(Int.init) { limits.fuel = fuel }
        if let memory = take("memory").flatMap(Int.init) { limits.memory = memory }
        if let block = take("block").flatMap(Int.init) { limits.block = block }
        if let source = take("source").flatMap(Int.init) { limits.source = source }
        if let result = take("result").flatMap(Int.init) { limits.result = result }
        if let log = take("log").flatMap(Int.init) { limits.log = log }
        if let deadline = take("deadline").flatMap(Double.init) { limits.deadline = deadline }
        return limits
    }
}
