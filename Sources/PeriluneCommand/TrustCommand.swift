internal import ArgumentParser
internal import Perilune
internal import Printable
internal import SpecPlugins

struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Let plugins of this workspace have what perilune.yml grants them.",
        discussion: """
            A plugin that is part of the repository and asks for files or variables gets them when \
            somebody has trusted it on this machine: once, until a file of a plugin, what it asks \
            for or what it is granted changes. Where CI is set, perilune.lock counts instead.

            EXAMPLES
              perilune trust             show what plugins are granted, and ask
              perilune trust --yes       in a script
              perilune trust --revoke
              perilune trust --list
            """)

    @Flag(name: .shortAndLong, help: "Trust them without being asked.")
    var yes = false

    @Flag(help: "Trust the plugins of this workspace no more.")
    var revoke = false

    @Flag(help: "List what is trusted on this machine.")
    var list = false

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if [yes, revoke, list].filter({ $0 }).count > 1 {
            throw ValidationError("--yes, --revoke and --list exclude each other")
        }
    }

    func run() throws {
        let store = TrustStore.ofUser
        if list { return try show(store.entries()) }
        var workspaces = try configuration.workspaces(sandbox, loadsPlugins: false)
        let workspace = try workspaces.workspace()
        let set = workspace.grantedSet
        if revoke {
            let count = try store.revoke(set)
            return messages.note(
                count == 0
                    ? "nothing of this workspace was trusted"
                    : "the plugins of this workspace are trusted no more")
        }
        if !workspace.failures.isEmpty {
            messages.report(workspace.countedFailures)
            throw Exit.pluginFailure
        }
        guard !set.members.isEmpty else {
            return messages.note(
                "no plugin of this workspace is granted anything; nothing to trust")
        }
        if !messages.quiet || !yes {
            for member in set.members { Terminal.error.write(Self.description(of: member)) }
        }
        guard try yes || ask() else {
            messages.note("nothing is trusted")
            throw Exit.findings
        }
        try store.trust(set)
        let count = FindingsReport.counted(set.members.count, "plugin")
        messages.note("\(count) \(set.members.count == 1 ? "is" : "are") trusted with that")
        if Terminal.isVariableSet("CI") {
            messages.note("where CI is set, as here, perilune.lock counts instead")
        }
    }

    /// What a plugin asks for and has.
    private static func description(of member: GrantedSet.Member) -> String {
        func lines(_ what: String, _ permissions: Permissions) -> String {
            Permissions.Kind.allCases.filter { !permissions[$0].isEmpty }.map { kind in
                let entries = permissions[kind].map(\.printable).joined(separator: ", ")
                return "  \(what) \(kind.rawValue): \(entries)\n"
            }.joined()
        }
        return "\(member.name) (\(member.root.printable))\n"
            + lines("asks to", member.grant.requested).replacing("to env:", with: "for env:")
            + lines("is granted", member.grant.granted)
    }

    private func ask() throws(Problem) -> Bool {
        for terminal in [Terminal.input, .error] where !terminal.isInteractive {
            throw Problem(
                "trusting plugins is asked for at a terminal, and \(terminal.name) is none; look at "
                    + "them, and say --yes")
        }
        let question = messages.errorStyle.question("trust these plugins with that [y,n]?")
        Terminal.error.write(question + " ")
        return ["y", "yes", "Y"].contains(readLine()?.filter { !$0.isWhitespace })
    }

    private func show(_ entries: [TrustStore.Entry]) throws {
        var text = ""
        for entry in entries {
            let plugins = entry.plugins.map(\.printable).joined(separator: ", ")
            text +=
                "\((entry.folder ?? "?").printablePath): \(plugins) (\(entry.digest.prefix(12)))\n"
        }
        try Terminal.output.write(Array(text.utf8))
        if entries.isEmpty { messages.note("nothing is trusted on this machine") }
    }
}

extension TrustStore {
    /// That of whoever runs this.
    static var ofUser: TrustStore {
        TrustStore(state: Terminal.variable("XDG_STATE_HOME"), home: Terminal.variable("HOME"))
    }
}

extension Trust {
    /// What holds here: in CI nobody can be asked.
    static var here: Trust {
        Terminal.isVariableSet("CI") ? .locked(PackageManager.isLocked) : .given(in: .ofUser)
    }
}
