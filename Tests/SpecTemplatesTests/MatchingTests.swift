import SpecModel
import SpecReading
import SpecTemplates
import TestSupport
import Testing

/// Which section of a document stands for which of a template of a team's own.
@Suite struct MatchingTests {
    private static let template = """
        # [Service]

        **Author:** [Name]
        **Tier:** Gold | Silver | Bronze
        **Runbook (optional):** [Link]

        ## Purpose

        [What it is for]

        ## Interfaces

        ### Inbound

        [Who calls it]

        ### Outbound (optional)

        [Whom it calls]

        ## Risks

        | Risk | Likelihood | Mitigation | Note (optional) |
        |------|------------|------------|-----------------|
        | [Risk] | High/Medium/Low | [Plan] | [Note] |

        ## Data Migration

        [If applicable: how rows move]

        ## On-call

        [Who]
        """

    private static let row = "| Slow | Low | Cache |\n"

    private func lines(_ body: String, tier: String = "Gold") throws -> [String] {
        try Checked(
            "# Ledger\n\n**Author:** R. Osei\n**Tier:** \(tier)\n\n" + body, as: Self.template
        ).lines
    }

    private static let good = """
        ## 1. PURPOSE

        It pays.

        ## 🔌 2. Interfaces

        ### 2.1 Inbound

        The shop.

        ## 3. Risk Assessment

        | Risk | Probability | Response plan |
        |------|-------------|---------------|
        | Slow | Low | Cache |

        ## 4. On-Call

        R. Osei
        """

    @Test func `numbers, case, emoji, synonyms and what is optional do not matter`() throws {
        #expect(try lines(Self.good) == [])
    }

    @Test func `titles of another level do not matter`() throws {
        let deeper = Self.good.replacing("## ", with: "### ")
        #expect(try lines("## Specification\n\n" + deeper) == [])
    }

    @Test func `what is missing is asked for where it should stand`() throws {
        let one = try lines("## Purpose\n\nIt pays.\n\n## On-call\n\nR. Osei\n")
        #expect(
            one == [
                "10:1 missing-section: section \"Interfaces\" is missing after \"Purpose\"",
                "10:1 missing-section: section \"Risks\" is missing after \"Purpose\"",
            ])
        let first = try lines(Self.good.replacing("## 1. PURPOSE\n\nIt pays.\n\n", with: ""))
        #expect(
            first == [
                "6:1 missing-section: section \"Purpose\" is missing"
            ])
        let last = try lines(Self.good.replacing("## 4. On-Call\n\nR. Osei", with: ""))
        #expect(
            last == [
                "20:23 missing-section: section \"On-call\" is missing after \"Risk Assessment\""
            ])
        let inner = try lines(
            Self.good.replacing("### 2.1 Inbound\n\nThe shop.\n", with: "Text.\n"))
        #expect(
            inner == [
                "14:1 missing-section: section \"Inbound\" is missing below \"Interfaces\""
            ])
    }

    @Test func `a section is found by its table where its name says nothing`() throws {
        let body = Self.good.replacing("3. Risk Assessment", with: "3. What keeps us awake")
            .replacing("Response plan", with: "Mitigation")
        let found = try lines(body)
        #expect(
            found == [
                "16:1 renamed-section: section \"What keeps us awake\" seems to be what the "
                    + "template calls \"Risks\""
            ])
    }

    @Test
    func `words tell sections apart that the vocabulary knows, unless nearly all are the same`()
        throws
    {
        let template =
            "# [T]\n\n## Non-Functional Requirements\n\n[A]\n\n## Data Model Changes\n\n[B]\n"
        let lines = try Checked(
            "# T\n\n## Functional Requirements\n\nA.\n\n## Data Model\n\nB.\n", as: template
        ).lines
        #expect(
            lines == [
                "7:1 missing-section: section \"Non-Functional Requirements\" is missing",
                "7:1 renamed-section: section \"Data Model\" seems to be what the template calls "
                    + "\"Data Model Changes\"",
            ])
    }

    @Test func `a section elsewhere is out of place, not missing`() throws {
        let body = Self.good.replacing("## 4. On-Call", with: "### On-Call")
        let found = try lines(body)
        #expect(
            found == [
                "22:1 misplaced-section: section \"On-Call\" is out of place: the template has it "
                    + "below no other section"
            ])
    }

    @Test func `values, columns and metadata`() throws {
        let body = Self.good.replacing("| Low |", with: "| Often |")
        let found = try lines(body, tier: "Platinum")
        #expect(
            found == [
                "4:11 unknown-choice: Tier \"Platinum\" is none of the template's: Gold, Silver, "
                    + "Bronze",
                "20:10 unknown-choice: likelihood \"Often\" is none of the template's: High, "
                    + "Medium, Low",
            ])
        let empty = try lines(Self.good, tier: "")
        #expect(
            empty == [
                "4:3 missing-metadata: metadata \"Tier\" is empty"
            ])
    }

    @Test func `a level, a remark and another spelling are choices, too`() throws {
        for value in ["Med", "medium", "HIGH — until May", "Low (measured)", "N/A", "–"] {
            #expect(try lines(Self.good.replacing("| Low |", with: "| \(value) |")) == [])
        }
    }

    @Test func `a template that asks for nothing finds nothing`() throws {
        for template in ["", "# Title\n", "text\n", "# [A]\n\n## [B]\n"] {
            #expect(try Checked("# A\n\n## B\n", as: template).lines == [])
        }
    }
}
