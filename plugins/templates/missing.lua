-- Adds the sections that the template asks for and a spec does not have, each where it belongs.
local headings = require "headings"
local outline = require "outline"

local missing = {}

-- The template's sections that are to be added, in its order: none that nobody has to have, and none below
-- such a one that is not there.
local function wanted(schema, with_optional)
  local list, is_wanted = {}, {}
  for _, expected in ipairs(schema.sections) do
    local outer = expected.parent
    local has_place = not outer or outer.section or is_wanted[outer]
    if not expected.section and has_place and (with_optional or not expected.optional) then
      list[#list + 1], is_wanted[expected] = expected, true
    end
  end
  return list
end

-- The last line of a section and of all below it.
local function last_line(node)
  local last = node.children[#node.children]
  return last and math.max(last_line(last), node.last) or node.last
end

-- The sections beside one that the spec has and that stand in order, as the one in front of it and the one
-- behind.
local function neighbours(document, schema, expected)
  local before, is_behind = expected.after, false
  while before and (before.displaced or not document.node_of[before.section]) do
    before = before.after
  end
  for _, other in ipairs(schema.sections) do
    local node = is_behind and other.parent == expected.parent and not other.displaced
      and document.node_of[other.section]
    if node then return before and document.node_of[before.section], node end
    is_behind = is_behind or other == expected
  end
  return before and document.node_of[before.section], nil
end

-- The section that stands right below another and holds a third, or is it.
local function below(outer, node)
  while node and node.parent and node.parent ~= outer do node = node.parent end
  return node
end

-- What is inserted behind which line, and at which level; with the sections around the place.
local function place(document, schema, expected)
  local outer = expected.parent and document.node_of[expected.parent.section]
  local before, behind = neighbours(document, schema, expected)
  before, behind = below(outer, before), below(outer, behind)
  if before == behind then behind = nil end
  local level = before and before.level or behind and behind.level
    or outer and outer.level + expected.level - expected.parent.level or expected.level
  local line
  if before then
    line = last_line(before)
    if behind and behind.line <= line then line = behind.line - 1 end
  elseif behind then
    line = behind.line - 1
  elseif outer then
    line = last_line(outer)
  else
    line = #document.lines
  end
  while line > 0 and (outline.is_blank(document.lines[line])
    or document.block_at[line] and document.block_at[line].kind == "rule")
  do
    line = line - 1
  end
  return { line = line, level = math.min(6, level), outer = outer, before = before }
end

-- Does the spec number its sections where the template does?
local function numbers(schema)
  local count, all = 0, 0
  for _, expected in ipairs(schema.sections) do
    if expected.number and expected.section then
      all, count = all + 1, count + (expected.section.number and 1 or 0)
    end
  end
  return all == 0 or count * 2 > all
end

-- The template's words with the number that fits: below a section that bears another one than in the
-- template, with that; none where the spec numbers nothing, or has the number already.
local function words(document, expected, at, has_numbers)
  local text, is_bold = headings.expected(expected)
  if is_bold or not expected.number then return text, is_bold end
  local number, rest = text:match "^(%S+)(%s+.*)$"
  if not number then return text, false end
  local outer = expected.parent and expected.parent.number
  local own = at.outer and at.outer.section.number
  if outer and own and outer ~= own and number:sub(1, #outer + 1) == outer .. "." then
    number = own .. number:sub(#outer + 1)
  end
  local is_taken = false
  for _, node in ipairs(document.nodes) do
    if node.section.number == number:gsub("[.):]+$", "") then is_taken = true end
  end
  if not has_numbers or is_taken then return rest:gsub("^%s+", ""), false end
  return number .. rest, false
end

-- What the template has below its heading, with the headings of examples at their level.
local function guidance(expected, shift, eol)
  local lines, result, fence = outline.lines(expected:markdown()), {}, nil
  local first = 2
  if lines[2] and lines[2]:find "^[=-]+%s*$" and not lines[1]:find "^#" then first = 3 end
  for number = first, #lines do
    local line = lines[number]:gsub("[\r\n]+$", "")
    local mark = line:match "^%s*(```+)" or line:match "^%s*(~~~+)"
    if mark and not fence then
      fence = mark
    elseif mark and mark:sub(1, #fence) == fence then
      fence = nil
    end
    local marks, rest = line:match "^(#+)(%s.*)$"
    if marks and not fence then
      line = string.rep("#", math.max(1, math.min(6, #marks + shift))) .. rest
    end
    result[#result + 1] = line
  end
  local whole = text.trim(table.concat(result, eol))
  -- The rule that parts it from the next section is not its own.
  whole = text.trim((("\n" .. whole):gsub("\n%-%-%-+%s*$", "")))
  local is_apart = result[1] and result[1]:find "^%s*$"
  return whole ~= "" and (is_apart and eol or "") .. whole or ""
end

-- Do most sections of the spec's top have a rule in front?
local function has_rules(document)
  local count = document.head.has_rule and 1 or 0
  for _, node in ipairs(document.roots) do
    local last = node
    while #last.children > 0 do last = last.children[#last.children] end
    if last.has_rule then count = count + 1 end
  end
  return count * 2 > #document.roots
end

local function once(spec, with_optional)
  local schema, document = spec.schema, outline.read(spec)
  local list = wanted(schema, with_optional)
  if #list == 0 then return nil end
  local has_numbers, eol, rules = numbers(schema), document.eol, has_rules(document)
  local behind, placed, added = {}, {}, {}
  for _, expected in ipairs(list) do
    local at = placed[expected.parent]
    if at then
      at = {
        line = at.line, level = math.min(6, at.level + expected.level - expected.parent.level),
      }
    else
      at = place(document, schema, expected)
    end
    placed[expected] = at
    local name, is_bold = words(document, expected, at, has_numbers)
    local heading = is_bold and name or headings.at_level(at.level, name)
    local body = guidance(expected, at.level - expected.level, eol)
    behind[at.line] = behind[at.line] or {}
    table.insert(behind[at.line], {
      text = body == "" and heading or heading .. eol .. body, is_top = not expected.parent,
    })
    added[#added + 1] = { line = at.line, name = name }
  end
  local chunks = {}
  local function add(one)
    local gap = one.is_top and rules and eol .. "---" .. eol .. eol or eol
    if #chunks > 0 then
      if not chunks[#chunks]:find "[\r\n]$" then chunks[#chunks] = chunks[#chunks] .. eol end
      chunks[#chunks + 1] = gap
    end
    chunks[#chunks + 1] = one.text .. eol
  end
  for line = 0, #document.lines do
    if line > 0 then chunks[#chunks + 1] = document.lines[line] end
    for _, one in ipairs(behind[line] or {}) do add(one) end
    local next = document.lines[line + 1]
    if behind[line] and next and not outline.is_blank(next) then chunks[#chunks + 1] = eol end
  end
  local whole = table.concat(chunks)
  if not document.ends_line then whole = whole:gsub("[\r\n]+$", "") end
  return document.mark .. whole, added
end

--- The text of a spec with what was missing, and what was added: a list of `line` and `name`.
function missing.added(spec, with_optional)
  local whole, all, at = spec:markdown(), {}, spec
  -- What the template has twice may need another look.
  for _ = 1, 3 do
    local found, added = once(at, with_optional)
    if not found then break end
    for _, one in ipairs(added) do all[#all + 1] = one end
    whole, at = found, spec:reread(found)
  end
  return whole, all
end

--- The transform.
function missing.run(spec, edit, options)
  if not spec.schema then
    error("it is held against no template; name one with --template, or in perilune.yml", 0)
  end
  local whole = missing.added(spec, options.optional)
  edit:replace(spec, whole)
end

return missing
