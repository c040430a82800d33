return {
  checks = {
    ["owner-named"] = {
      summary = "a risk has an owner",
      severity = "warning",
      each = "risk",
      run = function(risk, report)
        if risk.owner == "" then report(risk, "nobody owns %q", risk.title) end
      end,
    },
  },
}
