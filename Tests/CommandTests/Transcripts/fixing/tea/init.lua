return {
  checks = {
    ["tea-served"] = {
      summary = "tea is served, never coffee",
      severity = "warning",
      each = "goal",
      run = function(goal, report)
        if not goal.raw.text:find "coffee" then return end
        report {
          at = goal:at "text", message = "serve tea",
          fix = function(edit) edit:set(goal, "text", (goal.raw.text:gsub("coffee", "tea"))) end,
        }
      end,
    },
  },
}
