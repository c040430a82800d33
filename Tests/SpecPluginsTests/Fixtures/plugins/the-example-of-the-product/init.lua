---@type perilune.Plugin
return {
  checks = {
    ["risk-mitigated"] = {
      summary  = "a high-impact risk names its mitigation",
      severity = "error",
      each     = "risk",                       -- an item kind, a block kind, "section", "spec" or "workspace"
      run = function(risk, report)
        if risk.impact == "high" and risk.mitigation == "" then
          report(risk:at "mitigation", "high-impact risk %q has no mitigation", risk.title)
        end
      end,
    },
  },
  transforms = {
    ["number-requirements"] = {
      summary = "gives every requirement without an id the next free one",
      each = "spec",
      run = function(spec, edit)
        for _, requirement in ipairs(spec:items "requirement") do
          if requirement.id == nil then edit:set(requirement, "id", spec:next_id "FR") end
        end
      end,
    },
  },
  exports = {
    csv = {
      summary = "a risk register for people who live in spreadsheets",
      extension = "csv",
      run = function(workspace, artifact, options)
        local rows = {}
        for _, risk in ipairs(workspace:items "risk") do rows[#rows + 1] = { Risk = risk.title } end
        artifact:write(csv.encode(rows, { header = { "Risk" } }))
      end,
    },
  },
}
