import Foundation
import LuaSandbox
import TestSupport

/// What came of running a plugin, in the form the golden files hold.
struct Outcome: CustomStringConvertible {
    var result: Result<LuaValue, LuaFailure>
    var log: [String]

    /// Opens a sandbox with the tests' host, loads the plugin and calls `function`.
    init(
        entry: Chunk, modules: [Chunk] = [], limits: Limits = Limits(), function: String = "run",
        frames: [Frame] = [.sample]
    ) throws {
        let host = Chunk(name: "host.lua", source: try Self.fixture("host.lua"))
        var log: [String] = []
        result = Self.run {
            () throws(LuaFailure) in
            var sandbox = try Sandbox(limits: limits, host: HostCode([host]))
            do throws(LuaFailure) {
                try sandbox.load(entry: entry, modules: modules)
                let value = try sandbox.call(function, frames, answering: Self.answer)
                log = sandbox.takeLog()
                return value
            } catch {
                log = sandbox.takeLog()
                throw error
            }
        }
        self.log = log
    }

    /// A list of the question's number.
    private static func answer(_ question: Question) -> Question.Answer {
        var frame = FrameBuilder()
        frame.list { $0.integer(question.number) }
        return Question.Answer(frame.finish(), fuel: 10)
    }

    var failure: LuaFailure? { if case .failure(let failure) = result { failure } else { nil } }
    var value: LuaValue? { if case .success(let value) = result { value } else { nil } }

    var description: String {
        var text = log.map { "log: \($0)\n" }.joined()
        switch result {
        case .success(let value): text += "result: \(Self.render(value))\n"
        case .failure(let failure):
            text += "\(failure.kind.rawValue): \(failure.message)\n"
            if let limit = failure.limit { text += "limit: \(limit.rawValue)\n" }
            if let chunk = failure.chunk { text += "at: \(chunk):\(failure.line ?? 0)\n" }
            text += failure.traceback.map { "from: \($0)\n" }.joined()
            if failure.mark != .none { text += "mark: \(Self.render(failure.mark))\n" }
        }
        return text
    }

    static func fixture(_ path: String) throws -> [UInt8] {
        let folder = Repository.root.appending(path: "Tests/LuaSandboxTests/Fixtures")
        return try [UInt8](Data(contentsOf: folder.appending(path: path)))
    }

    static func render(_ value: LuaValue) -> String {
        switch value {
        case .none: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): value.debugDescription
        case .raw(let bytes): "\(bytes)"
        case .list(let values): "[" + values.map(render).joined(separator: ", ") + "]"
        case .record(let entries):
            "{" + entries.map { "\($0.key) = \(render($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private static func run(
        _ body: () throws(LuaFailure) -> LuaValue
    ) -> Result<LuaValue, LuaFailure> {
        do throws(LuaFailure) { return .success(try body()) } catch { return .failure(error) }
    }
}

extension Frame {
    /// What the plugins of these tests get: a record with one value of each kind, a list of items
    /// that have a class, a list with a hole.
    static var sample: Frame {
        var frame = FrameBuilder()
        frame.record {
            $0.key("title")
            $0.string("Payments – Überblick")
            $0.key("count")
            $0.integer(-3)
            $0.key("share")
            $0.number(0.25)
            $0.key("yes")
            $0.boolean(true)
            $0.key("no")
            $0.boolean(false)
            $0.key("nothing")
            $0.none()
            $0.key("items")
            $0.list {
                for text in ["first", "second", "third"] {
                    $0.record(class: "item") {
                        $0.key("text")
                        $0.string(text)
                        $0.key("tags")
                        $0.list { $0.string("a") }
                    }
                }
            }
            $0.key("holes")
            $0.list {
                $0.integer(1)
                $0.none()
                $0.integer(3)
            }
            $0.key("empty")
            $0.list { _ in }
        }
        return frame.finish()
    }
}
