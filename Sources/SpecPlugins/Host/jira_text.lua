-- Plain text in Jira's wiki markup: which characters would be markup, and how each is written.
local sandbox = ...
local clean = sandbox.host.late "clean"
local concat = table.concat

local wiki = {}

-- "(x)" and ":)" would become pictures.
local PICTURES = { x = true, ["/"] = true, ["!"] = true, i = true, ["?"] = true, ["+"] = true,
  ["-"] = true, ["*"] = true, y = true, n = true, on = true, off = true, ["*r"] = true,
  ["*g"] = true, ["*b"] = true, ["*y"] = true, flag = true, flagoff = true }
local ALWAYS = { ["{"] = true, ["}"] = true, ["["] = true, ["]"] = true, ["|"] = true,
  ["^"] = true, ["~"] = true }
-- These open something where a word does not stand before them and something stands after.
local OPENING = { ["*"] = true, ["_"] = true, ["-"] = true, ["+"] = true, ["!"] = true }

local function escape(before, character, after)
  if character == "\\" then return "&#92;" end -- two of them would be a line break
  if character == "&" then return "&amp;" end
  if ALWAYS[character] then return "\\" .. character end
  local opens = not before:find("[%w\128-\255]") and after:find("%S")
  if OPENING[character] and opens then return "\\" .. character end
  if character == "?" and after == "?" then return "\\?" end
  if character == ")" and (before == ":" or before == ";") then return "\\)" end
  if character == "(" and before == ":" then return "\\(" end
  return character
end

--- The words of one line, wherever they stand in it. An ampersand is written out where it would be a
--- character reference.
function wiki.words(s)
  local escaped = s:gsub("()([\\{}%[%]|^~*_+!?()&-])", function(at, character)
    if character == "&" and not s:find("^&#?%w+;", at) then return nil end
    return escape(s:sub(at - 1, at - 1), character, s:sub(at + 1, at + 1))
  end)
  return (escaped:gsub("%(([^()%s]+)%)", function(inside)
    return PICTURES[inside:gsub("\\", "")] and "\\(" .. inside .. ")" or nil
  end))
end

--- A line whose words are written, so that its beginning is no heading, list or rule.
function wiki.start(line)
  local result = line:gsub("^(%s*)([#*-]+)(%s)", function(space, marks, rest)
    return space .. marks:gsub(".", "\\%0") .. rest
  end)
  result = result:gsub("^(%s*)(\\?%-[\\-]*)$", function(space, dashes)
    return space .. dashes:gsub("\\", ""):gsub("%-", "\\-")
  end)
  return (result:gsub("^(%s*h[1-6])%.", "%1&#46;"):gsub("^(%s*bq)%.", "%1&#46;"))
end

local UNSAFE = { ["|"] = "%7C", ["{"] = "%7B", ["}"] = "%7D", ["["] = "%5B", ["]"] = "%5D",
  ["\\"] = "%5C", ["^"] = "%5E", [" "] = "%20", ["<"] = "%3C", [">"] = "%3E", ['"'] = "%22" }

--- An address: what would end it is rewritten.
function wiki.address(url) return (url:gsub('[|{}%[%]\\^ <>"]', UNSAFE)) end

-- Addresses link themselves.
local function line_text(s)
  local parts, from = {}, 1
  for first, address, last in s:gmatch("()(https?://[^%s<>\"]+)()") do
    parts[#parts + 1] = wiki.words(s:sub(from, first - 1))
    parts[#parts + 1] = wiki.address(address)
    from = last
  end
  parts[#parts + 1] = wiki.words(s:sub(from))
  return wiki.start(concat(parts))
end

--- A text of some lines.
function wiki.lines(s)
  local lines = sandbox.host.text.lines(clean.text(s))
  for index, one in ipairs(lines) do lines[index] = line_text(one) end
  return concat(lines, "\n")
end

return wiki
