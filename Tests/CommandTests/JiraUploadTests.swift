import Foundation
import TestSupport
import Testing

private let hasTools =
    (try? Console.shell("curl --version && jq --version && python3 --version"))?.status == 0

/// `examples/jira/upload` against a stand-in that answers as Jira's documents say.
@Suite(.enabled(if: hasTools, "needs curl, jq and python3"))
struct JiraUploadTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "perilune.yml",
            """
            specs: [ { include: "*.md" } ]
            exports:
              plan: { use: jira-issues/plan, project: PAY, output: plan.jsonl }

            """)
        try folder.write("many.md", Self.spec)
    }

    /// 60 requirements of which one is refused, and a phase with three tasks.
    private static let spec =
        "# Many\n\n## Functional Requirements\n\n| ID | Requirement |\n|----|----|\n"
        + (1...60).map { "| FR-\($0) | \($0 == 7 ? "refused" : "wish \($0)") |\n" }.joined()
        + "\n## Implementation Plan\n\n### Phase 1: Begin\n- [ ] Dig\n- [ ] Fill\n- [ ] Pave\n"

    private func session(_ commands: String) throws -> Console.Run {
        let upload = Repository.root.appending(path: "examples/jira/upload").path
        let server = Repository.root.appending(path: "Tests/CommandTests/Jira/stand-in.py").path
        let session = try folder.write(
            "session",
            """
            exec 3< <(exec python3 \(server) issues.jsonl)
            server=$!
            trap 'kill $server' EXIT
            read -r port <&3
            export JIRA_URL=http://127.0.0.1:$port JIRA_USER=me@acme.org JIRA_TOKEN=secret
            export PERILUNE=\(Console.binary.path)
            perilune() { "$PERILUNE" "$@"; }
            upload() { bash \(upload) "$@"; }
            \(commands)
            """)
        return try Console.run("/bin/bash", [session.path], in: folder.url)
    }

    @Test func `a plan is uploaded, and what was refused is planned again`() throws {
        let run = try session(
            """
            perilune export plan -q && upload plan.jsonl; echo "status $?"
            wc -l < issues.jsonl
            perilune export plan --plan
            jq -r 'select(.fields.parent != null) | .fields.parent.key' issues.jsonl | sort | uniq -c
            sed -i 's/refused/welcome/; s/wish 9 /wish nine /; /wish 11 /d' many.md
            perilune export plan -q && upload plan.jsonl; echo "status $?"
            wc -l < issues.jsonl
            jq -r .fields.summary issues.jsonl | grep -E 'nine|welcome'
            perilune export plan -q && upload plan.jsonl; echo "status $?"
            wc -l < issues.jsonl
            """)
        let refusal = "upload: many.md#FR-7: {\"errorMessages\":[],"
        #expect(run.errors.contains(refusal), "\(run.errors)")
        #expect(run.errors.contains("is no longer in the specs: FR-11: wish 11"))
        #expect(
            run.output == """
                status 1
                63
                create  -  many.md#FR-7  FR-7: refused
                      3 PAY-1
                status 0
                64
                FR-9: wish nine
                FR-7: welcome
                status 0
                64

                """)
    }

    @Test func `who may not is told, and nothing is recorded`() throws {
        let run = try session(
            "perilune export plan -q; JIRA_TOKEN=other upload plan.jsonl; echo $?; ls .perilune")
        #expect(run.output == "1\n")
        #expect(run.errors.contains("upload: Jira answered 401"))
    }
}
