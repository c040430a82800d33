local placeholders = require "placeholders"
local questions = require "questions"
local requirements = require "requirements"
local sections = require "sections"

local blocked_dependency = {
  summary = "a dependency is not blocked",
  severity = "warning",
  each = "dependency",
  why = "A plan that waits for something that cannot come is not a plan.",
  fix = "Unblock the dependency, plan without it, or update its status.",
  run = function(dependency, report, options)
    if placeholders.stands_in(dependency.spec, dependency.status) then return end
    for _, word in ipairs(options.words) do
      if text.contains(dependency.status, word) then
        local owner = dependency.owner or ""
        report(dependency:at "status", "dependency %q is %s%s", dependency.name or "", word,
          owner ~= "" and ", ask " .. owner or "")
        return
      end
    end
  end,
}

return {
  checks = {
    ["blocked-dependency"] = blocked_dependency,
    ["duplicate-requirement-id"] = requirements.duplicate_id,
    ["empty-section"] = sections.empty,
    ["missing-acceptance-criteria"] = requirements.missing_acceptance_criteria,
    ["open-question-in-approved-spec"] = questions.open_in_approved_spec,
    ["unfilled-placeholder"] = placeholders.unfilled,
    ["unmade-choice"] = placeholders.unmade_choice,
  },
}
