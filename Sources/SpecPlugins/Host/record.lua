-- The record that init.lua returns: kept here, described to Swift, which judges its shape.
local sandbox = ...
local host = sandbox.host
local string_format = string.format

local record

-- stage → name → its entry, as they were when init.lua returned: code that changes the record later
-- changes nothing.
local stages = { checks = {}, transforms = {}, exports = {} }

--- An entry of a stage, of one of the plugins that share a state where it is named: its `run`, what it looks at (`each`), what it makes (`outputs`).
function host.entry(stage, name, plugin)
  if plugin then return record[plugin][stage][name] end
  return stages[stage][name] or host.fail('the plugin has no entry "%s" in %s', name, stage)
end

-- What every item has beside the fields of its kind.
local OWN_FIELDS = {
  "kind", "key", "title", "line", "spec", "section", "placeholder", "raw", "dates", "extra",
}

-- Functions cannot leave the sandbox: each value is told by its type, and by itself where it is
-- plain. Keys that are not strings are shown as text, so that they can be named in a message.
local function described(value)
  local kind = type(value)
  local plain = kind == "string" or kind == "boolean" or kind == "number"
  return { type = kind, value = plain and tostring(value) or nil }
end

local function entries(value, depth)
  local list = {}
  for key, entry in pairs(value) do
    local one = described(entry)
    one.name, one.name_type = tostring(key), type(key)
    if depth > 0 and type(entry) == "table" then one.entries = entries(entry, depth - 1) end
    list[#list + 1] = one
  end
  return list
end

-- The outputs of an export as a list of `{ name, bytes }`; Swift judges their shape.
local function outputs(name, entry)
  if type(entry.outputs) ~= "table" then
    return { { name = string_format("%s.%s", name, entry.extension), bytes = entry.bytes } }
  end
  local list = {}
  for _, output in ipairs(entry.outputs) do
    local one = type(output) == "table" and output or { name = output }
    list[#list + 1] = { name = one.name, bytes = one.bytes }
  end
  return list
end

-- Refuses a pattern that no text could be held against.
local function check_patterns(name, list)
  for _, pattern in ipairs(type(list) == "table" and list or {}) do
    local done, problem = pcall(sandbox.filter, { pattern })
    if not done and type(pattern) == "string" then
      sandbox.fail(string_format('check "%s": "matching" has "%s": %s', name, pattern, problem), nil,
        "shape")
    end
  end
end

-- What an entry says that it reads, as a list of its own; nil of what is none.
local function kept_list(list)
  if type(list) ~= "table" then return nil end
  local kept = {}
  for n = 1, rawlen(list) do kept[n] = rawget(list, n) end
  return kept
end

function sandbox.exports.define(returned)
  record = returned
  if type(returned) ~= "table" then return end
  for stage, entries in pairs(stages) do
    local given = returned[stage]
    for name, entry in pairs(type(given) == "table" and given or {}) do
      if type(entry) == "table" then
        check_patterns(name, entry.matching)
        entries[name] = {
          run = entry.run, each = entry.each, outputs = outputs(name, entry),
          matching = entry.matching, containing = entry.containing, reads = kept_list(entry.reads),
        }
      end
    end
  end
end

--- The record as data: stages, their entries, the entries' fields.
function sandbox.exports.describe()
  local result = described(record)
  if type(record) == "table" then result.entries = entries(record, 4) end
  return result
end

--- Takes the vocabulary (kind → the names of its fields, and the one that is an item's title), the
--- limits that are held here, and the day that it is.
function sandbox.exports.settle(kinds, limits, today)
  host.today = today.day
  for name, amount in pairs(limits) do host.limits[name] = amount end
  for kind, known in pairs(host.copied(kinds)) do
    host.fields[kind], host.title_field[kind] = known.fields, known.title
    for _, name in ipairs(known.fields) do host.any_field[name] = true end
  end
  for _, name in ipairs(OWN_FIELDS) do host.any_field[name] = true end
end
