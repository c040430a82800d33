import Foundation
import PluginPackages
import TestSupport
import Testing

/// Packages as tests make and read them.
enum Packages {
    /// What git is called with: nobody's configuration but what is added.
    static func git(
        _ added: [String: String] = [:], limits: GitLimits = GitLimits()
    ) -> Git {
        var variables = GitSource.environment
        variables["PATH"] = "/usr/local/bin:/usr/bin:/bin"
        variables["HOME"] = "/nowhere"
        return Git(
            environment: GitEnvironment(variables.merging(added) { $1 }), limits: limits)
    }

    /// A repository of a folder on this machine, with a mirror of its own.
    static func repository(
        _ source: GitSource, in folder: TemporaryFolder, mirror: String = "mirror",
        git: Git = git()
    ) throws -> GitRepository {
        GitRepository(
            try PackageURL(source.folder.path, from: "/"), folder: folder.path(mirror).path,
            git: git)
    }

    /// Makes a script that is found as `git`; the folder that it is in.
    ///
    /// Another process writes it: a file that is open for writing here may be so in what another test
    /// starts, and is not executed as long as it is.
    static func fakeGit(_ script: String, in folder: TemporaryFolder) throws -> String {
        let run = try Console.shell(
            "mkdir -p bin && cat > bin/git && chmod +x bin/git", in: folder.url,
            stdin: Array(script.utf8))
        #expect(run.errors == "")
        return folder.path("bin").path
    }

    /// What a call is refused with.
    static func refusal<Value>(_ body: () throws -> Value) -> PackageError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? PackageError
        }
    }

    /// A mirror that holds what a repository has, brought there without any look at it.
    static func unchecked(_ source: GitSource, in folder: TemporaryFolder) throws -> GitRepository {
        let repository = try repository(source, in: folder)
        let empty = try GitSource(folder.path("empty"))
        _ = try GitRepository(
            try PackageURL(empty.folder.path, from: "/"), folder: repository.folder,
            git: git()
        ).fetch()
        let mirror = folder.path("mirror/repository")
        for name in ["objects", "refs"] {
            try FileManager.default.removeItem(at: mirror.appending(path: name))
            try FileManager.default.copyItem(
                at: source.folder.appending(path: name), to: mirror.appending(path: name))
        }
        return repository
    }

    static let small: [GitSource.File] = [
        .init("plugin.yml", "name: rules\n"), .init("init.lua", "return {}\n"),
    ]
}

extension PackageError {
    /// Does it say all of these?
    func says(_ parts: String...) -> Bool { parts.allSatisfy { message.contains($0) } }
}
