local mitigations = require "mitigations"
local register = require "register"
local scoring = require "scoring"

local function among(levels, level)
  for _, name in ipairs(levels) do
    if name == level then return true end
  end
  return false
end

local risk_mitigated = {
  summary = "a high risk names its mitigation",
  severity = "error",
  each = "risk",
  why = "A high risk that nobody plans against is accepted by accident.",
  fix = "Write what lowers its likelihood or impact, or that it is accepted and by whom.",
  run = function(risk, report, options)
    if risk.placeholder or mitigations.of(risk) ~= "" then return end
    local name = text.cut(text.collapse(risk.text or ""), 60)
    if among(options.levels, risk.impact) then
      report(risk:at "mitigation", '%s-impact risk "%s" has no mitigation', risk.impact, name)
      return
    end
    local _, rating = scoring.score(risk, scoring.scale(risk.spec, options.scale))
    local level = rating and text.lower(rating):gsub(" ", "-")
    if among(options.levels, level) then
      report(risk:at "mitigation", 'risk "%s" is rated %s and has no mitigation', name, level)
    end
  end,
}

return {
  checks = { ["risk-mitigated"] = risk_mitigated },
  exports = {
    csv = {
      summary = "the risks of all specs as a register, the highest first",
      extension = "csv",
      run = function(workspace, artifact, options)
        local rows = register.rows(workspace, options.scale)
        csv.write(artifact, rows, { header = register.columns })
      end,
    },
  },
}
