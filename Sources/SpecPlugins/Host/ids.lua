-- Ids that nobody has yet: "FR-4" where the last is FR-3.
local sandbox = ...
local host = sandbox.host
local text = host.text
local type, tonumber = type, tonumber

local ids = {}

-- Digits of a number that is still one.
local DIGITS = 15

-- "FR-012" behind its prefix → 12, "-", and 3 for the width that zeros in front give it.
local function parts(id, prefix)
  if id:sub(1, #prefix) ~= prefix then return nil end
  local separator, digits = id:sub(#prefix + 1):match "^([^%w]?)(%d+)$"
  -- "12" is no second of "1", and a row's number is a number alone.
  if not digits or #digits > DIGITS or separator == "" and prefix:find "%d$"
    or separator ~= "" and prefix == "" then
    return nil
  end
  return tonumber(digits), separator, digits:sub(1, 1) == "0" and #digits or 0
end

-- The greatest number behind a prefix over all ids, also those of a template's rows, how wide it is
-- written, and what most put in front of it.
local function last_of(states, prefix)
  local last, counts = { number = 0, width = 1, separator = prefix == "" and "" or "-" }, {}
  for _, state in ipairs(states) do
    for kind in pairs(state.frame.kinds) do
      local items = host.items_of(state, kind)
      for _, item in ipairs(items) do
        local id = item.id
        local number, separator, width
        if type(id) == "string" then number, separator, width = parts(id, prefix) end
        if number then
          last.number, last.width = math.max(last.number, number), math.max(last.width, width)
          local count = (counts[separator] or 0) + 1
          counts[separator] = count
          if count > (counts[last.separator] or 0) then last.separator = separator end
        end
      end
    end
  end
  return last
end

--- Gives the next free id with a prefix over all ids of some specs, another one at each call.
function ids.numbering(states)
  local known = {}
  return function(prefix)
    host.need "items"
    local last = known[prefix] or last_of(states, prefix)
    known[prefix] = last
    local number = last.number + 1
    local reserved = host.reserved[prefix] or {}
    local index = last.range or 1
    while reserved[index] and reserved[index] <= number do
      number = math.max(number, reserved[index + 1] + 1)
      index = index + 2
    end
    last.number, last.range = number, index
    return prefix .. last.separator .. string.format("%0" .. last.width .. "d", number)
  end
end

-- "FR-12" → "FR", "12" → "": what stands in front of the number, nil where there is none at the end.
local function prefix_of(id)
  if type(id) ~= "string" or #id > 100 then return nil end
  local prefix, separator, digits = text.trim(id):match "^(.-)([^%w]?)(%d+)$"
  if not prefix or #digits > DIGITS or (prefix == "") ~= (prefix .. separator == "") then return nil end
  if prefix:find "[^%w%-_.]" then return nil end
  return prefix
end

-- The prefixes beside each item of a kind, by its index: of the nearest id above it in its
-- section, else below it there, else in the spec.
local function prefixes(state, kind)
  state.prefixes = state.prefixes or {}
  if state.prefixes[kind] then return state.prefixes[kind] end
  local frame, found = state.frame, {}
  local indices = frame.kinds[kind] or {}
  local items = frame.kinds[kind] and host.items_of(state, kind) or {}
  local function walk(from, to, step)
    local by_section, last = {}, nil
    for n = from, to, step do
      local section = frame.item_sections[indices[n]]
      local own = prefix_of(items[n].id)
      if own then by_section[section], last = own, own end
      local near = found[indices[n]] or {}
      found[indices[n]] = near
      near.section = near.section or by_section[section]
      near.spec = near.spec or last
    end
  end
  walk(1, #items, 1)
  walk(#items, 1, -1)
  state.prefixes[kind] = found
  return found
end

-- The greatest number of a section's rows that have nothing else for an id.
local function last_row(state, kind, section)
  local last = 0
  for n, index in ipairs(state.frame.kinds[kind]) do
    local id = host.items_of(state, kind)[n].id
    if state.frame.item_sections[index] == section and prefix_of(id) == "" then
      last = math.max(last, tonumber(text.trim(id)))
    end
  end
  return last
end

--- The next free id for an item, in the form of those beside it; with `prefix` where none of its kind
--- in the spec has one. Numbers alone count the rows of a section.
function ids.id_for(item, prefix, numbering, who)
  local place = host.place(item)
  if not place or place.what ~= "item" or place.field then
    host.fail("%s: expected an item, found %s", who, host.found(item))
  end
  host.want(prefix, "string", who)
  local state = place.state
  local near = prefixes(state, item.kind)[place.index]
  local chosen = near.section or near.spec or prefix
  if chosen ~= "" then return numbering(chosen) end
  local section = state.frame.item_sections[place.index]
  state.rows = state.rows or {}
  local rows = state.rows[item.kind] or {}
  state.rows[item.kind] = rows
  rows[section] = (rows[section] or last_row(state, item.kind, section)) + 1
  return tostring(rows[section])
end

return ids
