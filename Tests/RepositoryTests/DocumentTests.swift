import Foundation
import TestSupport
import Testing

/// Every output that a page shows is what the tool prints.
struct DocumentTests {
    /// Every README and guide with a console block.
    static let pages: [String] = {
        let pages = ["README.md", "GUIDE.md"].flatMap { (try? Checkout.files(ending: $0)) ?? [] }
        return pages.filter { (try? $0.text.contains("\n```console\n")) == true }.map(\.path)
    }()

    @Test(arguments: pages)
    func `a page's commands print what the page shows`(_ page: String) throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.path("examples"), to: "examples")
        let file = Repository.path(page)
        try Golden.compare(try Document(file: file).played(in: folder), with: file)
    }

    @Test func `the first page is among them`() {
        #expect(Self.pages.contains("README.md"))
    }

    /// The page says so, and its commands show that the rule works.
    @Test func `the rule of the first page has ten lines`() throws {
        let page = try CheckoutFile(path: "README.md").text
        let rule = try #require(
            page.components(separatedBy: "```lua rules/init.lua\n").dropFirst().first
        )
        .components(separatedBy: "```")[0]
        #expect(rule.split(separator: "\n").count == 10)
        #expect(page.contains("[our-rules/risk-owner]"))
    }

    @Test func `a block's files, commands, outputs and exit codes are played`() throws {
        let folder = try TemporaryFolder()
        let page = try folder.write(
            "page.md",
            """
            # A page
            ```text notes/a.txt
            one
            ```
            ```console
            $ cat notes/a.txt
            two
            $ sh -c 'echo oops >&2; exit 3'
            $ echo $?
            ```
            """)
        let played = try Document(file: page).played(in: try TemporaryFolder())
        #expect(
            played == """
                # A page
                ```text notes/a.txt
                one
                ```
                ```console
                $ cat notes/a.txt
                one
                $ sh -c 'echo oops >&2; exit 3'
                oops
                $ echo $?
                3
                ```
                """)
    }

    @Test func `both set-up commands install what the package links`() throws {
        let package = try CheckoutFile(path: "Package.swift").text
        let names = package.matches(of: /\.apt\(\[([^\]]*)\]\)/)
            .flatMap { $0.output.1.matches(of: /[a-z0-9.-]+/).map { String($0.output) } }
        try #require(names.count >= 4)
        let page = try CheckoutFile(path: "README.md").text
        for block in ["run", "test"] {
            let command = try #require(
                page.firstMatch(of: try Regex("(?s)```sh \(block)\n(.*?)\n```"))?.output[1]
                    .substring)
            for name in names { #expect(command.contains(name), "sh \(block) lacks \(name)") }
        }
    }
}
