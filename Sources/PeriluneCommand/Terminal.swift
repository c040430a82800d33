internal import Perilune
internal import Printable

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Standard input, standard output or standard error.
struct Terminal {
    static let input = Terminal(descriptor: 0, name: "standard input")
    static let output = Terminal(descriptor: 1, name: "standard output")
    static let error = Terminal(descriptor: 2, name: "standard error")

    let descriptor: Int32
    let name: String

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    var isInteractive: Bool { isatty(descriptor) == 1 }

    /// The columns of a terminal; nil of anything else.
    var width: Int? {
        var size = winsize()
        let code = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
        return code == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    /// Is a variable of the environment there, and not empty, 0 or false?
    static func isVariableSet(_ name: String) -> Bool {
        guard let value = variable(name) else { return false }
        return !["", "0", "false"].contains(value)
    }

    /// How many processors there are to work on.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Colours where a person looks on and did not say otherwise (no-color.org, clig.dev).
    func style(_ colour: Colour) -> Style {
        switch colour {
        case .always: return .coloured
        case .never: return .plain
        case .auto:
            if let force = Self.variable("FORCE_COLOR"), force != "0" { return .coloured }
            let asked = isInteractive && Self.variable("NO_COLOR") == nil
            return asked && Self.variable("TERM") != "dumb" ? .coloured : .plain
        }
    }

    /// Writes bytes as they are. A reader that went away is no error.
    func write(_ bytes: [UInt8]) throws(Problem) {
        ProgressLine.erase()
        if Files.write(bytes, descriptor: descriptor) { return }
        let code = errno
        if code != EPIPE { throw Problem("\(name) cannot be written: \(Files.reason(code))") }
    }

    func write(_ text: String) {
        ProgressLine.erase()
        _ = Files.write(Array(text.utf8), descriptor: descriptor)
    }

    /// Shows what is wrong, a line each.
    func report(_ problems: [Problem]) {
        let style = style(.asked)
        for problem in problems {
            write("perilune: \(style.error("error")): \(problem.description.printable)\n")
        }
    }

    /// A variable of the environment; nil where it is not set or empty.
    static func variable(_ name: String) -> String? {
        guard let pointer = unsafe getenv(name) else { return nil }
        let value = unsafe String(cString: pointer)
        return value.isEmpty ? nil : value
    }
}
