-- Jira's wiki markup, written from plain text.
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
  if ALWAYS[character] then return "\\" .. character end
  local opens = not before:find("[%w\128-\255]") and after:find("%S")
  if OPENING[character] and opens then return "\\" .. character end
  if character == "?" and after == "?" then return "\\?" end
  if character == ")" and (before == ":" or before == ";") then return "\\)" end
  if character == "(" and before == ":" then return "\\(" end
  return character
end

local function words(s)
  local escaped = s:gsub("()([\\{}%[%]|^~*_+!?()-])", function(at, character)
    return escape(s:sub(at - 1, at - 1), character, s:sub(at + 1, at + 1))
  end)
  return (escaped:gsub("%(([^()%s]+)%)", function(inside)
    return PICTURES[inside:gsub("\\", "")] and "\\(" .. inside .. ")" or nil
  end))
end

local UNSAFE = { ["|"] = "%7C", ["{"] = "%7B", ["}"] = "%7D", ["["] = "%5B", ["]"] = "%5D",
  ["\\"] = "%5C", ["^"] = "%5E" }

-- Addresses link themselves; only what would end one is rewritten.
local function line(s)
  local parts, from = {}, 1
  for first, address, last in s:gmatch("()(https?://[^%s<>\"]+)()") do
    parts[#parts + 1] = words(s:sub(from, first - 1))
    parts[#parts + 1] = address:gsub("[|{}%[%]\\^]", UNSAFE)
    from = last
  end
  parts[#parts + 1] = words(s:sub(from))
  local result = table.concat(parts)
  result = result:gsub("^(%s*)([#*-]+)(%s)", function(space, marks, rest)
    return space .. marks:gsub(".", "\\%0") .. rest
  end)
  result = result:gsub("^(%s*)(\\?%-[\\-]*)$", function(space, dashes)
    return space .. dashes:gsub("\\", ""):gsub("%-", "\\-")
  end)
  return (result:gsub("^(%s*h[1-6])%.", "%1&#46;"):gsub("^(%s*bq)%.", "%1&#46;"))
end

--- Plain text that reads the same in Jira.
function wiki.text(s)
  local lines = text.lines(s)
  for index, one in ipairs(lines) do lines[index] = line(one) end
  return table.concat(lines, "\n")
end

function wiki.heading(title) return "h3. " .. wiki.text(title) end

--- A bullet list; an entry's own line breaks become Jira's.
function wiki.list(entries)
  local lines = {}
  for index, entry in ipairs(entries) do
    lines[index] = "* " .. wiki.text(entry):gsub("\n", " \\\\ ")
  end
  return table.concat(lines, "\n")
end

--- A term in bold and its text.
function wiki.labelled(term, s) return "*" .. wiki.text(term) .. ":* " .. wiki.text(s) end

function wiki.code(s) return "{{" .. s:gsub("[{}]", "\\%0") .. "}}" end

return wiki
