-- Where each section of a spec stands in the template's order.
local headings = require "headings"
local outline = require "outline"

local layout = {}

local function is_rule_at_end(source)
  local last = text.trim(source):match "[^\r\n]*$"
  return last:find "^%-%-%-+$" ~= nil or last:find "^%*%*%*+$" ~= nil or last:find "^___+$" ~= nil
end

-- In front of which sections of its top the template has a rule; and in front of most of them?
local function rules(schema)
  local before, count, all, last = {}, 0, 0, schema:markdown()
  for _, expected in ipairs(schema.sections) do
    if not expected.parent then
      before[expected] = is_rule_at_end(last)
      all, count = all + 1, count + (before[expected] and 1 or 0)
    end
    last = expected:markdown()
  end
  return before, count * 2 > all
end

-- Sections that say the same in other words: where the template has one and the spec another, it stands for
-- it.
local KIN = {
  { "design", "proposed-solution" }, { "architecture", "high-level-design" },
  { "components", "detailed-design" }, { "api", "endpoints" },
  { "timeline", "phases", "implementation-plan" },
}

local function is_kin(role, other)
  for _, group in ipairs(KIN) do
    local count = 0
    for _, name in ipairs(group) do
      if name == role or name == other then count = count + 1 end
    end
    if count == 2 then return true end
  end
  return false
end

-- By section of the template, the node that stands for it.
local function matches(document, schema, unplaced)
  local node_of, is_taken = {}, {}
  for _, expected in ipairs(schema.sections) do
    local node = document.node_of[expected.section]
    -- What is alike by its words alone may mean something else.
    local is_other = node and expected.renamed and expected.role and node.section.role
      and expected.role ~= node.section.role
    if is_other then node = nil end
    if node and not unplaced[node.line] then node_of[expected], is_taken[node] = node, true end
  end
  for _, expected in ipairs(schema.sections) do
    for _, node in ipairs(expected.role and not node_of[expected] and document.nodes or {}) do
      if not is_taken[node] and not unplaced[node.line] and not node_of[expected] and is_kin(expected.role, node.section.role) then
        node_of[expected], is_taken[node] = node, true
      end
    end
  end
  return node_of
end

local function insert_behind(list, one, before)
  for index, other in ipairs(list) do
    if other == before then return table.insert(list, index + 1, one) end
  end
  if before == nil then return table.insert(list, 1, one) end
  list[#list + 1] = one
end

-- A section of the result. `node` is what it was made of.
local function part(fields)
  fields.children = {}
  return fields
end

-- The parts that the template asks for, with those around them; by the template's section.
local function expected_parts(document, schema, result, about, unplaced)
  local wanted, parts, node_of = {}, {}, matches(document, schema, unplaced)
  for _, expected in ipairs(schema.sections) do
    local is_metadata = about and about.expected == expected
    if is_metadata or node_of[expected] then
      local outer = expected
      while outer and not wanted[outer] do
        wanted[outer] = true
        outer = outer.parent
      end
    end
  end
  for _, expected in ipairs(schema.sections) do
    if wanted[expected] then
      local node = node_of[expected]
      local heading = node and headings.renamed(document, node, expected, expected.level)
        or headings.new(expected, expected.level)
      local one = part {
        expected = expected, node = node, level = expected.level, heading = heading,
        outer = parts[expected.parent], body = about and about.expected == expected and about.body,
      }
      if not one.body then one.body = nil end
      parts[expected] = one
      local siblings = one.outer and one.outer.children or result.roots
      siblings[#siblings + 1] = one
    end
  end
  return parts
end

-- The part under which stands what has no place.
local function appendix(document, schema, result, parts)
  for _, expected in ipairs(schema.sections) do
    if expected.role == "appendix" then
      if parts[expected] then return parts[expected] end
      local one = part {
        expected = expected, level = expected.level,
        heading = headings.new(expected, expected.level), outer = parts[expected.parent],
      }
      parts[expected] = one
      -- In its place among those that are there.
      local siblings = one.outer and one.outer.children or result.roots
      local behind
      for _, other in ipairs(schema.sections) do
        if other == expected then break end
        if parts[other] and parts[other].outer == one.outer then behind = parts[other] end
      end
      insert_behind(siblings, one, behind)
      return one
    end
  end
  local level = schema.sections[1] and schema.sections[1].level or 2
  for _, node in ipairs(document.roots) do
    if node.section.role == "appendix" then
      local one = part {
        node = node, level = level, heading = headings.moved(document, node, level),
      }
      result.roots[#result.roots + 1] = one
      return one
    end
  end
  local one = part { level = level, heading = headings.at_level(level, "Appendix"), is_new = true }
  result.roots[#result.roots + 1] = one
  return one
end

--- The parts of a spec in the template's order, and what became of each section.
function layout.build(document, schema, about, unplaced)
  local result = { roots = {}, part_of = {}, gathered = {} }
  local parts = expected_parts(document, schema, result, about, unplaced)
  for _, expected in ipairs(schema.sections) do
    local one = parts[expected]
    if one and one.node then result.part_of[one.node] = one end
  end
  local appendix_part
  local function the_appendix()
    appendix_part = appendix_part or appendix(document, schema, result, parts)
    if appendix_part.node then result.part_of[appendix_part.node] = appendix_part end
    return appendix_part
  end

  -- What is left of a section whose parts have places of their own.
  local function is_left(node)
    if about and about.holder == node then return false end
    if document.items_at[node.line] or node.last >= node.first or #node.children == 0 then return true end
    for _, child in ipairs(node.children) do
      if not result.part_of[child] and is_left(child) then return true end
    end
    return false
  end

  local place
  local function place_children(node)
    for _, child in ipairs(node.children) do
      if not result.part_of[child] then
        place(child, result.part_of[node])
      end
      place_children(child)
    end
  end

  local function put(node, outer, level, before)
    local one = part {
      node = node, level = level, heading = headings.moved(document, node, level), outer = outer,
    }
    result.part_of[node] = one
    insert_behind(outer.children, one, before)
  end

  function place(node, outer)
    if not is_left(node) then
      return
    end
    if outer then
      local gap = math.max(1, node.level - (node.parent and node.parent.level or node.level - 1))
      local before, sibling = nil, node.before
      while sibling and not before do
        local other = result.part_of[sibling]
        if other and other.outer == outer then before = other end
        sibling = sibling.before
      end
      put(node, outer, math.min(6, outer.level + gap), before)
      return
    end
    if node.section.role == "metadata" and not (about and about.holder == node) then
      local one = part {
        node = node, level = node.level, heading = headings.moved(document, node, node.level),
      }
      result.part_of[node] = one
      table.insert(result.roots, 1, one)
      return
    end
    local home = the_appendix()
    if result.part_of[node] == home then return end
    put(node, home, math.min(6, home.level + 1), home.children[#home.children])
  end

  for _, node in ipairs(document.roots) do
    if not result.part_of[node] then
      if node.section.role == "appendix" and is_left(node) then
        the_appendix()
      end
      if not result.part_of[node] and not node.is_taken then place(node, nil) end
    end
    place_children(node)
  end
  result.has_rule_before, result.has_rules = rules(schema)
  return result
end

-- What parts one part of the result from the next.
local function gap(document, result, from, to, is_top)
  local wants = false
  if is_top then
    wants = result.has_rules
    if to.expected then wants = result.has_rule_before[to.expected] end
  end
  local source = from.source
  if source and source.next == to.node and to.node and (source.has_rule or false) == wants then
    return source.tail
  end
  local eol = document.eol
  return wants and eol .. "---" .. eol .. eol or eol
end

--- The text of a result. `bodies` are the texts of its parts where they are not the nodes' own.
function layout.text(document, result, head)
  local eol, chunks = document.eol, {}
  local last = { source = document.head }
  local function add(whole, one, is_top)
    if #chunks > 0 then chunks[#chunks + 1] = gap(document, result, last, one, is_top) end
    chunks[#chunks + 1] = whole .. eol
    last = { source = one.node }
  end
  if head ~= "" then chunks[1] = head .. eol end
  local function add_parts(list, is_top)
    for _, one in ipairs(list) do
      local body = one.body or (one.node and outline.body(document, one.node)) or ""
      local whole = one.heading
      if body ~= "" then
        local is_apart = body:find "^[ \t]*[\r\n]" or (one.node and not one.body)
        whole = whole .. eol .. (is_apart and "" or eol) .. body
      end
      add(whole, one, is_top)
      add_parts(one.children, false)
    end
  end
  add_parts(result.roots, true)
  local whole = table.concat(chunks)
  if not document.ends_line then whole = whole:gsub("[\r\n]+$", "") end
  return document.mark .. whole
end

return layout
