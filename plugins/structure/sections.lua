local sections = {}

-- The sections that the template asks for; none of a spec that is held against no template.
local function expected_sections(spec)
  return spec.schema and spec.schema.sections or {}
end

-- What the spec calls a section of the template.
local function name_of(expected)
  return expected.section and expected.section.title or expected.title
end

sections.missing = {
  summary = "every section that the template requires is there",
  severity = "error",
  each = "spec",
  why = "Whoever looks for an answer looks where the template has it; a gap there hides that nobody thought of it.",
  fix = 'Write the section. If there is nothing to say, say that and why. A section that not every spec needs is "(optional)" in the template.',
  run = function(spec, report)
    for _, expected in ipairs(expected_sections(spec)) do
      local is_missing = not expected.optional and not expected.section
      -- Of a section that is missing whole, one finding is enough.
      if is_missing and (not expected.parent or expected.parent.section) then
        local where = ""
        if expected.after then
          where = string.format(' after "%s"', name_of(expected.after))
        elseif expected.parent then
          where = string.format(' below "%s"', name_of(expected.parent))
        end
        report(expected, 'section "%s" is missing%s', expected.title, where)
      end
    end
  end,
}

sections.renamed = {
  summary = "sections bear the names that the template gives them",
  severity = "warning",
  each = "spec",
  why = "Readers, links and tools find a section by its name, the same in every spec.",
  fix = "Give the section the template's name. If yours is better, change the template.",
  run = function(spec, report)
    for _, expected in ipairs(expected_sections(spec)) do
      if expected.renamed then
        report {
          at = expected,
          message = string.format('section "%s" seems to be what the template calls "%s"',
            expected.section.title, expected.title),
          unsafe_fix = function(edit) edit:set(expected.section, "title", expected.title) end,
        }
      end
    end
  end,
}

-- Of a section that others beside it come behind: the first of them that the spec has.
local function next_to(expected)
  local is_behind = false
  for _, other in ipairs(expected_sections(expected.spec)) do
    if is_behind and other.parent == expected.parent and other.section then return other end
    is_behind = is_behind or other == expected
  end
end

local function right_place(expected)
  if expected.displaced == "order" then
    if expected.after then return string.format('after "%s"', name_of(expected.after)) end
    return string.format('before "%s"', name_of(next_to(expected)))
  end
  if expected.parent then return string.format('below "%s"', name_of(expected.parent)) end
  return "below no other section"
end

sections.misplaced = {
  summary = "sections stand in the template's order",
  severity = "info",
  each = "spec",
  why = "Who has read one spec knows where to look in the next one.",
  fix = "Move the section, with all that stands below it.",
  run = function(spec, report)
    for _, expected in ipairs(expected_sections(spec)) do
      if expected.displaced then
        local beside = expected.displaced == "order" and (expected.after or next_to(expected))
        beside = beside and beside.section
        report {
          at = expected,
          message = string.format('section "%s" is out of place: the template has it %s',
            expected.section.title, right_place(expected)),
          unsafe_fix = beside and beside.parent == expected.section.parent and function(edit)
            edit:move(expected.section, { [expected.after and "after" or "before"] = beside })
          end or nil,
        }
      end
    end
  end,
}

sections.duplicate = {
  summary = "no section is there twice",
  severity = "warning",
  each = "spec",
  why = "Of two sections with one name, each reader finds another, and only one of them is kept up to date.",
  fix = "Join them, or give the second one a name of its own.",
  run = function(spec, report)
    for _, expected in ipairs(expected_sections(spec)) do
      for _, section in ipairs(expected.duplicates) do
        report(section, 'section "%s" is there twice; the first stands in line %d', section.title,
          expected.section.line)
      end
    end
  end,
}

-- The sections that have others below them, in the spec or in its template: what stands below one in the
-- template is asked for by itself.
local function holders_of_others(spec)
  local found = {}
  for _, section in ipairs(spec.sections) do
    if section.parent then found[section.parent] = true end
  end
  for _, expected in ipairs(expected_sections(spec)) do
    local outer = expected.parent and expected.parent.section
    if outer and not expected.section and not expected.optional then found[outer] = true end
  end
  return found
end

sections.empty = {
  summary = "a section that the template requires says something",
  severity = "warning",
  each = "spec",
  why = "A heading with nothing below it looks like an answer in the table of contents.",
  fix = 'Write it, or write "not applicable" and why.',
  run = function(spec, report)
    local holds_others
    for _, expected in ipairs(expected_sections(spec)) do
      local section = expected.section
      if section and section.empty and not expected.optional and not section.optional then
        holds_others = holds_others or holders_of_others(spec)
        if not holds_others[section] then
          report(section, 'section "%s" is empty; the template requires it', section.title)
        end
      end
    end
  end,
}

return sections
