import TestSupport
import Testing

struct FormatTests {
    static let hasFormatter = (try? Console.shell("swift format --version"))?.status == 0

    @Test(.enabled(if: hasFormatter, "the toolchain has no swift format"))
    func `swift format finds nothing`() throws {
        let run = try Console.shell(
            "swift format lint --strict --recursive Sources Tests Package.swift", timeout: 300)
        #expect(run.errors == "")
        #expect(run.status == 0)
    }
}
