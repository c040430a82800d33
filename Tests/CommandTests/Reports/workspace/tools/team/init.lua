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
          report(risk:at "impact", "nobody owns the risk %q", risk.text)
        end
      end,
    },
    ["calm-goals"] = {
      summary = "a goal does not shout",
      severity = "warning",
      each = "goal",
      run = function(goal, report)
        if goal.text:find "!" then report(goal, "%q shouts: {0} and [this](0)", goal.text) end
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
