import SpecQuery
import Testing

/// What a selector that is wrong is told, with the part of it that is wrong between `⟦` and `⟧`.
@Suite struct QueryErrorTests {
    @Test(arguments: [
        ("⟦⟧", "it is empty; expected a kind, such as \"risk\", or \"*\" for all"),
        ("  ⟦⟧", "it is empty; expected a kind, such as \"risk\", or \"*\" for all"),
        ("⟦risks⟧[id]", "unknown kind \"risks\"; did you mean \"risk\"?"),
        (
            "risk,⟦nothing⟧",
            "unknown kind \"nothing\"; expected one of \"risk\", \"threat\", \"metric\", "
                + "\"question\", \"alternative\", \"variable\", \"revision\", \"slo\", \"budget\""
        ),
        (
            "risk[⟦impcat⟧=high]",
            "the kind \"risk\" has no field \"impcat\"; did you mean \"impact\"?"
        ),
        (
            "risk[⟦done⟧]",
            "the kind \"risk\" has no field \"done\"; a name of the document's own stands in quotes"
        ),
        (
            "*[!⟦windo⟧]", "no kind has a field \"windo\"; did you mean \"window\"?"
        ),
        ("risk[spec.⟦statsu⟧=draft]", "a spec has no field \"statsu\"; did you mean \"status\"?"),
        ("risk[⟦spec⟧=x]", "\"spec\" alone is no field; write \"spec.status\" or another of it"),
        ("risk[spec.⟦=⟧x]", "found \"=\", expected a name, such as \"status\""),
        ("risk[⟦]⟧", "found \"]\", expected the name of a field"),
        (
            "risk[id⟦⟧",
            "it ends here; expected \"]\" or an operator: \"=\", \"!=\", \"~\", \"!~\", "
                + "\"<\", \"<=\", \">\", \">=\""
        ),
        (
            "risk[⟦idé⟧=x]",
            "the kind \"risk\" has no field \"idé\"; a name of the document's own stands in quotes"
        ),
        (
            "risk[id ⟦,⟧]",
            "found \",\", expected \"]\" or an operator: \"=\", \"!=\", \"~\", \"!~\", "
                + "\"<\", \"<=\", \">\", \">=\""
        ),
        ("risk[id=⟦]⟧", "found \"]\", expected a value; an empty one is \"\""),
        ("risk[id=⟦⟧", "it ends here; expected a value; an empty one is \"\""),
        ("risk[id=x⟦⟧", "it ends here; expected \"]\""),
        ("risk[id⟦==⟧x]", "unknown operator \"==\"; did you mean \"=\"?"),
        ("risk[id⟦~=⟧x]", "unknown operator \"~=\"; did you mean \"~\"?"),
        ("risk[id⟦*=⟧x]", "unknown operator \"*=\"; did you mean \"~\"?"),
        ("risk[id⟦=>⟧x]", "unknown operator \"=>\"; did you mean \">=\"?"),
        (
            "risk[id⟦^=⟧x]",
            "unknown operator \"^=\"; expected one of \"=\", \"!=\", \"~\", \"!~\", \"<\", \"<=\", "
                + "\">\", \">=\""
        ),
        (
            "risk[!id⟦=⟧x]",
            "found \"=\", expected \"]\"; a filter that begins with \"!\" has no value"
        ),
        ("risk[owner=⟦R. Osei⟧]", "a value with spaces or commas stands in quotes"),
        ("risk[owner=⟦Osei,Ruth⟧]", "a value with spaces or commas stands in quotes"),
        ("risk[owner=⟦“Osei”⟧]", "typographic quotes are none here; write \"…\""),
        ("risk[owner=⟦\"Osei]⟧", "the quote is never closed"),
        ("risk[owner='⟦\\⟧x']", "a \"\\\" is followed by \", ', \\, n or t"),
        ("risk[owner~⟦⟧", "it ends here; expected a value; an empty one is \"\""),
        ("risk[owner⟦~\"\"⟧]", "\"~\" needs a value that is not empty"),
        ("risk[owner⟦!~\" \"⟧]", "\"!~\" needs a value that is not empty"),
        ("risk[owner⟦<''⟧]", "\"<\" needs a value that is not empty"),
        (
            "risk[impact⟦>=hihg⟧]",
            "\">=\" compares levels, numbers and dates such as 2026-01-31; found \"hihg\"; did you "
                + "mean \"high\"?"
        ),
        (
            "risk[impact⟦<2026-13-01⟧]",
            "\"<\" compares levels, numbers and dates such as 2026-01-31; found \"2026-13-01\"; "
                + "expected one of \"very-low\", \"low\", \"medium\", \"high\", \"very-high\", "
                + "\"critical\""
        ),
        ("risk ⟦t⟧hreat", "found \"t\", expected \"[\", \",\" or the end of the selector"),
        (
            "risk⟦\u{0}⟧", "found \"\\0\", expected \"[\", \",\" or the end of the selector"
        ),
        ("risk,⟦⟧", "it ends here; expected a kind, \"*\" or \"[\""),
        ("⟦(⟧risk)", "found \"(\", expected a kind, \"*\" or \"[\""),
        ("risk[id=a⟦|⟧b]", "found \"|\", expected \"]\""),
        (
            "risk[⟦values⟧.]",
            "the kind \"risk\" has no field \"values\"; a name of the document's own stands in quotes"
        ),
        ("variable[values.⟦]⟧", "found \"]\", expected a name"),
    ])
    func isTold(_ marked: String, _ message: String) throws {
        let start = try #require(marked.utf8Offset(of: "⟦"))
        let end = try #require(marked.utf8Offset(of: "⟧")) - "⟦".utf8.count
        let selector = String(marked.filter { $0 != "⟦" && $0 != "⟧" })
        do throws(QueryError) {
            let query = try Query(selector, names: names)
            Issue.record("it reads as \(query)")
        } catch {
            #expect(error.message == message)
            #expect(error.range == start..<end)
            #expect(error.column == start + 1)
        }
    }

    @Test func whatIsLongIsCutInMessages() throws {
        let long = String(repeating: "x", count: 3_000)
        for selector in [
            long, "risk[\(long)]", "risk[spec.\(long)]", "risk[id<\(long)]",
            "risk[id\(String(repeating: "=", count: 3_000))x]",
        ] {
            do throws(QueryError) {
                _ = try Query(selector, names: names)
                Issue.record("it was read")
            } catch {
                #expect(error.message.contains("…\""))
                #expect(error.message.utf8.count < 300)
            }
        }
    }

    @Test func aSelectorHasABound() throws {
        let long = "risk[text~" + String(repeating: "a", count: Query.longest)
        do throws(QueryError) {
            _ = try Query(long, names: names)
            Issue.record("it was read")
        } catch {
            #expect(error.message == "4106 bytes are more than the 4096 that are read")
            #expect(error.column == 4097)
        }
        let fits = "risk[text~" + String(repeating: "a", count: Query.longest - 11) + "]"
        #expect(try found(fits) == [])
    }
}

extension String {
    fileprivate func utf8Offset(of mark: Character) -> Int? {
        firstIndex(of: mark).map { utf8.distance(from: startIndex, to: $0) }
    }
}
