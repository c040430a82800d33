import Perilune
import SpecPlugins
import Testing

/// Whoever reads that a limit was hit reads what raises it.
@Suite struct LimitAdvice {
    private func line(_ configuration: Configuration, _ limit: PluginLimits.Name?) throws -> String
    {
        let failure = PluginFailure(
            plugin: "rules", kind: .limit, message: "it ended", file: "init.lua", line: 3,
            limit: limit)
        let workspace = try Workspace(configuration, root: "/", loadsPlugins: false)
        return FindingsReport.failures([CountedFailure(failure, in: workspace)])
    }

    @Test func `the setting is named, and where it stands`() throws {
        var configuration = Configuration()
        configuration.path = "docs/perilune.yml"
        #expect(
            try line(configuration, .fuel) == """
                rules/init.lua:3: plugin failure: it ended; \
                raise it with limits.rules.fuel in docs/perilune.yml [rules]

                """)
    }

    @Test func `where there is no configuration, the place for one is named`() throws {
        #expect(
            try line(Configuration(), .memory) == """
                rules/init.lua:3: plugin failure: it ended; \
                raise it with limits.rules.memory in a perilune.yml in this folder [rules]

                """)
    }

    @Test func `nothing is advised where no limit was hit`() throws {
        #expect(
            try line(Configuration(), nil)
                == "rules/init.lua:3: plugin failure: it ended [rules]\n")
    }
}
