import Foundation
import PackagePlugin

/// Compiles `vocabulary.yml` into an index that SpecReading holds as a literal.
@main
struct VocabularyPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let file = context.package.directoryURL
            .appending(path: "Sources/SpecVocabulary/vocabulary.yml")
        let index = context.pluginWorkDirectoryURL.appending(path: "VocabularyIndex+Bundled.swift")
        return [
            .buildCommand(
                displayName: "Compiling the vocabulary",
                executable: try context.tool(named: "vocabulary-compiler").url,
                arguments: [file.path, index.path], inputFiles: [file], outputFiles: [index])
        ]
    }
}
