internal import ArgumentParser
internal import Perilune

struct PluginVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare the copies of shared plugins that are here with perilune.lock.",
        discussion: """
            Looks at .perilune/vendor and the cache, byte by byte. Every run does the same with what it \
            uses; there is no way to turn that off.

            EXIT CODES
              0 all are what was locked · 1 one is not · 2 perilune.lock cannot be read
            """)

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        let (verified, drift) = try arguments.manager().verify()
        for one in drift { Terminal.error.report([Problem(one.message)]) }
        arguments.messages.note(
            verified == 1
                ? "1 copy is as it was locked" : "\(verified) copies are as they were locked")
        if !drift.isEmpty { throw Exit.findings }
    }
}

struct PluginVendorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vendor",
        abstract: "Copy the shared plugins into .perilune/vendor, to be committed and reviewed.",
        discussion: """
            From then on they are taken from there: runs need neither git nor the cache. Their bytes are \
            compared with perilune.lock all the same.
            """)

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        var manager = try arguments.manager()
        let folders = try manager.vendor()
        for folder in folders { arguments.messages.note("wrote \(folder)") }
        if folders.isEmpty { arguments.messages.note("there are no shared plugins") }
    }
}
