-- Days in one form.
local dates = {}

-- "March 1, 2026 (planned)" → "March 1, 2026", " (planned)". What has a time stays as it is.
local function split(raw)
  local day, rest = raw:match "^%s*(.-)(%s*%([^()]*%))%s*$"
  day, rest = day or text.trim(raw), rest or ""
  if day:find ":" or day == "" then return nil end
  return day, rest
end

dates.normalise = {
  summary = "writes days as 2026-03-01",
  each = "spec",
  run = function(spec, edit)
    for _, role in ipairs { "created", "updated", "date", "target_release" } do
      local day, raw = spec.dates[role], spec.raw[role]
      local said, rest = split(raw or "")
      if day and said and said ~= day then edit:set(spec, role, day .. rest) end
    end
    for _, item in ipairs(spec:items()) do
      for field, day in pairs(item.dates) do
        local said, rest = split(item.raw[field] or "")
        if said and said ~= day then edit:set(item, field, day .. rest) end
      end
    end
  end,
}

local MONTHS = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
}

local function month_of(name)
  for number, month in ipairs(MONTHS) do
    if name == month then return number, false end
    if name == month:sub(1, 3) then return number, true end
  end
end

-- A day in the form of another one, where that form says one day; else as 2026-03-01.
local function like(old, day)
  local year, month, number = day:match "^(%d+)%-(%d+)%-(%d+)$"
  local name, comma = old:match "^(%a+) %d%d?(,?) %d%d%d%d$"
  local function named(word)
    local _, is_short = month_of(word)
    local full = MONTHS[tonumber(month)]
    return is_short and word ~= "May" and full:sub(1, 3) or full
  end
  if name and month_of(name) then
    return ("%s %d%s %s"):format(named(name), tonumber(number), comma, year)
  end
  name = old:match "^%d%d? (%a+) %d%d%d%d$"
  if name and month_of(name) then
    return ("%d %s %s"):format(tonumber(number), named(name), year)
  end
  if old:find "^%d%d%.%d%d%.%d%d%d%d$" then return number .. "." .. month .. "." .. year end
  if old:find "^%d%d%d%d/%d%d/%d%d$" then return year .. "/" .. month .. "/" .. number end
  return day
end

dates.touch = {
  summary = "sets the day of the last update, where a spec has one, to the day of --today",
  each = "spec",
  run = function(spec, edit)
    if spec.raw.updated == nil then return end
    local today = date.today()
    if not today then
      error("which day it is nobody said: run it with --today 2026-03-01, or --today now", 0)
    end
    if spec.dates.updated ~= today then
      edit:set(spec, "updated", like(text.trim(spec.raw.updated), today))
    end
  end,
}

return dates
