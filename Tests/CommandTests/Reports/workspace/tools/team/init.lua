return {
  checks = {
    ["risk-owner"] = {
      summary = "a risk of high impact has an owner",
      severity = "error",
      each = "risk",
      why = "What nobody owns, nobody watches.",
      fix = "Name somebody in the column Owner.",
      run = function(risk, report)
        if risk.impact == "high" and (risk.owner or "") == "" then
          report {
            at = risk:at "impact",
            message = string.format("nobody owns the risk %q", risk.text),
            related = { { at = risk.section, message = "risks stand here" } },
            fix = function(edit)
              edit:set(risk, "owner", "🌙 Ines")
              edit:set(risk, "impact", "medium")
            end,
          }
        end
      end,
    },
    ["calm-goals"] = {
      summary = "a goal does not shout",
      severity = "warning",
      each = "goal",
      run = function(goal, report)
        if goal.text:find "!" then
          report {
            at = goal, message = string.format("%q shouts: {0} and [this](0)", goal.text),
            fix = function(edit) edit:set(goal, "text", (goal.text:gsub("!", ""))) end,
          }
        end
      end,
    },
    ["short-code"] = {
      summary = "code is short",
      severity = "info",
      each = "code",
      run = function(code, report) report(code, "<code> is \"long\" & 100 %%") end,
    },
  },
}
