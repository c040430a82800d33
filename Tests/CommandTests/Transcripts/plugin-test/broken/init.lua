return {
  checks = {
    ["errs"] = {
      summary = "errs on risks", severity = "error", each = "risk",
      run = function(risk, report) report(risk, risk.nothing) end,
    },
    ["finds"] = {
      summary = "finds goals", severity = "error", each = "goal",
      run = function(goal, report) report(goal, "a goal: %s", goal.text) end,
    },
  },
  transforms = {
    ["none"] = { summary = "changes nothing", run = function() end },
  },
}
