import SpecModel
import SpecQuery
import Testing

/// What each part of the language finds, a row each.
@Suite struct QueryTests {
    @Test(arguments: [
        // Kinds.
        ("risk", "r1 r2 r3"),
        (" risk , threat ", "r1 r2 r3 t1"),
        ("threat,risk", "r1 r2 r3 t1"),
        ("risk,risk[impact=high]", "r1 r2 r3"),
        ("slo", "s1"),
        ("*[kind=threat]", "t1"),
        ("[kind=threat]", "t1"),
        // Values that are there, and that are not.
        ("risk[owner]", "r1"),
        ("risk[!owner]", "r2 r3"),
        ("risk[mitigation]", "r2"),
        ("risk[!mitigation]", "r1 r3"),
        ("risk[mitigation=\"\"]", "r1 r3"),
        ("risk[mitigation!='']", "r2"),
        ("alternative[!cons]", "a1"),
        ("alternative[cons]", ""),
        // Equality: the author's text or what it means, whatever the case and the white space.
        ("risk[impact=high]", "r1"),
        ("risk[impact='🔴 h']", "r1"),
        ("risk[impact=very-high]", "r2"),
        ("risk[impact='very high']", "r2"),
        ("risk[impact=VERY_HIGH]", "r2"),
        ("risk[likelihood=3]", "r1"),
        ("risk[likelihood=Medium]", "r1"),
        ("risk[text='card vault  OUTAGE']", "r1"),
        ("risk[text='gebühren steigen']", "r2"),
        ("risk[text='card\\nvault outage']", "r1"),
        ("risk[text=card]", ""),
        ("risk[impact!=high]", "r2 r3"),
        ("risk[owner!=nobody]", "r1 r2 r3"),
        ("risk[id=R-1]", "r1"),
        ("risk[id=r-1]", "r1"),
        // Contains.
        ("risk[text~vault]", "r1"),
        ("risk[text~'T OU']", "r1"),
        ("risk[text~bÜhr]", "r2"),
        ("risk[text!~vault]", "r2 r3"),
        ("risk[owner~osei]", "r1"),
        ("risk[owner!~osei]", "r2 r3"),
        ("question[text~'\"pays\"']", "q1"),
        ("question[text~\"\\\"pays\\\"\"]", "q1"),
        // Order: levels, numbers of one unit, dates.
        ("risk[impact>=high]", "r1 r2"),
        ("risk[impact>high]", "r2"),
        ("*[impact<medium]", "t1"),
        ("risk[impact<=high][impact>=medium]", "r1"),
        ("risk[likelihood>2]", "r1"),
        ("risk[likelihood>=high]", ""),
        ("metric[target>=99]", "m2"),
        ("metric[target<=99.9%]", "m2"),
        ("metric[target<0]", "m3"),
        ("metric[target>=-2.5][target<=-2.5]", "m3"),
        ("metric[target<300ms]", "m1"),
        ("metric[target<'300 MS']", "m1"),
        ("metric[target<1s]", ""),
        ("revision[date>=2026-01-01]", "d1"),
        ("revision[date<2026-01-31]", "d2"),
        ("revision[date<=2026-01]", "d1 d2"),
        ("revision[date>2026-01]", ""),
        ("risk[\"due date\"<2026-04]", "r1"),
        // What a vocabulary says that a text is read as, and what stands above it.
        ("budget[cost>100]", "b1"),
        ("budget[cost=1200]", "b1"),
        ("budget[cost<=90€]", "b2"),
        ("budget[cost~200]", "b1 b3"),
        ("budget[due<2026-05-02]", "b1"),
        ("budget[due=2026-03-01]", "b1"),
        ("budget[due=2026-05]", "b2"),
        ("budget[due!=2026-03]", "b2 b3"),
        ("budget[priority]", "b2"),
        ("budget[!priority]", "b1 b3"),
        ("budget[priority>=high]", "b2"),
        ("budget[priority~must]", "b2"),
        ("budget[title~'of b3']", "b3"),
        ("threat[spec.created=2026-05-05]", "t1"),
        ("threat[spec.'due'<2026-06]", "t1"),
        // Booleans.
        ("question[done]", "q2"),
        ("question[!done]", "q1"),
        ("question[done=false]", "q1"),
        ("question[done=Yes]", "q2"),
        ("question[done!=true]", "q1"),
        ("question[done='']", ""),
        // Lists and named texts: any of them.
        ("alternative[pros=cheap]", "a1"),
        ("alternative[pros~eap]", "a1"),
        ("alternative[pros!=cheap]", ""),
        ("variable[values=p.example]", "v1"),
        ("variable[values.production=p.example]", "v1"),
        ("variable[values.\"Production\"=p.example]", "v1"),
        ("variable[values.staging=p.example]", ""),
        ("variable[!values.test]", "v1"),
        ("risk[impact.high]", ""),
        // What every item has.
        ("*[key=q2]", "q2"),
        ("[line=10]", "r1"),
        ("risk[line>10]", "r2 r3"),
        ("[placeholder]", "r3"),
        ("risk[placeholder=false]", "r1 r2"),
        ("[section=risks]", "r1 r2 r3"),
        ("[section='risks and mitigations']", "r1 r2 r3"),
        ("[section='Card vault']", "r2"),
        ("[section~vault]", "r2"),
        ("[section!=risks][kind=risk]", ""),
        ("[title=uptime]", "m2"),
        ("[title='its own title']", "s1"),
        ("[title='card vault outage']", "r1"),
        // Columns and metadata by their own names.
        ("risk['Team'=web]", "r1 r2"),
        ("risk[\"team\"=ledger]", "r2"),
        ("risk[\"Due date\"]", "r1"),
        ("risk[!'Due date']", "r2 r3"),
        ("threat[spec.status=in-review]", "t1"),
        ("threat[spec.status='in review 🚧']", "t1"),
        ("threat[spec.status='in review']", "t1"),
        ("threat[spec.status=approved]", ""),
        ("threat[spec.status!=approved]", "t1"),
        ("threat[spec.title=payments]", "t1"),
        ("threat[spec.template=feature]", "t1"),
        ("threat[spec.path~pay]", "t1"),
        ("threat[spec.author~osei]", "t1"),
        ("threat[!spec.reviewers]", "t1"),
        ("threat[spec.related-prd=PRD-7]", "t1"),
        ("threat[spec.related_prd=PRD-7]", "t1"),
        ("threat[spec.'cost centre'=4711]", "t1"),
        ("threat[spec.'cost center'=4711]", ""),
        // White space.
        (" risk [ impact >= high ] [ ! mitigation ] ", "r1"),
    ])
    func finds(_ selector: String, _ expected: String) throws {
        #expect(try found(selector) == expected.split(separator: " ").map(String.init))
    }

    @Test func theKindsThatItMayFind() throws {
        #expect(try Query("risk,threat,risk", names: names).kinds == ["risk", "threat"])
        #expect(try Query("risk,*", names: names).kinds == nil)
        #expect(try Query("[owner]", names: names).kinds == nil)
    }

    @Test func placeholdersAreAskedForByName() throws {
        #expect(try Query("risk[!placeholder]", names: names).asksForPlaceholders)
        #expect(try !Query("risk['placeholder']", names: names).asksForPlaceholders)
    }

    @Test func fieldsAreListedForColumns() throws {
        let list = try FieldReference.list(
            "id, 'Due date',spec.related_prd , values.a", of: nil, names: names)
        #expect(
            list.map(\.description) == ["id", "\"Due date\"", "spec.related-prd", "values.a"])
        #expect(list[1].texts(of: spec.items[0], in: spec) == ["2026-03-01"])
        #expect(list[0].texts(of: spec.items[4], in: spec) == [])
    }

    @Test func workIsBounded() throws {
        let query = try Query("*[text~vault]", names: names)
        var enough = Work(1_000_000)
        #expect(query.items(in: spec, work: &enough) == query.items(in: spec))
        #expect(!enough.isExhausted)
        let used = 1_000_000 - enough.remaining
        var exact = Work(used)
        #expect(query.items(in: spec, work: &exact) == query.items(in: spec))
        #expect(!exact.isExhausted)
        for less in 0..<used {
            var work = Work(less)
            _ = query.items(in: spec, work: &work)
            #expect(work.isExhausted)
            #expect(work.remaining == 0)
        }
    }
}
