import Foundation
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import TestSupport
import Testing

/// `plugins/<name>/tests/<case>.md` is a spec; beside it stands what the plugin finds in it
/// (`<case>.txt`) and what it makes of it (`<case>.csv`). It is held against the template that stands
/// there too, if one does (`<case>.template`).
@Suite struct BundledFixtureTests {
    @Test(arguments: Fixture.files("../../plugins", extension: "md").filter { $0.isSpec })
    func spec(_ fixture: Fixture) throws {
        let name = try #require(fixture.name.split(separator: "/").first.map(String.init))
        let plugin = try Plugin(#require(PluginFiles.bundled(name)))
        var session = try PluginSession(plugin)
        let template = (try? Data(contentsOf: fixture.sibling("template"))).map {
            TemplateFile(name: "template", bytes: [UInt8]($0))
        }
        let reader = TemplateReader(SpecReader(), template.map { [$0] } ?? [])
        let spec = reader.read(
            try fixture.bytes(), path: "docs/" + fixture.url.lastPathComponent,
            template: template?.name)
        if !plugin.checks.isEmpty {
            let requests = plugin.checks.map {
                CheckRequest(name: $0.name, severity: $0.severity, options: [:])
            }
            let result = session.check(spec, requests)
            #expect(result.failures == [])
            let lines = result.findings.map { Rendering.line($0) + "\n" }
            try Golden.compare(lines.joined(), with: fixture.sibling("txt"))
        }
        for export in plugin.exports {
            let artifact = try session.export(export.name, [spec], options: [:])
            let file = fixture.sibling(try #require(export.fileExtension))
            try Golden.compare(artifact.bytes, with: file)
        }
    }
}

extension Fixture {
    var isSpec: Bool { name.contains("/tests/") }
}
