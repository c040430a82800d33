import TestSupport
import Testing

/// What travels inside the binary is what lies in `plugins/`.
struct BundleTests {
    @Test func `every bundled plugin's file is a row of the bundle, and the other way round`()
        throws
    {
        let source = try CheckoutFile(path: "Sources/CBundle/bundle.c").text
        let rows = source.matches(of: /ROW\("([^"]+)"/).map { String($0.output.1) }
        #expect(rows.count == Set(rows).count, "a path is bundled twice")
        let sorted = rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(rows == sorted, "rows are looked up as if they were sorted")

        let shipped = try Checkout.files(in: "plugins").map(\.path)
            .filter { path in
                [".lua", "/plugin.yml"].contains(where: path.hasSuffix) || path.contains("/rules/")
            }
            .filter { !$0.contains("/tests/") }
        try #require(!shipped.isEmpty)
        #expect(Set(rows.filter { $0.hasPrefix("plugins/") }) == Set(shipped))
    }

    @Test func `what a row embeds is the file that it names`() throws {
        let source = try CheckoutFile(path: "Sources/CBundle/bundle.c").text
        var embedded: [Substring: Substring] = [:]
        for match in source.matches(
            of:
                /static const uint8_t (?<array>\w+)\[\] = \{\s*#embed "\.\.\/(?:\.\.\/)?(?<path>[^"]+)"/
        ) {
            embedded[match.output.array] = match.output.path
        }
        let rows = source.matches(of: /ROW\("(?<name>[^"]+)",\s*(?<array>\w+)\)/)
        try #require(!rows.isEmpty)
        for row in rows {
            let path = try #require(embedded[row.output.array])
            #expect(
                path.lowercased().hasSuffix(row.output.name.lowercased()),
                "\(row.output.name) embeds \(path)")
        }
    }
}
