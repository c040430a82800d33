local sections = {}

-- Sections that stand below another one.
local function parents(spec)
  local found = {}
  for _, section in ipairs(spec.sections) do
    if section.parent then found[section.parent] = true end
  end
  return found
end

sections.empty = {
  summary = "a section says something, or says that it is optional",
  severity = "warning",
  each = "spec",
  why = "An empty section reads as done to whoever skims the table of contents.",
  fix = 'Write it, delete it, or write "not applicable" and why.',
  run = function(spec, report)
    local has_children = parents(spec)
    for _, section in ipairs(spec.sections) do
      -- A title of the first level has its text in the sections after it.
      local matters = section.level > 1 and not section.optional and not has_children[section]
      if section.empty and matters then
        report(section, 'section "%s" is empty', section.title)
      end
    end
  end,
}

return sections
