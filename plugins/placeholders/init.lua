-- Says what is missing in the words of the placeholder's own style.
local SAYINGS = {
  date = 'the date "%s" was never filled in',
  token = '"%s" still stands where something has to be decided',
}

local placeholder_filled = {
  summary = "no template text is left to fill",
  severity = "warning",
  preset = "minimal",
  each = "placeholder",
  why = "A reader cannot tell a place that was forgotten from one where there is nothing to say.",
  fix = "Write what belongs there, or delete the row or section.",
  run = function(placeholder, report)
    if placeholder.style == "choice" then return end -- choice-made says it better
    local saying = SAYINGS[placeholder.style] or 'the placeholder "%s" was never filled in'
    report(placeholder, saying, text.collapse(placeholder.text))
  end,
}

local choice_made = {
  summary = "every list of choices is narrowed to one",
  severity = "warning",
  preset = "minimal",
  each = "placeholder",
  why = '"Draft | In Review | Approved" says nothing about the status of a spec.',
  fix = "Keep the one that holds and delete the others.",
  run = function(placeholder, report)
    if placeholder.style ~= "choice" then return end
    report(placeholder, 'no choice was made of "%s"', text.collapse(placeholder.text))
  end,
}

-- Does another section stand below one? The first of those comes right behind it.
local function has_children(sections, index)
  local next = sections[index + 1]
  return next ~= nil and next.parent == sections[index]
end

local section_written = {
  summary = "a section says something, or says that it is optional",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "An empty section reads as done to whoever skims the table of contents.",
  fix = 'Write it, delete it, or write "not applicable" and why.',
  run = function(spec, report)
    local sections = spec.sections
    for index, section in ipairs(sections) do
      -- A title of the first level has its text in the sections after it; of what a template
      -- requires, structure/empty-required-section says it.
      if section.empty and section.level > 1 and not section.optional then
        local is_required = section.expected and not section.expected.optional
        if not is_required and not has_children(sections, index) then
          report(section, 'section "%s" is empty', section.title)
        end
      end
    end
  end,
}

return {
  checks = {
    ["choice-made"] = choice_made,
    ["placeholder-filled"] = placeholder_filled,
    ["section-written"] = section_written,
  },
}
