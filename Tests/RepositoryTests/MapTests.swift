import TestSupport
import Testing

/// Whoever opens a folder finds what it is for.
struct MapTests {
    @Test func `every target and every bundled plugin is described, and the map names them`() throws
    {
        let map = try CheckoutFile(path: "Sources/README.md").text
        let systemLibraries: Set = ["CLua", "CMarkGFM", "CYaml", "CZlib"]
        for target in try Checkout.targets() {
            #expect(map.contains("`\(target)`"), "Sources/README.md does not name \(target)")
            if systemLibraries.contains(target) { continue }
            let text = try CheckoutFile(path: "Sources/\(target)/README.md").text
            #expect(text.split(separator: "\n").count > 2, "Sources/\(target)/README.md is empty")
        }
        let files = Set(try Checkout.files(in: "plugins").map(\.path))
        let manifests = files.filter { $0.wholeMatch(of: /plugins\/[^\/]+\/plugin\.yml/) != nil }
        for manifest in manifests {
            let page = manifest.replacing("plugin.yml", with: "README.md")
            #expect(files.contains(page), "there is no \(page)")
        }
    }
}
