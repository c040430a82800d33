local function source(thing, field)
  return thing.raw[field]
end

return {
  checks = {
    shouting = {
      summary = "a goal does not shout",
      severity = "warning",
      each = "goal",
      run = function(goal, report)
        local calm = text.trim((source(goal, "text"):gsub("!", "")))
        if calm == source(goal, "text") then return end
        report {
          at = goal:at "text", message = "the goal shouts",
          fix = function(edit) edit:set(goal, "text", calm) end,
        }
      end,
    },
    twice = {
      summary = "no word stands in a goal twice",
      severity = "error",
      each = "goal",
      run = function(goal, report)
        local first, word = source(goal, "text"):match "(.*%f[%w](%w+)) %2%f[%W]"
        if not word then return end
        local rest = source(goal, "text"):sub(#first + #word + 2)
        report {
          at = goal:at "text", message = word .. " " .. word,
          fix = function(edit) edit:set(goal, "text", first .. rest) end,
        }
      end,
    },
    mitigated = {
      summary = "a risk has a mitigation",
      severity = "error",
      each = "risk",
      run = function(risk, report)
        if not text.is_blank(risk.mitigation) then return end
        report {
          at = risk:at "mitigation", message = ("risk %q has no mitigation"):format(risk.title),
          unsafe_fix = function(edit) edit:set(risk, "mitigation", "Accept") end,
        }
      end,
    },
    longer = {
      summary = "a goal is longer than it is",
      severity = "info",
      preset = "strict",
      each = "goal",
      run = function(goal, report)
        report {
          at = goal:at "text", message = "a longer goal",
          fix = function(edit) edit:set(goal, "text", source(goal, "text") .. " and on") end,
        }
      end,
    },
  },
  transforms = {
    number = {
      summary = "numbers requirements",
      each = "requirement",
      run = function(requirement, edit)
        if text.is_blank(requirement.id) then
          edit:set(requirement, "id", requirement.spec:next_id "FR")
        end
      end,
    },
    lower = {
      summary = "writes goals in lower case",
      each = "goal",
      run = function(goal, edit) edit:set(goal, "text", source(goal, "text"):lower()) end,
    },
    upper = {
      summary = "writes goals in upper case",
      each = "goal",
      run = function(goal, edit) edit:set(goal, "text", source(goal, "text"):upper()) end,
    },
  },
}
