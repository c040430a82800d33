-- The `text` library: what rules need to compare and print words.
local sandbox = ...
local host = sandbox.host
local want = host.want
local trim, collapse = sandbox.trim, sandbox.collapse
local phrases, find_any = sandbox.phrases, sandbox.find_any
local concat, utf8_len, utf8_offset = table.concat, utf8.len, utf8.offset
local min, max, abs = math.min, math.max, math.abs

local text = {}
host.text, sandbox.globals.text = text, text

--- Without white space at both ends.
---@param s string
---@return string
function text.trim(s)
  return trim(want(s, "string", "text.trim"))
end

--- Runs of white space become one space; none at the ends.
---@param s string
---@return string
function text.collapse(s)
  return collapse(want(s, "string", "text.collapse"))
end

--- Is there nothing but white space, or nothing at all?
---@param s? string
---@return boolean
function text.is_blank(s)
  return s == nil or want(s, "string", "text.is_blank"):find("%S") == nil
end

--- A to Z in lower case; other letters stay as they are.
---@param s string
---@return string
function text.lower(s)
  return want(s, "string", "text.lower"):lower()
end

---@param s string
---@param prefix string
---@return boolean
function text.starts_with(s, prefix)
  want(prefix, "string", "text.starts_with")
  return want(s, "string", "text.starts_with"):sub(1, #prefix) == prefix
end

---@param s string
---@param suffix string
---@return boolean
function text.ends_with(s, suffix)
  want(s, "string", "text.ends_with")
  want(suffix, "string", "text.ends_with")
  return suffix == "" or s:sub(-#suffix) == suffix
end

--- The parts between plain separators: `text.split("a,b", ",")`.
---@param s string
---@param separator string
---@return string[]
function text.split(s, separator)
  want(s, "string", "text.split")
  want(separator, "string", "text.split")
  if separator == "" then host.fail("text.split: the separator is empty") end
  local parts, from = {}, 1
  while true do
    local first, last = s:find(separator, from, true)
    if not first then break end
    parts[#parts + 1] = s:sub(from, first - 1)
    from = last + 1
  end
  parts[#parts + 1] = s:sub(from)
  return parts
end

--- The lines of a text without their ends; CRLF, CR and LF each end one.
---@param s string
---@return string[]
function text.lines(s)
  want(s, "string", "text.lines")
  return text.split((s:gsub("\r\n?", "\n")), "\n")
end

--- Letters and digits in lower case, one entry a word.
---@param s string
---@return string[]
function text.words(s)
  local words = {}
  for word in want(s, "string", "text.words"):lower():gmatch("[%w\128-\255]+") do
    words[#words + 1] = word
  end
  return words
end

--- Does a word or a phrase stand in a text, as whole words, whatever its case?
---@param s? string
---@param phrase string
---@return boolean
function text.contains(s, phrase)
  if s == nil then return false end
  local needle = text.words(want(phrase, "string", "text.contains"))
  if #needle == 0 then return false end
  local hay = " " .. concat(text.words(want(s, "string", "text.contains")), " ") .. " "
  return hay:find(" " .. concat(needle, " ") .. " ", 1, true) ~= nil
end

-- The phrases of the last list that was asked for.
local last, compiled

local function phrases_of(list)
  want(list, "table", "text.find_any")
  if list ~= last then compiled = nil end
  last, compiled = list, phrases(list, compiled)
  if not compiled then
    for _, phrase in ipairs(list) do want(phrase, "string", "text.find_any") end
  end
  return compiled
end

--- The first phrase of a list that stands in a text as whole words, whatever the case, as it stands
--- there, and the phrase; nothing where none does. "fast" does not stand in "fast-forward".
---@param s? string
---@param list string[]
---@return string?, string?
function text.find_any(s, list)
  if s == nil then return nil end
  want(s, "string", "text.find_any")
  local found, number = find_any(s, phrases_of(list))
  if found then return found, list[number] end
  return nil
end

--- Characters, not bytes; bytes where the text is not UTF-8.
---@param s string
---@return integer
function text.length(s)
  return utf8_len(want(s, "string", "text.length")) or #s
end

--- At most `limit` characters, cut after a word where there is one, with "…" at the end.
---@param s string
---@param limit number
---@return string
function text.cut(s, limit)
  want(s, "string", "text.cut")
  want(limit, "number", "text.cut")
  if text.length(s) <= limit then return s end
  limit = limit // 1
  if not (limit >= 1) then return "" end -- also where it is no number at all
  local stop = utf8_len(s) and utf8_offset(s, limit) - 1 or limit - 1
  local head = s:sub(1, stop)
  local words = head:match("^(.*%S)%s+%S*$")
  if words and #words * 2 > #head then head = words end
  return head .. "…"
end

--- Lines of at most `width` characters; a longer word has a line of its own.
---@param s string
---@param width number
---@return string[]
function text.wrap(s, width)
  want(s, "string", "text.wrap")
  want(width, "number", "text.wrap")
  local lines, line, used = {}, {}, 0
  for word in s:gmatch("%S+") do
    local length = text.length(word)
    if #line > 0 and used + 1 + length > width then
      lines[#lines + 1] = concat(line, " ")
      line, used = {}, 0
    end
    used = used + length + (#line > 0 and 1 or 0)
    line[#line + 1] = word
  end
  if #line > 0 then lines[#lines + 1] = concat(line, " ") end
  return lines
end

--- "Rollout & Plan" → "rollout-plan", for names in links and keys.
---@param s string
---@return string
function text.slug(s)
  return concat(text.words(want(s, "string", "text.slug")), "-")
end

--- How many characters must be added, dropped, changed or swapped to make one word the other.
---@param a string
---@param b string
---@return integer
function text.distance(a, b)
  want(a, "string", "text.distance")
  want(b, "string", "text.distance")
  local before, previous = {}, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    local row = { [0] = i }
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      local best = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        best = min(best, before[j - 2] + 1)
      end
      row[j] = best
    end
    before, previous = previous, row
  end
  return previous[#b]
end

--- The name in a list that a misspelt one most likely means, or nil.
---@param word string
---@param names string[]
---@return string?
function text.nearest(word, names)
  want(word, "string", "text.nearest")
  want(names, "table", "text.nearest")
  local limit = max(1, #word // 3)
  local best, found
  for _, name in ipairs(names) do
    want(name, "string", "text.nearest")
    if abs(#name - #word) <= limit then
      local distance = text.distance(word:lower(), name:lower())
      if distance <= limit and (not best or distance < best) then best, found = distance, name end
    end
  end
  return found
end
