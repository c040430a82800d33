-- Terms in the order of the alphabet.
local glossary = {}

-- In what terms can change places.
local MOVABLE = { table = true, list = true, ordered = true }

-- The terms of each table and of each list of a section, in document order.
local function lists(spec)
  local found, by_section = {}, {}
  for _, term in ipairs(spec:items "term") do
    local key, form = term.section or spec, term.shape.form
    by_section[key] = by_section[key] or {}
    if MOVABLE[form] and not by_section[key][form] then
      by_section[key][form] = {}
      found[#found + 1] = by_section[key][form]
    end
    if MOVABLE[form] then table.insert(by_section[key][form], term) end
  end
  return found
end

local function in_order(list)
  local sorted, place = {}, {}
  for n, term in ipairs(list) do sorted[n], place[term] = term, n end
  table.sort(sorted, function(a, b)
    local one, other = text.lower(a.term or ""), text.lower(b.term or "")
    if one ~= other then return one < other end
    return place[a] < place[b]
  end)
  return sorted, place
end

-- Of places, the longest run that rises: what is in it stays where it is.
local function rising(places)
  local ends, before = {}, {}
  for n, place in ipairs(places) do
    local low, high = 1, #ends + 1
    while low < high do
      local middle = (low + high) // 2
      if places[ends[middle]] < place then low = middle + 1 else high = middle end
    end
    before[n], ends[low] = ends[low - 1], n
  end
  local kept, n = {}, ends[#ends]
  while n do
    kept[n], n = true, before[n]
  end
  return kept
end

glossary.sort = {
  summary = "puts the terms of a glossary in the order of the alphabet",
  each = "spec",
  run = function(spec, edit)
    for _, list in ipairs(lists(spec)) do
      local sorted, place = in_order(list)
      local places = {}
      for n, term in ipairs(sorted) do places[n] = place[term] end
      local kept = rising(places)
      -- One move for each gap in a pass; what belongs behind something that moves waits for the next.
      for n, term in ipairs(sorted) do
        if not kept[n] then
          if n > 1 and kept[n - 1] then
            edit:move(term, { after = sorted[n - 1] })
          elseif n < #sorted and kept[n + 1] then
            edit:move(term, { before = sorted[n + 1] })
          end
        end
      end
    end
  end,
}

return glossary
