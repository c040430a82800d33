internal import SpecPlugins

/// What stands in the files of a plugin to begin with.
struct ScaffoldFiles {
    let name: String
    /// Its folder as seen from the `perilune.yml` that may turn it on; nil where it is to be shared by a
    /// repository of its own.
    let place: String?

    var all: [(path: String, text: String)] {
        let plugin = [
            ("plugin.yml", manifest), ("init.lua", Self.rule), ("tests/risks.md", Self.test),
            ("README.md", page),
        ]
        guard place == nil else { return plugin }
        return plugin + [
            (".gitignore", Self.ignored), (".github/workflows/test.yml", Self.workflow),
        ]
    }

    private var manifest: String {
        let engine = Version.engine
        return """
            name: \(name)
            version: 0.1.0
            description: what \(name) asks of specs
            engine: ">=\(engine.major).\(engine.minor) <\(engine.major + 1)"

            """
    }

    private static let rule = """
        return { checks = { ["risk-owned"] = {
          summary = "a high-impact risk has an owner",
          severity = "warning",
          each = "risk",
          run = function(risk, report)
            if risk.impact == "high" and text.is_blank(risk.owner) then
              report(risk:at "owner", "nobody owns the risk %q", risk.title)
            end
          end,
        } } }

        """

    private static let test = """
        # Risks

        ## Risks

        | Risk                   | Impact | Owner   |
        |------------------------|--------|---------|
        | The price rises        | High   |         | <!-- expect risk-owned "The price rises" -->
        | The price falls        | Low    |         |
        | Nobody wants to pay it | High   | R. Osei |

        """

    private var page: String {
        """
        # \(name)

        What \(name) asks of specs.

        | rule | severity | |
        | --- | --- | --- |
        | `\(name)/risk-owned` | warning | a high-impact risk has an owner |

        ## Use it

        \(place.map(useFromFolder) ?? Self.useFromRepository)

        ## Change it

        `perilune plugin test` runs what stands in `tests/`: specs in which every finding is marked that is expected.
        `perilune plugin types` writes what editors and luacheck have to know of the sandbox.
        \(place == nil ? Self.release : "")
        """
    }

    private static let useFromRepository = """
        In a repository with specs, with the address of this one:

        ```sh
        perilune plugin add https://git.example/team/plugin
        ```
        """

    private func useFromFolder(_ place: String) -> String {
        """
        In the `perilune.yml` of this repository:

        ```yaml
        plugins:
          \(name): \(YamlValue.members([("path", .text(place))]).flow)
        ```
        """
    }

    private static let release = """

        ## Release it

        Say in `plugin.yml` which version it is, `license:` too, with the text in `LICENSE`. Commit that, and tag the commit:

        ```sh
        git tag v0.1.0
        git push origin v0.1.0
        ```

        A tag stays where it is: whoever has locked it is told when it moves. What is wrong with a release is mended by the next one.

        """

    /// What `perilune plugin types` writes anew.
    private static let ignored = """
        .perilune/types/

        """

    private static let workflow = """
        # PERILUNE_URL, a variable of the repository, is where you keep the executable, which needs nothing
        # else on the machine.
        name: Test

        on:
          pull_request:
          push:
            branches: [main]

        permissions:
          contents: read

        jobs:
          test:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@v4
              - name: Get perilune
                env:
                  PERILUNE_URL: ${{ vars.PERILUNE_URL }}
                run: |
                  sudo curl -fsSL -o /usr/local/bin/perilune "$PERILUNE_URL"
                  sudo chmod +x /usr/local/bin/perilune
              - name: Test the plugin
                run: perilune plugin test

        """
}
