-- Which ids a text names.
local mentions = {}

-- What "FR-1..FR-4" and "FR-1–FR-4" mean by it, and no more than somebody reads.
local LONGEST_RANGE = 200

local function id(s) return text.lower((s:gsub("[.-]+$", ""))) end

local function add_range(set, first, last)
  local prefix, from = first:match "^(.-)(%d+)$"
  local same, to = last:match "^(.-)(%d+)$"
  if not prefix or prefix ~= same or #from > 9 or #to > 9 then return end
  local low, high = tonumber(from), tonumber(to)
  for number = low, math.min(high, low + LONGEST_RANGE) do
    set[prefix .. string.format("%0" .. #from .. "d", number)] = true
  end
end

--- Adds the ids that a text names to a set, in lower case.
function mentions.add(set, words)
  if not words:find "%d" then return end
  words = words:gsub("%.%.+", "\0"):gsub("–", "\0")
  local last, ended
  for first, word, after in words:gmatch "()(%a[%w_]*[-_. ]?%d[%w_.-]*)()" do
    local name = id(word)
    set[name] = true
    if ended and words:sub(ended, first - 1):find "^%s*%z%s*$" then add_range(set, last, name) end
    last, ended = name, after
  end
end

--- The set of ids that an item names, wherever in it.
function mentions.of(item)
  local set = {}
  for _, words in pairs(item.raw) do mentions.add(set, words) end
  for _, words in pairs(item.extra) do mentions.add(set, words) end
  return set
end

return mentions
