-- The `json` library: reads RFC 8259, nothing more; writes keys in order, numbers as short as they
-- round trip.
local sandbox = ...
local host = sandbox.host
local concat, format, math_type, rep = table.concat, string.format, math.type, string.rep

local json = {}
local null, empty_list = host.json.null, host.json.empty_list

local DEEPEST = 64
-- What ties an object of a spec to the others; following it would come back to the object.
local LINKS = { spec = true, section = true, parent = true, sections = true, placeholders = true }
local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t",
  ["\b"] = "\\b", ["\f"] = "\\f" }

local function escaped(character)
  return ESCAPES[character] or format("\\u%04x", character:byte())
end

local function string_text(value)
  if not utf8.len(value) then host.fail("json.encode: a string is not UTF-8") end
  return '"' .. value:gsub('[%c"\\]', escaped) .. '"'
end

local function number_text(value)
  if math_type(value) == "integer" then return format("%d", value) end
  if value ~= value or value == math.huge or value == -math.huge then
    host.fail("json.encode: a number is not finite")
  end
  for digits = 15, 17 do
    local text = format("%." .. digits .. "g", value)
    if tonumber(text) == value then return text end
  end
end

local encode

-- A list's length where the keys are exactly 1…n, else nil.
local function list_length(value)
  local count = 0
  for key in pairs(value) do
    if math_type(key) ~= "integer" then return nil end
    count = count + 1
  end
  if count == 0 then return value == empty_list and 0 or nil end
  for index = 1, count do
    if value[index] == nil then host.fail("json.encode: a list has a hole at %d", index) end
  end
  return count
end

local function wrapped(open, parts, close, indent, depth)
  if #parts == 0 then return open .. close end
  if not indent then return open .. concat(parts, ",") .. close end
  local inner = "\n" .. rep(" ", indent * (depth + 1))
  return open .. inner .. concat(parts, "," .. inner) .. "\n" .. rep(" ", indent * depth) .. close
end

local function table_text(value, indent, depth)
  if depth > DEEPEST then
    host.fail("json.encode: deeper than %d levels; does a table hold itself?", DEEPEST)
  end
  local parts, count = {}, list_length(value)
  if count then
    for index = 1, count do parts[index] = encode(value[index], indent, depth + 1) end
    return wrapped("[", parts, "]", indent, depth)
  end
  local links = sandbox.class_of(value) and LINKS or {}
  for key, entry in pairs(value) do -- in order
    if type(key) ~= "string" then
      host.fail("json.encode: a table has both names and numbers for keys")
    end
    if not links[key] then
      local text = encode(entry, indent, depth + 1)
      parts[#parts + 1] = string_text(key) .. (indent and ": " or ":") .. text
    end
  end
  return wrapped("{", parts, "}", indent, depth)
end

function encode(value, indent, depth)
  local kind = type(value)
  if value == nil or value == null then return "null" end
  if kind == "boolean" then return tostring(value) end
  if kind == "number" then return number_text(value) end
  if kind == "string" then return string_text(value) end
  if kind == "table" then return table_text(value, indent, depth) end
  host.fail("json.encode: cannot write %s", host.found(value))
end

--- A value as JSON. `indent` spaces a level make it readable: `json.encode(t, { indent = 2 })`.
---@param value any
---@param options? { indent?: integer }
---@return string
function json.encode(value, options)
  local indent = host.want(options or {}, "table", "json.encode").indent
  if indent and (math_type(indent) ~= "integer" or indent < 0 or indent > 80) then
    host.fail("json.encode: indent is a whole number from 0 to 80, found %s", host.found(indent))
  end
  return encode(value, indent, 0)
end

local function wrong(source, at, message)
  local line, start = 1, 1
  for ending in source:sub(1, at - 1):gmatch("()\n") do line, start = line + 1, ending + 1 end
  host.fail("json.decode: line %d, column %d: %s", line, at - start + 1, message)
end

--- The value of a JSON text; `null` is `json.null`.
---@param source string
---@return any
function json.decode(source)
  host.want(source, "string", "json.decode")
  local value, at, message = sandbox.json(source, null, empty_list)
  if message then wrong(source, at, message) end
  return value
end

return json
