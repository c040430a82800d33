-- Moves a spec to its template.
local compare = require "compare"
local layout = require "layout"
local links = require "links"
local metadata = require "metadata"
local missing = require "missing"
local outline = require "outline"
local report = require "report"
local reshape = require "reshape"

local upgrade = {}

-- A text that was moved is moved again until it rests.
local PASSES = 5

-- The spec as the template has it, with what was re-shaped. What is `kept` stays as the author wrote it:
-- `blocks` by their first line, `places`, sections by their line, and `metadata`.
local function moved(spec, kept)
  local document = outline.read(spec)
  local head, about = outline.body(document, document.head), nil
  if not kept.metadata then
    about = metadata.reformed(document, spec.schema)
    if about then head = about.head end
  end
  local result = layout.build(document, spec.schema, about, kept.places)
  result.shaped, result.about = reshape.all(document, result, kept.blocks), about
  return layout.text(document, result, head), document, result
end

-- Marks what an item that was lost stands in: what was re-shaped, else the section that was given a place.
-- Is there anything to mark?
local function keep(kept, document, result, line)
  local is_new = false
  for _, shape in ipairs(result.shaped) do
    if line >= shape.first and line <= shape.last and not kept.blocks[shape.key] then
      kept.blocks[shape.key], is_new = true, true
    end
  end
  if is_new then return true end
  local holder
  for _, node in ipairs(document.nodes) do
    if node.line <= line and line <= node.last then holder = node end
  end
  while holder do
    local part = result.part_of[holder]
    local is_placed = part and part.expected and part.expected.role ~= "appendix"
    if is_placed and not kept.places[holder.line] then
      kept.places[holder.line] = true
      return true
    end
    holder = holder.parent
  end
  return false
end

-- One move, with as much re-shaped and re-placed as loses nothing.
local function step(spec)
  local kept = { blocks = {}, places = {} }
  while true do
    local whole, document, result = moved(spec, kept)
    local new, is_new = spec:reread(whole), false
    for _, lost in ipairs(compare.lost(spec, new)) do
      is_new = keep(kept, document, result, lost.item.line) or is_new
    end
    if #compare.lost_metadata(spec, new) > 0 and result.about then
      kept.metadata, is_new = true, true
    end
    if not is_new then return whole, new, document, result end
  end
end

--- The transform.
function upgrade.run(spec, edit, options)
  if not spec.schema then
    error("it is held against no template; name the one to move it to with --template", 0)
  end
  local whole = spec:markdown()
  -- With the rows that are still the template's.
  local old = spec:reread(whole)
  local at = old
  local document, result
  for _ = 1, PASSES do
    local found, new, read, built = step(at)
    if found == whole then break end
    document, result = document or read, result or built
    whole, at = found, new
  end
  local lost = compare.lost(old, at)[1]
  if lost then
    error(string.format("line %d: the %s \"%s\" would be lost", lost.item.line, lost.item.kind,
      lost.item.title or ""), 0)
  end
  if document then
    report.print(document, result)
    local followed = links.followed(document, result, at, whole)
    if followed ~= whole and #compare.lost(old, spec:reread(followed)) == 0 then
      whole = followed
    end
  end
  if options.add_missing then whole = missing.added(spec:reread(whole)) end
  edit:replace(spec, whole)
end

return upgrade
