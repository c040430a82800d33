public import Foundation

/// A terminal that a program takes for a person's, and a test sits at.
final class PseudoTerminal {
    /// The side of the program.
    let path: String
    private let master: Int32
    /// Held open, so that the terminal stays when the program is gone.
    private let slave: Int32
    private(set) var shown: [UInt8] = []

    init() throws {
        #if canImport(Darwin)
            master = posix_openpt(O_RDWR | O_NOCTTY)
            guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
                let name = unsafe ptsname(master)
            else { throw POSIXError(.ENOTTY) }
            path = unsafe String(cString: name)
        #else
            // What glibc does; Swift does not see its functions.
            let (unlock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
            master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
            var (locked, number): (Int32, UInt32) = (0, 0)
            guard master >= 0, unsafe ioctl(master, unlock, &locked) == 0,
                unsafe ioctl(master, getNumber, &number) == 0
            else { throw POSIXError(.ENOTTY) }
            path = "/dev/pts/\(number)"
        #endif
        slave = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw POSIXError(.ENOTTY) }
    }

    deinit {
        close(slave)
        close(master)
    }

    /// Takes in what is shown; false where nothing was for a while.
    func read(milliseconds: Int32) -> Bool {
        var question = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&question, 1, milliseconds) > 0 else { return false }
        var part = [UInt8](repeating: 0, count: 4096)
        let count = unsafe Foundation.read(master, &part, part.count)
        if count > 0 { shown += part[..<count] }
        return count > 0
    }

    /// Does what is shown end with a question, in colours or not?
    var asks: Bool {
        ["? ", "?\u{1B}[0m "].contains { shown.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe write(master, bytes, bytes.count)
    }
}

extension Console {
    /// Runs the `perilune` that was built with the tests at a terminal, which is its standard input and
    /// its standard error. Each time that a question is on the screen, its end a `? `, the answer is
    /// typed; what was shown and typed is what the run has for errors.
    /// - Parameter answer: to the question of that number, counted from 0; the key that ends the
    ///   input is `"\u{4}"`.
    public static func atTerminal(
        _ arguments: String..., in folder: URL, environment: [String: String] = [:],
        answer: (Int) throws -> String
    ) throws -> Run {
        try atTerminal(arguments, in: folder, environment: environment, answer: answer)
    }

    /// The same, of a list of arguments.
    public static func atTerminal(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:],
        answer: (Int) throws -> String
    ) throws -> Run {
        let terminal = try PseudoTerminal()
        let files = try TemporaryFolder()
        let output = try files.write("out", "")
        let child = try ChildProcess(
            binary.path, arguments, in: folder.path,
            environment: surroundings.merging(["TERM": "xterm"]) { _, added in added }
                .merging(environment) { _, added in added },
            input: terminal.path, output: output.path, errors: terminal.path)
        let answers = Result {
            var questions = 0
            var answered = 0
            // A minute of silence is too much.
            var patience = 12_000
            while !child.hasEnded, patience > 0 {
                patience -= 1
                if terminal.read(milliseconds: 5) { continue }
                guard terminal.shown.count > answered, terminal.asks else { continue }
                answered = terminal.shown.count
                terminal.type(try answer(questions))
                questions += 1
            }
        }
        while terminal.read(milliseconds: 0) {}
        let ending = child.wait(timeout: 1)
        try answers.get()
        let shown = String(decoding: terminal.shown, as: UTF8.self).replacing("\r\n", with: "\n")
        return Run(
            ending: ending, out: try [UInt8](Data(contentsOf: output)), err: Array(shown.utf8))
    }
}
