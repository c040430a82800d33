-- Ids that nobody has yet: "FR-4" where the last is FR-3.
local sandbox = ...
local host = sandbox.host
local type, tonumber = type, tonumber

--- Prefix → the first and the last number of each range that is taken elsewhere, in order.
host.reserved = {}

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
    for _, items in pairs(state.frame.items) do
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
function host.numbering(states)
  local known = {}
  return function(prefix)
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
