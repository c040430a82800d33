-- What all formats that are text inside can hold, and where their links may lead.
local sandbox = ...
local concat = table.concat

local clean = {}

--- Bytes that are not UTF-8 become U+FFFD.
function clean.utf8(s)
  local length, wrong = utf8.len(s)
  if length then return s end
  local parts, from = {}, 1
  while wrong do
    parts[#parts + 1] = s:sub(from, wrong - 1)
    parts[#parts + 1] = "\u{FFFD}"
    from = wrong + 1
    length, wrong = utf8.len(s, from)
  end
  parts[#parts + 1] = s:sub(from)
  return concat(parts)
end

--- Without the characters that XML 1.0 §2.2 forbids, which HTML and JSON readers stumble over too.
function clean.text(s)
  if not s:find("[\0-\8\11\12\14-\31\128-\255]") then return s end
  return (clean.utf8(s):gsub("[\0-\8\11\12\14-\31]", ""):gsub("\u{FFFE}", ""):gsub("\u{FFFF}", ""))
end

local SCHEMES = { http = true, https = true, mailto = true }

--- An address that nothing runs, without white space and control characters: `http`, `https` and
--- `mailto`, or one without a scheme, which is told by the second result; else nil.
function clean.address(url)
  -- Readers pass over these before they look for the scheme.
  local bare = clean.text(url):gsub("[\t\n\r\127]", ""):match("^ *(.-) *$"):gsub(" ", "%%20")
  local scheme = bare:match("^(%a[%w+.-]*):")
  if not scheme then
    -- "x<y:z" has no scheme either, but nobody writes it.
    if bare:match("^[^/?#]*:") then return nil end
    return bare, true
  end
  if SCHEMES[scheme:lower()] then return bare, false end
end

return clean
