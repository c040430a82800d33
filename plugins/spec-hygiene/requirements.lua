local requirements = {}

requirements.duplicate_id = {
  summary = "every requirement has an id of its own",
  severity = "error",
  each = "spec",
  why = "Tests and tickets point at ids; two requirements behind one id cannot be told apart.",
  fix = "Give the later requirement the next free id.",
  run = function(spec, report)
    local first = {}
    for _, requirement in ipairs(spec:items "requirement") do
      local id = text.trim(requirement.id or "")
      local same = first[text.lower(id)]
      if id == "" or requirement.placeholder then
        -- Nothing to compare.
      elseif same then
        report(requirement:at "id", "requirement id %s is taken by line %d", id, same.line)
      else
        first[text.lower(id)] = requirement
      end
    end
  end,
}

requirements.missing_acceptance_criteria = {
  summary = "every requirement says how it is accepted",
  severity = "warning",
  each = "requirement",
  why = "Without acceptance criteria nobody can say that a requirement is met, or is not.",
  fix = "Add what can be observed once the requirement is met: an input, a result, a limit.",
  run = function(requirement, report)
    if requirement.placeholder or not text.is_blank(requirement.acceptance) then return end
    local name = text.trim(requirement.id or "")
    if name == "" then name = '"' .. text.cut(text.collapse(requirement.text or ""), 60) .. '"' end
    report(requirement:at "acceptance", "requirement %s has no acceptance criteria", name)
  end,
}

return requirements
