-- The `json` library, reading half: RFC 8259, nothing more.
local sandbox = ...
local host = sandbox.host
local json = host.json
local concat, tonumber = table.concat, tonumber

local DEEPEST = 64
local LITERALS = { { "true", true }, { "false", false }, { "null", json.null } }
local ESCAPES = { ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r",
  t = "\t" }

local function wrong(source, at, message)
  local line, start = 1, 1
  for ending in source:sub(1, at - 1):gmatch("()\n") do line, start = line + 1, ending + 1 end
  host.fail("json.decode: line %d, column %d: %s", line, at - start + 1, message)
end

local function skip(source, at)
  return source:find("[^ \t\r\n]", at) or #source + 1
end

-- `\uD83D\uDE00` is one character written as two halves.
local function unicode(source, at)
  local digits = source:match("^%x%x%x%x", at) or wrong(source, at, "expected four hex digits")
  local high = tonumber(digits, 16)
  at = at + 4
  if high < 0xD800 or high > 0xDFFF then return utf8.char(high), at end
  local low = tonumber(source:match("^\\u(%x%x%x%x)", at) or "", 16)
  if high > 0xDBFF or not low or low < 0xDC00 or low > 0xDFFF then
    wrong(source, at, "half a surrogate pair")
  end
  return utf8.char(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00), at + 6
end

local function string_value(source, at)
  local parts = {}
  while true do
    local stop = source:find('[%c"\\]', at) or wrong(source, #source + 1, "a string has no end")
    parts[#parts + 1] = source:sub(at, stop - 1)
    local character = source:sub(stop, stop)
    if character == '"' then return concat(parts), stop + 1 end
    if character ~= "\\" then
      if character == "\127" then
        parts[#parts + 1], at = character, stop + 1
        goto continue
      end
      wrong(source, stop, "a control character in a string")
    end
    character = source:sub(stop + 1, stop + 1)
    if character == "u" then
      parts[#parts + 1], at = unicode(source, stop + 2)
    else
      parts[#parts + 1] = ESCAPES[character] or wrong(source, stop, "an unknown escape")
      at = stop + 2
    end
    ::continue::
  end
end

local value

local function list_value(source, at, depth)
  local list = {}
  at = skip(source, at)
  if source:sub(at, at) == "]" then return json.empty_list, at + 1 end
  while true do
    list[#list + 1], at = value(source, at, depth)
    at = skip(source, at)
    local next = source:sub(at, at)
    if next == "]" then return list, at + 1 end
    if next ~= "," then wrong(source, at, 'expected "," or "]"') end
    at = at + 1
  end
end

local function object_value(source, at, depth)
  local object = {}
  at = skip(source, at)
  if source:sub(at, at) == "}" then return object, at + 1 end
  while true do
    at = skip(source, at)
    if source:sub(at, at) ~= '"' then wrong(source, at, "expected a name in quotes") end
    local name
    name, at = string_value(source, at + 1)
    at = skip(source, at)
    if source:sub(at, at) ~= ":" then wrong(source, at, 'expected ":"') end
    object[name], at = value(source, at + 1, depth)
    at = skip(source, at)
    local next = source:sub(at, at)
    if next == "}" then return object, at + 1 end
    if next ~= "," then wrong(source, at, 'expected "," or "}"') end
    at = at + 1
  end
end

local function number_value(source, at)
  local text = source:match("^-?[0-9][0-9.eE+-]*", at)
  local whole = text and text:match("^-?(%d+)")
  local padded = whole and #whole > 1 and whole:sub(1, 1) == "0"
  if not text or padded or text:find("%.%D") or text:find("%.$") then
    wrong(source, at, "expected a value")
  end
  return tonumber(text) or wrong(source, at, "not a number"), at + #text
end

function value(source, at, depth)
  if depth > DEEPEST then wrong(source, at, "deeper than " .. DEEPEST .. " levels") end
  at = skip(source, at)
  local character = source:sub(at, at)
  if character == "{" then return object_value(source, at + 1, depth + 1) end
  if character == "[" then return list_value(source, at + 1, depth + 1) end
  if character == '"' then return string_value(source, at + 1) end
  for _, literal in ipairs(LITERALS) do
    if source:sub(at, at + #literal[1] - 1) == literal[1] then
      return literal[2], at + #literal[1]
    end
  end
  return number_value(source, at)
end

--- The value of a JSON text; `null` is `json.null`.
---@param source string
---@return any
function json.decode(source)
  host.want(source, "string", "json.decode")
  local result, at = value(source, 1, 0)
  at = skip(source, at)
  if at <= #source then wrong(source, at, "something stands after the value") end
  return result
end
