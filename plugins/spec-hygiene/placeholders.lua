local placeholders = {}

--- Is a text what the template left, such as "[Ready/In Progress/Blocked]"?
function placeholders.stands_in(spec, s)
  if text.is_blank(s) then return false end
  for _, placeholder in ipairs(spec.placeholders) do
    if text.collapse(placeholder.text) == text.collapse(s) then return true end
  end
  return false
end

-- Says what is missing in the words of the placeholder's own style.
local SAYINGS = {
  date = 'the date "%s" was never filled in',
  token = '"%s" still stands where something has to be decided',
}

placeholders.unfilled = {
  summary = "no template text is left to fill",
  severity = "warning",
  each = "placeholder",
  why = "A reader cannot tell a place that was forgotten from one where there is nothing to say.",
  fix = "Write what belongs there, or delete the row or section.",
  run = function(placeholder, report)
    if placeholder.style == "choice" then return end -- unmade-choice says it better
    local saying = SAYINGS[placeholder.style] or 'the placeholder "%s" was never filled in'
    report(placeholder, saying, text.collapse(placeholder.text))
  end,
}

placeholders.unmade_choice = {
  summary = "every list of choices is narrowed to one",
  severity = "warning",
  each = "placeholder",
  why = '"Draft | In Review | Approved" says nothing about the status of a spec.',
  fix = "Keep the one that holds and delete the others.",
  run = function(placeholder, report)
    if placeholder.style ~= "choice" then return end
    report(placeholder, 'no choice was made of "%s"', text.collapse(placeholder.text))
  end,
}

return placeholders
