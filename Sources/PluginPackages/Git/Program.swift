internal import CProcess

/// What a program is given, and what bounds it.
struct ProgramCall {
    /// An absolute path.
    var program: String
    /// Its own name first.
    var arguments: [String]
    /// `NAME=value`, each.
    var variables: [[UInt8]]
    var input: [UInt8] = []
    /// Bytes of output that are taken; a program that writes more is ended.
    var outputLimit: Int
    /// Bytes of a file that it may write.
    var fileLimit: Int
    /// Until it is ended.
    var seconds: Double
    /// May it ask at the terminal?
    var asks = false
}

/// What a program left behind.
struct ProgramOutput {
    /// The exit code; nil where a signal ended it.
    var code: Int32?
    var output: [UInt8]
    /// Was there more output than is taken? Then it was ended.
    var isCut: Bool
    /// The end of what it wrote to its standard error.
    var errors: [UInt8]
}

enum ProgramFailure: Error {
    /// For what reason.
    case notStarted(String)
    /// It did not end in its time, and was ended.
    case late
    /// This process is asked to end; the signal is delivered when the call has returned.
    case interrupted
}

/// A program that runs; ended with its owner.
@safe final class RunningProgram {
    private var child: program
    private var call: ProgramCall
    private var sent = 0
    private var output: [UInt8] = []
    private var errors: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var isReaped = false

    /// Bytes of standard error that are kept.
    private static let errorLimit = 16 << 10
    /// Milliseconds between two looks for a signal.
    private static let glance: Double = 50

    /// Runs a program to its end. Blocks; signals that ask this process to end are seen, end the
    /// program, and are delivered afterwards.
    static func run(_ call: ProgramCall) throws(ProgramFailure) -> ProgramOutput {
        var signals = process_signals()
        unsafe process_hold(&signals)
        defer { unsafe process_release(&signals) }
        return try RunningProgram(call).finish()
    }

    /// The first file of a name in the folders of a `PATH`; those that are not absolute are passed over.
    static func find(_ name: String, in path: [UInt8]) -> String? {
        for folder in path.split(separator: UInt8(ascii: ":"))
        where folder.first == UInt8(ascii: "/") {
            guard let folder = String(validating: folder, as: UTF8.self) else { continue }
            let file = folder + "/" + name
            if unsafe program_is_there(file) { return file }
        }
        return nil
    }

    /// The variables of this process, as `NAME=value`.
    static var surroundings: [[UInt8]] {
        var variables: [[UInt8]] = []
        while let text = unsafe process_variable(variables.count) {
            var bytes: [UInt8] = []
            while unsafe text[bytes.count] != 0 {
                unsafe bytes.append(UInt8(bitPattern: text[bytes.count]))
            }
            variables.append(bytes)
        }
        return variables
    }

    private init(_ call: ProgramCall) throws(ProgramFailure) {
        self.call = call
        var child = program()
        let arguments = Self.block(call.arguments.map { Array($0.utf8) })
        let variables = Self.block(call.variables)
        var rules = program_rules(asks: call.asks, file_bytes: Int64(call.fileLimit))
        let error = unsafe arguments.withUnsafeBufferPointer { arguments in
            unsafe variables.withUnsafeBufferPointer { variables in
                guard let first = arguments.baseAddress, let names = variables.baseAddress else {
                    return Int32.max
                }
                return unsafe program_start(
                    call.program, first, call.arguments.count, names, call.variables.count,
                    !call.input.isEmpty, &rules, &child)
            }
        }
        if error != 0 { throw .notStarted(Self.reason(error)) }
        self.child = child
    }

    deinit {
        if !isReaped { unsafe program_kill(&child) }
        closeAll()
    }

    /// Texts that each end by NUL; one that holds a NUL ends there.
    private static func block(_ texts: [[UInt8]]) -> [CChar] {
        texts.flatMap { $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0] } + [0]
    }

    private static func reason(_ error: Int32) -> String {
        let reason = unsafe String(cString: process_reason(error))
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }

    private func finish() throws(ProgramFailure) -> ProgramOutput {
        let end = process_now() + call.seconds
        while child.output >= 0 || child.errors >= 0 {
            try look(end)
            // What it has started may hold its ends for longer than it lives: what was written by
            // then is read, no more.
            let hasEnded = process_has_ended(child.id)
            unsafe program_poll(&child, hasEnded ? 0 : Int32(min(wait(end), Self.glance)))
            send()
            let isCut = receiveOutput()
            let heard = receiveErrors()
            if isCut.isCut { return ended(isCut: true) }
            if hasEnded, !isCut.moved, !heard { break }
        }
        closeAll()
        while !process_has_ended(child.id) {
            try look(end)
            unsafe program_poll(&child, 1)
        }
        return ended(isCut: false)
    }

    private func look(_ end: Double) throws(ProgramFailure) {
        if process_is_asked_to_end() { throw .interrupted }
        if process_now() >= end { throw .late }
    }

    /// Milliseconds that are left.
    private func wait(_ end: Double) -> Double { max(1, (end - process_now()) * 1000) }

    private func ended(isCut: Bool) -> ProgramOutput {
        if isCut { unsafe program_kill(&child) }
        let end = isCut ? program_end(code: -1, signal: 0) : unsafe program_reap(&child)
        isReaped = true
        return ProgramOutput(
            code: end.code < 0 ? nil : end.code, output: output, isCut: isCut, errors: errors)
    }

    private func send() {
        while child.input >= 0 {
            let written = unsafe call.input.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, sent < bytes.count else {
                    return Int64(PROGRAM_GONE)
                }
                return unsafe program_write(child.input, start + sent, bytes.count - sent)
            }
            if written == Int64(PROGRAM_LATER) { return }
            if written < 0 { unsafe program_close(&child.input) } else { sent += Int(written) }
        }
    }

    private func receiveOutput() -> (moved: Bool, isCut: Bool) {
        guard child.output >= 0 else { return (false, false) }
        let got = unsafe program_read(child.output, &buffer, buffer.count)
        if got == Int64(PROGRAM_GONE) { unsafe program_close(&child.output) }
        guard got > 0 else { return (false, false) }
        let room = call.outputLimit - output.count
        output += buffer[..<min(Int(got), room)]
        return (true, Int(got) > room)
    }

    /// Was there anything?
    private func receiveErrors() -> Bool {
        guard child.errors >= 0 else { return false }
        let got = unsafe program_read(child.errors, &buffer, buffer.count)
        if got == Int64(PROGRAM_GONE) { unsafe program_close(&child.errors) }
        guard got > 0 else { return false }
        errors += buffer[..<Int(got)]
        errors.removeFirst(max(0, errors.count - Self.errorLimit))
        return true
    }

    private func closeAll() {
        unsafe program_close(&child.input)
        unsafe program_close(&child.output)
        unsafe program_close(&child.errors)
    }
}
