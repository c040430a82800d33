-- Numbers of headings in the order of the document.
local sections = {}

-- "2.1" → { "2", "1" }; nil of what counts in another way, as "A" does, and of years.
local function parts(number)
  if not number or not number:find "^%d+[%d.]*$" or number:find "%d%d%d%d" then return nil end
  local list = {}
  for part in number:gmatch "%d+" do list[#list + 1] = part end
  return list
end

-- Within which sections numbers can be told: "5 Whys" alone is a title, and where "1.Introduction" stands
-- beside them nobody knows what they count.
local function counted(spec)
  local counts, unclear = {}, {}
  for _, section in ipairs(spec.sections) do
    local own = parts(section.number)
    local key = section.parent or spec
    if own and #own == 1 then counts[key] = (counts[key] or 0) + 1 end
    if not section.number and section.title:find "^%d+[.)]" then unclear[key] = true end
  end
  return function(key) return (counts[key] or 0) > 1 and not unclear[key] end
end

-- The sections whose numbers change, with what these were and what they become.
local function renumbered(spec)
  local counts, numbers, changed, is_counted = {}, {}, {}, counted(spec)
  for _, section in ipairs(spec.sections) do
    local own = parts(section.number)
    local parent = section.parent
    while parent and not numbers[parent] do parent = parent.parent end
    local above = parent and numbers[parent]
    -- A number of its own, or one behind that of the section around it.
    local is_behind = own and above and #own == #above + 1
    if own and (is_behind or #own == 1 and is_counted(section.parent or spec)) then
      local key, first = is_behind and parent or section.parent or spec, tonumber(own[#own])
      counts[key] = counts[key] and counts[key] + 1 or math.min(first, 1)
      local list = is_behind and table.move(above, 1, #above, 1, {}) or {}
      list[#list + 1] = tostring(counts[key])
      numbers[section] = list
      local number = table.concat(list, ".")
      if number ~= table.concat(own, ".") then
        changed[#changed + 1] = { section = section, old = table.concat(own, "."), number = number }
      end
    end
  end
  return changed
end

-- The anchors of headings by their lines.
local function anchors_of(spec)
  local by_line = {}
  for name, line in pairs(spec.anchors) do
    by_line[line] = by_line[line] or {}
    table.insert(by_line[line], name)
  end
  return by_line
end

-- Old anchor → new one and the numbers of both, of headings whose anchors begin with their numbers.
local function moved(spec, changed)
  local by_line, names = anchors_of(spec), {}
  for _, change in ipairs(changed) do
    local old, new = change.old:gsub("%.", ""), change.number:gsub("%.", "")
    for _, name in ipairs(by_line[change.section.line] or {}) do
      local rest = name:match("^" .. old .. "(%-.*)$")
      if rest then names[name] = { name = new .. rest, change = change } end
    end
  end
  return names
end

sections.renumber = {
  summary = "numbers headings in the order of the document; links to them follow",
  each = "spec",
  run = function(spec, edit)
    local changed = renumbered(spec)
    if #changed == 0 then return end
    local names = moved(spec, changed)
    for _, change in ipairs(changed) do edit:set(change.section, "number", change.number) end
    for _, link in ipairs(spec.links) do
      local moves = names[link.target:match "^#(.*)$" or ""]
      if moves and link:markdown "target" then
        edit:replace(link:at "target", "#" .. moves.name)
        -- As in a table of contents: "[2.1 Goals](#21-goals)".
        local old = moves.change.old
        if link.text:find("^" .. old:gsub("%.", "%%.") .. "%f[^%w]") then
          edit:replace(link:at("text", old), moves.change.number)
        end
      end
    end
  end,
}

return sections
