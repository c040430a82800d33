internal import ArgumentParser
internal import Perilune

struct PluginInstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract:
            "Lock the shared plugins that perilune.yml names, and fetch what is not here yet.",
        discussion: """
            What perilune.lock has stays as it is locked. What it lacks is looked up, fetched with the \
            git of the user, and written: commit the file. Other commands do the same on their own, but \
            where CI is set.

            EXAMPLES
              perilune plugin install
              perilune plugin install --locked     for CI: fail where the file would change
            """)

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        var manager = try arguments.manager()
        let changes = try manager.install()
        for change in changes { arguments.messages.note(change.text) }
        if manager.mayGrant {
            var workspaces = try arguments.configuration.workspaces(arguments.sandbox)
            try manager.lock(try workspaces.workspace().grantedSet)
        }
        let count = manager.packages.count
        arguments.messages.note(
            "\(count) shared plugin\(count == 1 ? " is" : "s are") locked and here")
    }
}

extension PackageManager.Change {
    /// `acme-rules 1.2.0 → 1.3.0`.
    var text: String {
        switch (old, new) {
        case (let old?, let new?) where old.version == new.version:
            "\(name) \(new.version): \(old.short) → \(new.short)"
        case (let old?, let new?): "\(name) \(old.version) → \(new.version)"
        case (nil, let new?): "\(name) \(new.version) is new (\(new.short) of \(new.source))"
        case (let old?, nil): "\(name) \(old.version) is gone"
        case (nil, nil): name
        }
    }
}

extension PackageManager.Package {
    /// The tag, else the first digits of the commit or of the digest.
    var short: String { tag ?? commit.map { String($0.prefix(12)) } ?? String(digest.prefix(15)) }
}
