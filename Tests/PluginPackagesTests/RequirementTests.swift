import PluginPackages
import SpecPlugins
import Testing
import Yaml

/// What manifests name, as packages.
struct RequirementTests {
    private let remote = "https://example.com/team/rules"
    private let commit = ObjectID(String(repeating: "a", count: 40))

    private func requirement(
        _ source: PluginRequirement.Source, of owner: PackageSource
    ) throws -> PackageRequirement {
        try PackageRequirement(
            PluginRequirement(
                name: "levels", source: source, mark: YamlMark(line: 1, column: 1, offset: 0)),
            of: owner, at: commit)
    }

    private func git(_ url: String, _ subdir: String = "") throws -> PackageSource {
        .git(try PackageURL(url, from: "/srv"), subdir: subdir)
    }

    @Test func `a source in git is a repository and a demand`() throws {
        let range = try PackageRequirement(
            name: "acme", RepositorySource(url: "../x", subdir: "a/b", pick: .version("^1.2")),
            from: "/srv/here")
        #expect(range.source.identity == "git /srv/x a/b")
        #expect(range.demand.description == "\"^1.2\"")
        let tag = try PackageRequirement(
            name: "acme", RepositorySource(url: remote, pick: .tag("v1")), from: "/")
        #expect(tag.demand == .pin(.tag("v1")))
        let revision = try PackageRequirement(
            name: "acme", RepositorySource(url: remote, pick: .rev("main")), from: "/")
        #expect(revision.demand == .pin(.revision("main")))
        #expect(
            Packages.refusal {
                try PackageRequirement(
                    name: "acme", RepositorySource(url: "ext::sh", pick: .tag("v1")), from: "/")
            }?.kind == .source)
    }

    @Test func `a path is one in the same repository, at the same commit`() throws {
        let found = try requirement(.path("../levels"), of: git(remote, "plugins/risk"))
        #expect(found.source == (try git(remote, "plugins/levels")))
        #expect(found.demand == .pin(.revision(String(repeating: "a", count: 40))))
        #expect(
            try requirement(.path("../.."), of: git(remote, "plugins/risk")).source == git(remote))
        #expect(
            try requirement(.path("lib"), of: .folder("/srv/rules")).source
                == .folder("/srv/rules/lib"))
        for path in ["../../..", "../../../plugins/risk"] {
            #expect(
                Packages.refusal { try requirement(.path(path), of: git(remote, "plugins/risk")) }?
                    .says("outside of \"plugins/risk\" of \"\(remote)\"") == true)
        }
        #expect(
            Packages.refusal { try requirement(.path("lib"), of: .archive("/srv/a.tgz")) }?
                .says("outside of") == true)
    }

    @Test func `what comes from elsewhere names nothing on this machine`() throws {
        let local = RepositorySource(url: "../levels", pick: .version("^1"))
        let refusal = try #require(
            Packages.refusal { try requirement(.git(local), of: git(remote)) })
        #expect(refusal.kind == .source && refusal.says("on this machine", "write https://"))
        #expect(
            try requirement(.git(local), of: git("/srv/rules")).source.identity
                == "git /srv/levels ")
        #expect(
            try requirement(.git(local), of: .archive("/srv/a/rules.tgz")).source.identity
                == "git /srv/levels ")
    }

    @Test func `what is bundled is there`() throws {
        #expect(try requirement(.bundled, of: git(remote)).source == .bundled("levels"))
    }
}
