local team = require "team-lib"
local levels = require "team-lib.levels"

return {
  checks = {
    ["risk-owned"] = {
      summary = "a risk that matters has an owner",
      severity = "error",
      each = "risk",
      run = function(risk, report)
        if levels.matters(risk.impact) and text.is_blank(risk.owner) then
          report(risk, "%s", team.says(risk))
        end
      end,
    },
  },
}
