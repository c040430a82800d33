internal import ArgumentParser
internal import Perilune

/// What the commands for shared plugins have in common.
struct PackageArguments: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    var choice: PackageChoice { configuration.packageChoice }

    /// The shared plugins of the workspace that holds in the current folder.
    func manager() throws -> PackageManager {
        var workspaces = try configuration.workspaces(sandbox)
        return try PackageManager(
            configurationFile: workspaces.configurationFile() ?? Configuration.fileName, choice,
            sandbox.choice)
    }
}
