import TestSupport

/// Specs in which every field holds what breaks formats; each says in letters alone where it stands, so
/// that it is known what an output still says.
enum HostileSpecs {
    /// What an output that shows the place holds.
    static func marker(_ place: String) -> String { "Mark" + place }

    /// For a cell of a table, a heading or an entry of a list.
    static func text(_ place: String) -> String {
        "=cmd\\|' /C calc'!A0 \(marker(place)) \"q\" 'a' ::error:: <script>alert(1)</script> {code} "
            + "]]> --> */ \\\\N ${x} %0A &lt;b&gt; \u{202E}rtl\u{202C} \u{1F4A9}e\u{301} </td> `t` "
            + "/close @all #1 ; \u{7} end"
    }

    /// The same, over three lines that each begin with something.
    private static func lines(_ place: String) -> String {
        text(place) + "<br>- +1+1<br># @SUM(A1)<br>/label ~x"
    }

    private static func table(_ columns: [String], _ rows: [[String]]) -> String {
        let all = [columns, columns.map { _ in "---" }] + rows
        return all.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// Writes two of them, `a.md` and `docs/b --> ].md`.
    static func write(into folder: TemporaryFolder) throws {
        try folder.write("docs/a.md", hostile)
        try folder.write("docs/b --> ].md", hostile.replacing("Mark", with: "Second"))
        try folder.write("docs/empty.md", "# Nothing\n")
    }

    private static let long = String(repeating: "long é ", count: 5_800)

    private static let hostile = """
        # Technical Specification: \(text("Title"))

        **Author:** \(text("Author"))
        **Status:** In Review
        **Target Release:** \(text("Release"))

        ## Components

        \(table(["Component", "Purpose", "Dependencies"], [
            [text("Component"), text("Purpose"), text("Needs")],
        ]))

        ## API Design

        #### `POST /refunds/{id}/"quoted"/<script>/\(marker("Path"))`
        **Description**: \(text("Endpoint"))

        **Request**:
        ```json
        { "text": "</script>]]>{code}=1+1", "lone": "\\ud800", "n": 1e400 }
        ```

        **Response**:
        ```json
        not json at all </script>
        ```

        **Error Cases**:
        - `400`: \(text("Error"))

        ## Functional Requirements

        \(table(["ID", "Requirement", "Priority", "Acceptance Criteria", "Team", "Due"], [
            ["FR-1", text("Requirement"), text("Priority"), lines("Acceptance"), text("Extra"), "2026-02-30"],
            ["FR-2", long + text("Long"), "P0", "-", "&#0;&#8;", "2026-03-01"],
            ["=FR-3", "=1+1", "P0", "@x", "'=1", ""],
        ]))

        ## Non-Functional Requirements

        \(table(["Category", "Requirement", "Target", "Validation"], [
            [text("Category"), text("Quality"), text("Target"), text("Validation")],
        ]))

        ## Dependencies

        \(table(["Dependency", "Team/System", "Status"], [
            [text("Dependency"), text("DependencyOwner"), text("DependencyStatus")],
        ]))

        ## Test Cases

        \(table(["Scenario", "Input", "Expected Output"], [
            ["FR-1 " + text("Scenario"), text("Input"), text("Output")],
        ]))

        ## Timeline

        \(table(["Phase", "Tasks", "Duration", "Dependencies"], [
            [text("Phase"), "Do \(marker("Task")) <b>it</b>; \(text("Entry"))", text("Duration"), text("After")],
            ["Phase 2", "Tune it", "1 week", "Phase 1"],
        ]))

        ## Risks and Mitigations

        \(table(["ID", "Risk", "Category", "Likelihood", "Impact", "Mitigation", "Owner", "Status"], [
            [text("RiskId"), text("Risk"), text("RiskCategory"), "High", "Very high", lines("Mitigation"),
             text("RiskOwner"), text("RiskStatus")],
            ["R-2", "=2+2", "+3", text("Likelihood"), text("Impact"), "-4", "@me", "Open"],
        ]))

        ## Open Questions

        \(table(["#", "Question", "Owner", "Status", "Raised"], [
            ["1", text("Question"), text("QuestionOwner"), text("QuestionStatus"), text("Raised")],
            ["2", "[Question]", "", "", ""],
        ]))

        ## Glossary

        \(table(["Term", "Definition"], [[text("Term"), lines("Definition")]]))

        ## Review Sign-offs

        \(table(["Role", "Name", "Status", "Date"], [
            [text("Role"), text("Signer"), text("Signed"), "2026-01-31"],
        ]))
        """
}
