-- `report(place, format, …)`, `report { at = place, message = "…", … }`: how a check says what it found.
local sandbox = ...
local host = sandbox.host
local format, type, pcall = string.format, type, pcall

local function bounded(message)
  local longest = host.limits.message
  if #message > longest then sandbox.exceed("message", longest, "bytes") end
  return message
end

local function want_text(text, what)
  if type(text) ~= "string" then
    host.fail("report: %s is a string, found %s", what, host.found(text))
  end
  return text
end

-- A wrong directive is the plugin's mistake; the error must carry its line, not ours.
local function message_of(text, ...)
  local done, message = pcall(format, want_text(text, "the message"), ...)
  if not done then
    host.fail("report: %s", (tostring(message):gsub("^.-:%d+: ", ""):gsub(" to '[^']*'", "")))
  end
  return bounded(message)
end

local function place_of(where)
  return host.place(where)
    or host.fail("report: the place is an item, a section, a spec, a placeholder, a link, a block "
      .. "or what `:at` gives, found %s", host.found(where))
end

local function entry_of(place, message)
  return {
    spec = place.state.number, what = place.what, index = place.index, field = place.field,
    element = place.element, message = message,
  }
end

local MOST_RELATED = 16

local function related_of(list)
  if list == nil then return nil end
  local entries = {}
  for index, related in ipairs(host.want(list, "table", "report: related")) do
    if index > MOST_RELATED then break end
    host.want(related, "table", "report: related")
    local message = bounded(want_text(related.message, "the message"))
    entries[index] = entry_of(place_of(related.at), message)
  end
  return entries
end

local function help_of(url)
  if url == nil then return nil end
  if not want_text(url, "help"):find("^https://[%w%-._~:/?#%[%]@!$&'()*+,;=%%]+$") then
    host.fail("report: help is an address like https://example.org/rule, found %s", host.found(url))
  end
  return bounded(url)
end

-- What the fix asks to change, and how much room that takes.
local function fix_of(fix, state, key)
  if fix == nil then return nil, 0 end
  local edits, size, isOver = {}, 0, false
  local function take(bytes)
    if isOver then host.fail "report: the fix is over, its edits are made before it returns" end
    size = size + bytes + 80
  end
  host.want(fix, "function", "report: " .. key)(host.late("edits")(edits, state, take))
  isOver = true
  return edits, size
end

local KEYS = {
  at = true, message = true, related = true, help = true, fix = true, unsafe_fix = true,
}

-- What the table form says, beside the place.
local function read(form)
  for key in pairs(form) do
    if not KEYS[key] then
      host.fail('report: unknown key "%s"; known are at, message, related, help, fix and unsafe_fix',
        tostring(key))
    end
  end
  local place = place_of(form.at)
  local entry = entry_of(place, bounded(want_text(form.message, "the message")))
  entry.related, entry.help = related_of(form.related), help_of(form.help)
  if form.fix ~= nil and form.unsafe_fix ~= nil then
    host.fail "report: a finding has one fix, found fix and unsafe_fix"
  end
  entry.unsafe = form.unsafe_fix ~= nil or nil
  local key = entry.unsafe and "unsafe_fix" or "fix"
  local size
  entry.fix, size = fix_of(form[key], place.state, key)
  return entry, size
end

local function size_of(entry, size)
  size = size + #entry.message + #(entry.field or "") + #(entry.help or "")
  for _, related in ipairs(entry.related or {}) do
    size = size + #related.message + #(related.field or "") + 80
  end
  return size
end

local findings, take

--- From here on, reports go into the findings of a run, whose budget `budget` keeps.
function host.begin(into, budget) findings, take = into, budget end

--- A `report` for the rule with a number. A table that is no place is the form that carries more.
function host.reporter(rule)
  return function(where, ...)
    local isForm = type(where) == "table" and not host.place(where) and select("#", ...) == 0
    local entry, size
    if isForm then
      entry, size = read(where)
    else
      entry, size = entry_of(place_of(where), message_of(...)), 0
    end
    take(size_of(entry, size))
    entry.rule = rule
    findings[#findings + 1] = entry
  end
end
