import SpecModel
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// What calls of `edit` make of a document. A file of `Fixtures/edits` has the calls, the document, and
/// what becomes of it, or the failure; a document that ends with `%` has no last line ending.
@Suite struct EditFixtureTests {
    @Test(arguments: Fixture.files("Fixtures/edits", extension: "txt"))
    func edit(_ fixture: Fixture) throws {
        let text = try fixture.text()
        let parts = text.split(separator: "=== ", maxSplits: 3).map { part in
            String(part.drop { $0 != "\n" && $0 != "\r\n" }.dropFirst())
        }
        try #require(parts.count >= 2)
        let bytes = Self.bytes(of: parts[1])
        let found = try Self.result(of: parts[0], on: bytes)
        try Golden.compare(
            "=== edit\n\(parts[0])=== spec\n\(parts[1])=== result\n" + found, with: fixture.url)
    }

    private static func result(of calls: String, on bytes: [UInt8]) throws -> String {
        let spec = SpecReader().read(bytes, path: "spec.md")
        let plugin = try Plugin(
            .single(
                "return { transforms = { edit = { summary = \"s\", run = function(spec, edit)\n"
                    + calls + "\nend } } }"))
        var session = try PluginSession(plugin)
        do throws(PluginFailure) {
            let edits = try session.transform("edit", spec, options: [:])
            guard let new = spec.source.applying(edits) else { return "edits that overlap\n" }
            return text(of: new)
        } catch {
            return Rendering.line(error) + "\n"
        }
    }

    private static func bytes(of text: String) -> [UInt8] {
        text.hasSuffix("%\n") ? Array(text.utf8.dropLast(2)) : Array(text.utf8)
    }

    private static func text(of bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.last == 0x0A ? text : text + "%\n"
    }
}
