return {
  checks = {
    shouting = {
      summary = "a goal does not shout",
      severity = "error",
      each = "goal",
      why = "Who shouts is not heard.",
      fix = "Say it again, calmly.",
      run = function(goal, report, options)
        local _, marks = goal.text:gsub("!", "")
        if marks > options.marks then report(goal:at "text", "%q shouts", goal.text) end
      end,
    },
    ["no-goal"] = {
      summary = "a spec has a goal",
      severity = "error",
      each = "spec",
      run = function(spec, report)
        if #spec:items "goal" == 0 then report(spec, "%s has no goal", spec.path) end
      end,
    },
  },
  transforms = {
    number = {
      summary = "gives every requirement without an id the next free one",
      each = "spec",
      run = function(spec, edit)
        for _, requirement in ipairs(spec:items "requirement") do
          if requirement.id == "" then edit:set(requirement, "id", spec:next_id "FR") end
        end
      end,
    },
  },
  exports = {
    list = {
      summary = "all requirements",
      extension = "csv",
      run = function(workspace, artifact, options)
        for _, requirement in ipairs(workspace:items "requirement") do
          artifact:write(table.concat(
            { requirement.id, requirement.text, requirement.spec.path }, options.separator) .. "\n")
        end
      end,
    },
  },
}
