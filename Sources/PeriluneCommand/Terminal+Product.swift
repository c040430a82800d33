internal import Perilune
internal import Printable

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

extension Terminal {
    /// Writes what was made for a program: a diff, an artifact, CSV. Its bytes are the user's and are
    /// never altered on their way into a file or another program. A person at a terminal is shown
    /// what stands there and nothing that the terminal would act on. Into a CI log nothing is
    /// written that would be obeyed there.
    ///
    /// - Parameter shown: what a person sees of the bytes.
    func write(product bytes: [UInt8], shown: ([UInt8]) -> String) throws(Problem) {
        if isInteractive { return try write(Array(shown(bytes).utf8)) }
        if mayBeLog, let line = RunnerCommand.line(in: bytes) {
            throw Problem(
                "line \(line) of what would go to \(name) holds what CI systems take for a command; "
                    + "write it to a file: > file")
        }
        try write(bytes)
    }

    /// The same for a text of lines that end with CR LF or LF.
    /// - Parameter isText: false of what a person could not read; that is not for a terminal.
    func write(product bytes: [UInt8], isText: Bool = true) throws(Problem) {
        if isInteractive, !isText {
            throw Problem(
                "what would go to \(name) is no text; write it to a file: -o FILE, or > file")
        }
        try write(product: bytes) { bytes in
            String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").printableLines
        }
    }

    /// Does a CI system perhaps read it? What a step of its prints goes through a pipe, which looks
    /// like the pipe into another program.
    private var mayBeLog: Bool {
        let systems = ["CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"]
        guard systems.contains(where: Self.isVariableSet) else { return false }
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0 else { return false }
        return [S_IFIFO, S_IFSOCK].contains(info.st_mode & S_IFMT)
    }
}
