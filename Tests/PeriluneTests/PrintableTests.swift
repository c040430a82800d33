import LuaSandbox
import Perilune
import Testing

/// What is safe to print is known in two places, the sandbox and the reports, which know nothing of
/// each other: they agree.
struct PrintableTests {
    @Test func `a sandbox and a report show the same characters`() {
        let planes = [0x0...0xFFFF, 0xE0000...0xE0FFF]
        for scalar in planes.joined().compactMap({ Unicode.Scalar(UInt32($0)) }) {
            let text = String(scalar)
            #expect(String(sanitising: text.utf8) == text.printable)
        }
    }

    @Test(arguments: ["##[error]x", "a ##vso[task]", "##teamcity[x"])
    func `what CI systems take for a command is broken up`(_ text: String) {
        #expect(!text.printable.contains("##"))
    }
}
