import PluginPackages
import Testing

struct VersionTagsTests {
    private func versions(_ tags: [String], _ subdir: String = "") -> [String] {
        let refs = tags.enumerated().map { index, name in
            RemoteRefs.Ref(
                name: name, commit: String(repeating: "\(index % 10)", count: 40),
                object: String(repeating: "\(index % 10)", count: 40))
        }
        return VersionTags(refs, subdir: subdir).entries.map { "\($0.version) \($0.tag.name)" }
    }

    @Test func `tags that name versions are found`() {
        #expect(
            versions([
                "v1.10.0", "v1.2.0", "1.3.0", "1.2.0", "latest", "v1", "v2.0.0-beta",
                "release-1.0.0", "v1.2.0+5",
            ])
                == ["1.2.0 v1.2.0", "1.3.0 1.3.0", "1.10.0 v1.10.0", "2.0.0-beta v2.0.0-beta"])
        #expect(versions(["1.2.0", "v1.2.0"]) == versions(["v1.2.0", "1.2.0"]))
    }

    @Test func `tags of a folder count before those of the repository`() {
        let tags = ["v5.0.0", "risk/v1.0.0", "risk/1.1.0", "plugins/risk/v2.0.0", "riskier/v9.0.0"]
        #expect(versions(tags, "risk") == ["1.0.0 risk/v1.0.0", "1.1.0 risk/1.1.0"])
        #expect(versions(tags, "plugins/risk") == ["2.0.0 plugins/risk/v2.0.0"])
        #expect(versions(tags, "other") == ["5.0.0 v5.0.0"])
        #expect(versions(tags) == ["5.0.0 v5.0.0"])
    }
}
