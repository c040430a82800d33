internal import CLuaSandbox
internal import Printable

/// The one owner of a C sandbox. No function it calls raises, so that no Lua error meets a Swift
/// frame.
///
/// Where Lua reaches the host in the middle of a call, a C trampoline makes plain values of the
/// arguments, calls `LuaState.answer`, and raises only after that has returned.
@safe struct LuaState: ~Copyable {
    private let box: OpaquePointer

    private init(box: OpaquePointer) { unsafe self.box = box }

    /// A state in which the chunks have run.
    /// - Parameter isTrial: runs without the meter; only where `allowTrials` said so.
    static func open(
        _ limits: Limits, host: HostCode, isTrial: Bool = false
    ) throws(LuaFailure) -> LuaState {
        var plain = sandbox_limits(
            fuel: Int64(max(0, limits.fuel)),
            memory: size(limits.memory),
            reserve: size(limits.reserve),
            block: size(limits.block),
            source: size(limits.source),
            // Lengths are written in 32 bits.
            result: min(size(limits.result), Int64(Int32.max)),
            log: size(limits.log),
            deadline_nanoseconds: Int64(min(max(0, limits.deadline), 1e6) * 1e9),
            failing_allocation: Int64(limits.failingAllocation))
        guard let box = unsafe sandbox_open(&plain, isTrial) else {
            throw LuaFailure(kind: .limit, message: "out of memory", limit: .memory)
        }
        let state = unsafe LuaState(box: box)
        try state.check(unsafe sandbox_last_status(box))
        for chunk in host.late { try state.keepHost(chunk) }
        for chunk in host.chunks { try state.runHost(chunk) }
        return state
    }

    deinit { unsafe sandbox_close(box) }

    static func allowTrials() -> Bool { sandbox_allow_trials() }

    static var areTrialsAllowed: Bool { sandbox_are_trials_allowed() }

    func keep() -> Bool { unsafe sandbox_keep(box) }

    func rewind() -> Bool { unsafe sandbox_rewind(box) }

    var isPiled: Bool { unsafe sandbox_is_piled(box) }

    /// Sums of two must not overflow.
    private static func size(_ bytes: Int) -> Int64 { Int64(min(max(0, bytes), 1 << 48)) }

    /// The code of a chunk of the host, or else of a plugin.
    func compile(_ chunk: Chunk, isHost: Bool) throws(LuaFailure) -> [UInt8] {
        try check(
            unsafe Self.lend([chunk]) { unsafe sandbox_compile(box, $0[0], isHost) })
        return unsafe Self.copy(sandbox_result(box))
    }

    private func runHost(_ chunk: Chunk) throws(LuaFailure) {
        try check(unsafe Self.lend([chunk]) { unsafe sandbox_run_host(box, $0[0]) })
    }

    private func keepHost(_ chunk: Chunk) throws(LuaFailure) {
        let isKept = unsafe Self.lend([chunk]) { unsafe sandbox_keep_host(box, $0[0]) }
        guard isKept else {
            throw LuaFailure(kind: .limit, message: "out of memory", limit: .memory)
        }
    }

    func load(entry: Chunk, modules: [Chunk]) throws(LuaFailure) {
        try check(
            unsafe Self.lend([entry] + modules) { lent in
                unsafe sandbox_load(
                    box, lent[0], lent.baseAddress.map { unsafe $0 + 1 }, lent.count - 1)
            })
    }

    func call(
        _ function: String, _ arguments: [Frame], answering: Question.Answerer?
    ) throws(LuaFailure) -> LuaValue {
        let answer = unsafe answering == nil ? nil : Self.answer
        var answering = answering
        let function = Frame(bytes: Array(function.utf8))
        try check(
            unsafe Self.lend([function] + arguments) { parts in
                unsafe withUnsafeMutablePointer(to: &answering) { answering in
                    unsafe sandbox_call(
                        box, parts[0], parts.baseAddress.map { unsafe $0 + 1 }, parts.count - 1,
                        answer, answering)
                }
            })
        guard let value = ValueDecoder.decode(unsafe Self.copy(sandbox_result(box))) else {
            throw LuaFailure(kind: .shape, message: "malformed result")
        }
        return value
    }

    /// Hands a question to the answerer that `context` points to. Called by C, which goes on only
    /// when this has returned.
    private static let answer: sandbox_answerer = { context, box, question in
        let question = unsafe question.pointee
        guard
            let answerer = unsafe context?.assumingMemoryBound(to: Question.Answerer?.self).pointee
        else { return 0 }
        let answer = unsafe answerer(
            Question(
                number: Int(question.number), text: copy(question.text), fuel: Int(question.fuel)))
        let isKept = unsafe lend([answer.frame]) { unsafe sandbox_answer(box, $0[0]) }
        return isKept ? Int64(max(0, answer.fuel)) : -1
    }

    func takeLog() -> [String] {
        let bytes = unsafe Self.copy(sandbox_log(box))
        unsafe sandbox_clear_log(box)
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .dropLast().map { String(printable: $0) }
    }

    var usage: Sandbox.Usage {
        let usage = unsafe sandbox_last_usage(box)
        return Sandbox.Usage(
            fuel: Int(usage.fuel), memory: Int(usage.memory), peakMemory: Int(usage.peak_memory),
            allocations: Int(usage.allocations))
    }

    var times: [Sandbox.Time] {
        var count = 0
        let times = unsafe sandbox_last_times(box, &count)
        return unsafe UnsafeBufferPointer(start: times, count: times == nil ? 0 : count).map {
            Sandbox.Time(
                nanoseconds: Int(clamping: $0.nanoseconds), runs: Int(clamping: $0.runs))
        }
    }

    static var clock: Int { Int(clamping: sandbox_clock()) }

    private func check(_ status: sandbox_kind) throws(LuaFailure) {
        guard let kind = LuaFailure.Kind(status) else { return }
        let failure = unsafe sandbox_last_failure(box)
        let chunk = String(printable: unsafe Self.copy(failure.chunk))
        let traceback = unsafe Self.copy(failure.traceback).split(separator: UInt8(ascii: "\n"))
        let line = unsafe Int(failure.line)
        let limit = String(printable: unsafe Self.copy(failure.limit))
        throw LuaFailure(
            kind: kind,
            message: String(printable: unsafe Self.copy(failure.message)),
            chunk: chunk.isEmpty ? nil : chunk,
            line: line > 0 ? line : nil,
            traceback: traceback.map { String(printable: $0) },
            mark: ValueDecoder.decode(unsafe Self.copy(failure.mark)) ?? .none,
            limit: limit.isEmpty ? nil : Limits.Name(rawValue: limit))
    }

    /// Hands out frames, where they are, for the length of one call.
    private static func lend<Result>(
        _ frames: [Frame], _ body: (UnsafeBufferPointer<sandbox_bytes>) -> Result
    ) -> Result {
        let lent = unsafe frames.map { frame in
            let bytes = unsafe frame.memory.bytes.assumingMemoryBound(to: UInt8.self)
            return unsafe sandbox_bytes(bytes: bytes.baseAddress, count: bytes.count)
        }
        return withExtendedLifetime(frames) {
            unsafe lent.withUnsafeBufferPointer { unsafe body($0) }
        }
    }

    /// Hands out all parts for the length of one call.
    private static func lend<Result>(
        _ parts: [[UInt8]], _ body: (UnsafeBufferPointer<sandbox_bytes>) -> Result
    ) -> Result {
        // One stretch of memory, so that one pointer is enough for any number of parts.
        var all = parts.first ?? []
        for part in parts.dropFirst() { all += part }
        return unsafe all.withUnsafeBufferPointer { memory in
            var start = 0
            let lent = unsafe parts.map { part in
                defer { start += part.count }
                return unsafe sandbox_bytes(
                    bytes: memory.baseAddress.map { unsafe $0 + start }, count: part.count)
            }
            return unsafe lent.withUnsafeBufferPointer { unsafe body($0) }
        }
    }

    /// Hands out chunks for the length of one call: of those that have code, the length of the source
    /// alone.
    private static func lend<Result>(
        _ chunks: [Chunk], _ body: (UnsafeBufferPointer<sandbox_chunk>) -> Result
    ) -> Result {
        let parts = chunks.flatMap { [Array($0.name.utf8), $0.source] }
        return unsafe lend(parts) { parts in
            let lent = unsafe chunks.enumerated().map { index, chunk in
                var lent = unsafe sandbox_chunk(
                    name: parts[2 * index], source: parts[2 * index + 1],
                    code: sandbox_bytes(bytes: nil, count: 0))
                if let code = chunk.code {
                    unsafe lent.source = sandbox_bytes(bytes: nil, count: chunk.size)
                    unsafe lent.code = sandbox_bytes(
                        bytes: code.text.utf8Start, count: code.text.utf8CodeUnitCount)
                }
                return unsafe lent
            }
            return unsafe lent.withUnsafeBufferPointer { unsafe body($0) }
        }
    }

    private static func copy(_ bytes: sandbox_bytes) -> [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count))
    }
}

extension LuaFailure.Kind {
    fileprivate init?(_ status: sandbox_kind) {
        switch status {
        case .SANDBOX_OK: return nil
        case .SANDBOX_SYNTAX: self = .syntax
        case .SANDBOX_RUNTIME: self = .runtime
        case .SANDBOX_LIMIT: self = .limit
        case .SANDBOX_DENIED: self = .denied
        case .SANDBOX_SHAPE: self = .shape
        }
    }
}
