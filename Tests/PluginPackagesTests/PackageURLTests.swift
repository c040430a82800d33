import PluginPackages
import Testing

struct PackageURLTests {
    @Test(arguments: [
        ("https://example.com/team/rules", "example.com/team/rules"),
        ("https://example.com/team/rules.git", "example.com/team/rules"),
        ("https://EXAMPLE.com:443/team/rules/", "example.com/team/rules"),
        ("https://example.com:8443/team/rules", "example.com:8443/team/rules"),
        ("ssh://git@example.com/team/rules.git", "example.com/team/rules"),
        ("ssh://git@example.com:22/team/rules.git", "example.com/team/rules"),
        ("ssh://git@example.com:2222/team/rules.git", "example.com:2222/team/rules"),
        ("git@example.com:team/rules.git", "example.com/team/rules"),
        ("example.com:team/rules", "example.com/team/rules"),
        ("https://[::1]/team/rules", "[::1]/team/rules"),
        ("file:///srv/git/rules.git", "/srv/git/rules"),
        ("/srv/git/rules/.git", "/srv/git/rules"),
        ("../rules", "/srv/rules"), ("./a:b", "/srv/here/a:b"), ("a b/c", "/srv/here/a b/c"),
    ])
    func `a URL is taken, and two spellings are one repository`(_ text: String, _ identity: String)
        throws
    {
        let url = try PackageURL(text, from: "/srv/here")
        #expect(url.text == text)
        #expect(url.identity == identity)
    }

    @Test(arguments: [
        ("", "empty"),
        ("--upload-pack=touch pwned", "begins with \"-\""),
        ("-u", "begins with \"-\""),
        ("ext::sh -c touch% pwned", "helper program"),
        ("fd::7", "helper program"),
        ("codecommit::eu://rules", "helper program"),
        ("http://example.com/rules", "write https:// or ssh://"),
        ("git://example.com/rules", "write https:// or ssh://"),
        ("ftp://example.com/rules", "write https:// or ssh://"),
        ("rsync://example.com/rules", "begins with rsync://; write https://"),
        ("git+ssh://git@example.com/rules", "ssh://"),
        ("HTTPS://example.com/rules", "written with https://"),
        ("https://ines:secret@example.com/rules", "credential helper"),
        ("https://token@example.com/rules", "credential helper"),
        ("ssh://git:secret@example.com/rules", "password is not written"),
        ("ssh://-oProxyCommand=touch/rules", "for a host"),
        ("ssh://%2doProxyCommand=touch/rules", "for a host"),
        ("ssh://git@-oProxyCommand=x/rules", "for a host"),
        ("-oProxyCommand=x:rules", "begins with \"-\""),
        ("git@-host:rules", "for a host"),
        ("git@host:-rules", "path that begins with \"-\""),
        ("ssh://host/-rules", "path that begins with \"-\""),
        ("host:", "no path behind"),
        ("https://example.com", "no repository"),
        ("https://example.com/", "no repository"),
        ("https:///rules", "for a host"),
        ("https://exämple.com/rules", "for a host"),
        ("https://example.com:port/rules", "for a port"),
        ("https://example.com:0/rules", "for a port"),
        ("https://example.com:99999/rules", "for a port"),
        ("https://example.com/a/../b", "\"..\""),
        ("https://example.com/rules?x=1", "name a tag"),
        ("https://example.com/rules#v1", "name a tag"),
        ("https://example.com/a b", "space"),
        ("https://example.com/a%0ab", "control character"),
        ("https://example.com/a%zz", "without two digits"),
        ("https://example.com/rules.tar.gz", "download the file"),
        ("https://example.com/rules.zip", "download the file"),
        ("file:///srv/rules.tgz", "is an archive"),
        ("file://host/srv/rules", "three slashes"),
        ("~/rules", "only a shell knows"),
        ("rules\nmore", "not printable"),
        ("rules\u{202E}more", "not printable"),
        ("rules\0", "not printable"),
    ])
    func `what is no URL, or one that nobody vouches for, is refused`(
        _ text: String, _ reason: String
    ) throws {
        let refusal = try #require(Packages.refusal { try PackageURL(text, from: "/srv") })
        #expect(refusal.kind == .source)
        #expect(refusal.says(reason), "\(refusal)")
        #expect(!refusal.says("secret") && !refusal.says("token"))
    }

    @Test func `a URL has an end`() {
        let text = "https://example.com/" + String(repeating: "a", count: 1_000_000)
        #expect(Packages.refusal { try PackageURL(text, from: "/") }?.says("longer than") == true)
    }
}
