internal import ArgumentParser
internal import Perilune
internal import Printable

struct PluginWhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say who wants a shared plugin, and which version that came to.")

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        let manager = try arguments.manager()
        let package = try manager.package(named: name)
        var text = "\(package.name) \(package.version) from \(package.source)"
        text += " at \(package.short)"
        for requirer in package.wantedBy { text += "\n  wanted by \(requirer)" }
        if package.wantedBy.isEmpty {
            text += "\n  wanted by nobody; perilune plugin install takes it out of perilune.lock"
        }
        try Terminal.output.write(Array((text.printableLines + "\n").utf8))
    }
}
