-- Everything a spec offers, told by one check.
local function tell(report, place, name, value)
  report(place, "%s = %s", name, json.encode(value == nil and json.null or value))
end

return {
  checks = {
    tell = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        for _, name in ipairs { "kind", "path", "line", "title", "status", "template", "author",
          "version", "metadata", "tasks", "code", "raw" } do
          tell(report, spec, name, spec[name])
        end
        tell(report, spec:section "risks", "section", spec:section "risks")
        tell(report, spec:at "author", "at", "author")
        tell(report, spec:at "title", "at", "title")
        tell(report, spec:at "target_release", "at", "nothing")
        tell(report, spec, "next", { spec:next_id "FR", spec:next_id "FR", spec:next_id "R" })
        local risk = spec:items("risk")[1]
        tell(report, risk, "risk", risk)
        tell(report, risk:at "mitigation", "section", risk.section.title)
        tell(report, risk:at(), "same", { risk.spec == spec, risk.section == spec:section "risks",
          spec:items("risk")[1] == risk, risk.section.spec == spec, risk == risk:at() })
        tell(report, risk.section:at(), "items", #risk.section:items "risk")
        tell(report, risk.section, "parent", risk.section.parent.title)
        local requirement = spec:items("requirement")[2]
        tell(report, requirement:at "Team", "extra", requirement.extra)
        tell(report, requirement:at "acceptance", "acceptance", requirement.acceptance)
        tell(report, risk:at("text", "vault"), "says", { risk:says "text", risk:says "mitigation" or "-",
          risk:says "owner" or "-", requirement:says "text" or "-" })
        local question = spec:items("question")[1]
        tell(report, question:at "done", "question", { question.done, question.owner })
        local names = {}
        for key in pairs(question) do names[#names + 1] = key end
        tell(report, question, "pairs", names)
      end,
    },
  },
}
