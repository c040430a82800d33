-- `text.plain`: Markdown source, such as `block.text`, as the words a reader sees.
local sandbox = ...
local host = sandbox.host
local text = host.text

local ENTITIES = { amp = "&", lt = "<", gt = ">", quot = '"', apos = "'", nbsp = "\u{A0}" }
-- Escaped punctuation waits here, out of reach of the rules below, as bytes no UTF-8 text has.
local function hidden(character) return "\xFF" .. character:byte() .. "\xFF" end
local function shown(code) return string.char(tonumber(code)) end

local function entity(name)
  local digits = name:match("^#(%d+)$")
  local code = digits and tonumber(digits) or tonumber(name:match("^#[xX](%x+)$") or "", 16)
  if code and code > 0 and code < 0x110000 then return utf8.char(code) end
  return ENTITIES[name]
end

--- Without code ticks, emphasis, links, images and tags; `<br>` is a line break.
---@param source string
---@return string
function text.plain(source)
  host.want(source, "string", "text.plain")
  local s = source:gsub("\xFF", "")
  s = s:gsub("\\(%p)", hidden)
  s = s:gsub("(`+)%s?(.-)%s?%1", function(_, code) return (code:gsub("[%p]", hidden)) end)
  s = s:gsub("<[bB][rR]%s*/?>", "\n")
  s = s:gsub("!?%[([^%[%]]*)%]%([^()]*%)", "%1")
  s = s:gsub("<(%a[%w+.-]*:[^<>%s]*)>", "%1")
  s = s:gsub("</?%a[^<>]*>", "")
  s = s:gsub("%*%*([^*]+)%*%*", "%1"):gsub("%*([^*%s][^*]*)%*", "%1")
  s = s:gsub("%f[%w_]__([^_]+)__%f[^%w_]", "%1"):gsub("%f[%w_]_([^_]+)_%f[^%w_]", "%1")
  s = s:gsub("~~([^~]+)~~", "%1")
  s = s:gsub("&(#?%w+);", entity)
  return (s:gsub("\xFF(%d+)\xFF", shown))
end
