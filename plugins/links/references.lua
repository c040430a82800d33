-- References in the text: by label, by id, by number of a section.
local references = {}

-- Markdown without code spans.
local function without_code(source)
  if not source:find("`", 1, true) then return source end
  return (source:gsub("(`+).-%1", ""))
end

-- The last spec asked about, and the words of its links by label and of its images.
local linked_spec, linked

local function is_linked(spec, words)
  if linked_spec ~= spec then
    linked_spec, linked = spec, {}
    for _, link in ipairs(spec.links) do
      if link.style == "reference" or link.style == "image" then linked[link.text] = true end
    end
  end
  return linked[words]
end

references.defined = {
  summary = "the label of a link is defined",
  severity = "error",
  preset = "recommended",
  each = "text",
  matching = { "%]%[" },
  why = "Without its definition a link is shown as brackets.",
  fix = "Add a line `[label]: address`, or write the address itself.",
  run = function(block, report)
    local plain = without_code(block.text)
    for before, source, label in plain:gmatch "()(%[[^%[%]\n]+%]%[([^%[%]\n]+)%])" do
      local words = text.collapse(text.plain(source:match "^%[(.-)%]%["))
      local escaped = block.text:find("\\" .. source, 1, true)
      -- `row[i][j]` is an element, `[ ][x]` boxes, `[^1]` footnotes, `[Name][Role]` a template's.
      local attached = plain:sub(before - 1, before - 1):find "[%w%)%]]"
      local boxes = label:find "^[ xX]$" or label:find "^%^" or words == "" or label:find "^%d+$"
      if not attached and not escaped and not boxes and not is_linked(block.spec, words) then
        report(block:at(source), 'the label "%s" is not defined', label)
      end
    end
  end,
}

-- The ids of a spec by their prefixes: "FR-3" → FR → 3. `count` is of those that items have; names of
-- tickets and documents stand among links.
local function known_ids(spec)
  local known = {}
  local function add(id, is_own)
    local prefix, digits = id:match "^%s*(%u[%u%d]*)%-(%d+)%s*$"
    if not prefix then return end
    known[prefix] = known[prefix] or { count = 0, last = 0 }
    local family, number = known[prefix], tonumber(digits)
    family[number] = true
    if not is_own then return end
    family.count = family.count + 1
    family.last = math.max(family.last, number)
  end
  for _, id in ipairs(spec.ids.items) do add(id, true) end
  -- An id may stand in front of what names an item, or in a heading.
  for _, id in ipairs(spec.ids.titles) do add(id, false) end
  return known
end

-- The last spec asked about, and its ids.
local asked, ids

local function ids_of(spec)
  if asked ~= spec then asked, ids = spec, known_ids(spec) end
  return ids
end

-- Where an id that begins a paragraph or a row is made known rather than named.
local function defines(block, id)
  if block.column and block.column > 1 then return false end
  return block.text:find("^[%s|>*_`#%-%[%]x]*" .. id:gsub("%-", "%%-") .. "%f[^%w]") ~= nil
end

references.id_known = {
  summary = "an id that the text names is there",
  severity = "warning",
  preset = "recommended",
  each = "text",
  matching = { "%u%-%d" },
  why = "A test for FR-9 of a spec that ends with FR-8 tests nothing that anybody asked for.",
  fix = "Write the id that is meant, or say which other spec it is of by linking it.",
  run = function(block, report)
    local source = block.text
    local known, plain = ids_of(block.spec), without_code(source)
    local seen = {}
    for before, id, prefix, digits in plain:gmatch "()%f[%w]((%u[%u%d]*)%-(%d+))%f[^%w]" do
      local family, number = known[prefix], tonumber(digits)
      -- Two ids make a family; a number far from all others is a ticket of a project that shares its
      -- prefix.
      local own = family and family.count > 1 and number <= 2 * family.last + 5
      if own and not family[number] and not seen[id] then
        -- FR-1-a and AB-FR-1 are other names, and a link says where to look.
        local part = plain:sub(before - 1, before - 1):find "^[-/#=.]"
          or plain:sub(before + #id, before + #id + 1):find "^[-.]%w"
        local is_link = source:find("[" .. id, 1, true) or source:find(id .. "]", 1, true)
        if not part and not is_link and not defines(block, id) then
          seen[id] = true
          report(block:at(id), "there is no %s in this spec", id)
        end
      end
    end
  end,
}

-- The last spec asked about, and the numbers of its sections; `count` says how many they are, `last`
-- which is the last chapter among them.
local numbered, numbers

local function numbers_of(spec)
  if numbered == spec then return numbers end
  numbered, numbers = spec, { count = 0, last = 0 }
  for _, section in ipairs(spec.sections) do
    if section.number and section.number:find "^%d[%d.]*$" then
      numbers[section.number] = true
      numbers.count = numbers.count + 1
      numbers.last = math.max(numbers.last, tonumber(section.number:match "^%d+"))
    end
  end
  return numbers
end

-- Words around a number that make it one of another document.
local OTHERS = {
  "rfc", "iso", "nist", "ieee", "gdpr", "wcag", "pci", "owasp", "appendix", "specification",
  "standard", "article", "document", "prd", "adr", "guide", "manual", "act", "law", "code", "chapter",
}

references.section_known = {
  summary = "a section that the text names by number is there",
  severity = "warning",
  preset = "recommended",
  each = "text",
  matching = { "[Ss]ection%s+%d", "§" },
  why = "Numbers move when sections are added; the text that names them stays.",
  fix = "Write the number that the section has now, or link its heading.",
  run = function(block, report)
    local source = block.text
    local known = numbers_of(block.spec)
    if known.count < 3 or text.find_any(source, OTHERS) or source:find("](", 1, true) then return end
    local plain = without_code(source)
    for _, pattern in ipairs { "(%f[%a][Ss]ection%s+(%d[%d.]*))()", "(§%s*(%d[%d.]*))()" } do
      for words, number, after in plain:gmatch(pattern) do
        local said = number:gsub("%.+$", "")
        local rest = plain:sub(after)
        -- Section 508 is a law where the last chapter is 12.
        local is_near = tonumber(said:match "^%d+") <= 2 * known.last + 5
        if is_near and not known[said] and not rest:find "^%s*,?%s*of%f[%W]"
          and not rest:find "^%s*in%f[%W]" then
          report(block:at((words:gsub("%.+$", ""))), "there is no section %s in this spec", said)
        end
      end
    end
  end,
}

return references
