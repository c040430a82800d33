import PluginPackages

/// `package-fixture URL MIRROR [--ask]`: fetches, and says where `v1.0.0` leads.
let arguments = CommandLine.arguments
do throws(PackageError) {
    guard arguments.count >= 3 else { throw PackageError(.source, "give a URL and a folder") }
    let repository = GitRepository(
        try PackageURL(arguments[1], from: "/"), folder: arguments[2],
        git: Git(asks: arguments.contains("--ask")))
    try repository.fetch()
    print(try repository.resolve("v1.0.0").text)
} catch {
    print("refused: \(error)")
}
