internal import ArgumentParser
internal import Perilune

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man",
        abstract: "Print the manual page.",
        discussion: """
            EXAMPLES
              perilune man | man -l -
              perilune man > /usr/local/share/man/man1/perilune.1
            """)

    func run() throws {
        try Terminal.output.write(ManualPage.bytes)
    }
}
