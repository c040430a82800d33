-- Does a text give a measure: a number with a unit, a comparison or a share?
local function measures(said)
  return said ~= nil
    and (said:find "%d%s*%%" or said:find "[<>≤≥=~]%s*%d" or said:find "%d%s*m?s%f[%W]"
      or said:find "%d%s*%a" or said:find "%d+%.%d") ~= nil
end

local requirement_precise = {
  summary = "requirements and acceptance criteria can be read one way only",
  severity = "warning",
  preset = "recommended",
  each = "requirement",
  why = '"Fast" is met by whatever gets built; nobody can say that it is not.',
  fix = 'Write what is measured and the value that is enough; end a list instead of writing "etc."',
  run = function(requirement, report, options)
    if requirement.placeholder then return end
    local measured = measures(requirement:says "text") or measures(requirement:says "acceptance")
    for _, field in ipairs { "text", "acceptance" } do
      local said = requirement:says(field)
      local open = text.find_any(said, options.open_ended)
      local vague = not measured and text.find_any(said, options.words)
      if open then
        report(requirement:at(field, open), 'the list ends with "%s": what else belongs to it?', open)
      elseif vague then
        report(requirement:at(field, vague), '"%s" says nothing that can be tested', vague)
      end
    end
  end,
}

local quality_precise = {
  summary = "qualities can be read one way only",
  severity = "warning",
  preset = "recommended",
  each = "quality",
  why = '"Fast" is met by whatever gets built; nobody can say that it is not.',
  fix = "Write what is measured and the value that is enough.",
  run = function(quality, report, options)
    if quality.placeholder then return end
    for _, field in ipairs { "text", "target", "validation" } do
      local said = quality:says(field)
      if said and said:find "%d" then return end
    end
    for _, field in ipairs { "text", "target" } do
      local vague = text.find_any(quality:says(field), options.words)
      if vague then
        report(quality:at(field, vague), '"%s" says nothing that can be tested', vague)
        return
      end
    end
  end,
}

-- Words that no sentence has twice in a row, and how that would look.
local NEVER_TWICE, TWICE = {}, {}
for index, word in ipairs { "the", "a", "an", "of", "to", "and", "or", "with", "by", "for", "from", "are",
  "be", "at", "we", "as", "this", "in" } do
  NEVER_TWICE[word], TWICE[index] = true, word .. " " .. word
end

local word_once = {
  summary = "no word stands twice in a row",
  severity = "info",
  preset = "recommended",
  each = "text",
  containing = TWICE,
  why = "It is what is left of a sentence that somebody changed: a second look pays.",
  fix = "Delete one of both, and read the sentence again.",
  run = function(block, report)
    local source = block.text
    -- Whole words: "in in-house" is none twice.
    for first, word, last in source:lower():gmatch "()%f[%w_\x80-\xFF-](%a+) %2()%f[^%w_\x80-\xFF-]" do
      if NEVER_TWICE[word] then
        local place = block:at(source:sub(first, last - 1), first)
        report {
          at = place,
          message = string.format('"%s" stands twice', word),
          fix = function(edit) edit:replace(place, source:sub(first, first + #word - 1)) end,
        }
        return
      end
    end
  end,
}

-- Takes an item away that says, letter for letter, what another one does; nothing where they differ.
local function removal(item, same)
  local form = item.shape.form
  local is_row = form == "table" or form == "list" or form == "ordered"
  if not is_row or item:markdown() ~= same:markdown() then return nil end
  return function(edit) edit:remove(item) end
end

local term_once = {
  summary = "a term is defined once",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "Two definitions of one word are two meanings.",
  fix = "Make one definition of both.",
  run = function(spec, report)
    local first = {}
    for _, term in ipairs(spec:items "term") do
      -- What nobody has defined yet is a template's.
      local said = not term.placeholder and term:says "definition" and term:says "term"
      local key = said and text.lower(said)
      local same = key and first[key]
      if same then
        report {
          at = term:at "term",
          message = string.format('"%s" is defined in line %d, too', text.cut(said, 60), same.line),
          related = { { at = same:at "term", message = "the first definition" } },
          fix = removal(term, same),
        }
      elseif key then
        first[key] = term
      end
    end
  end,
}

return {
  checks = {
    ["quality-precise"] = quality_precise,
    ["requirement-precise"] = requirement_precise,
    ["term-defined-once"] = term_once,
    ["word-not-doubled"] = word_once,
  },
}
