-- Links of a spec to its own headings, where these got other words.
local outline = require "outline"

local links = {}

-- As a pattern that finds it.
local function pattern(text) return (text:gsub("%p", "%%%0")) end

-- Name of an anchor → its name in the new spec, of headings whose name changed.
local function renamed(document, result, new, lines)
  local line_of, name_at = {}, {}
  for number, line in ipairs(lines) do
    local words = line:gsub("[\r\n]+$", "")
    line_of[words] = line_of[words] == nil and number or false
  end
  for name, line in pairs(new.anchors) do name_at[line] = name end
  local names = {}
  for name, line in pairs(document.spec.anchors) do
    local block = document.block_from[line]
    local node = block and document.node_of[block.section]
    local part = node and node.line == line and result.part_of[node]
    local there = part and line_of[part.heading]
    local other = there and name_at[there]
    if other and other ~= name and not new.anchors[name] then names[name] = other end
  end
  return names
end

--- A text in which links lead to where the headings are that they led to.
function links.followed(document, result, new, whole)
  local names = renamed(document, result, new, outline.lines(whole))
  for _, link in ipairs(new.links) do
    local old = link.target:match "^#(.+)$"
    local name = old and names[old]
    if name then
      names[old] = nil
      for _, mark in ipairs { "](", "]: " } do
        local there = (mark .. "#" .. name):gsub("%%", "%%%%")
        whole = whole:gsub(pattern(mark .. "#" .. old) .. "%f[%s)]", there)
      end
    end
  end
  return whole
end

return links
