return {
  checks = {
    ["coffee-served"] = {
      summary = "coffee is served, never tea",
      severity = "warning",
      each = "goal",
      run = function(goal, report)
        if not goal.raw.text:find "tea" then return end
        report {
          at = goal:at "text", message = "serve coffee",
          fix = function(edit) edit:set(goal, "text", (goal.raw.text:gsub("tea", "coffee"))) end,
        }
      end,
    },
  },
}
