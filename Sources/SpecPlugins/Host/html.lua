-- The `html` library: HTML that is also well-formed XML, in which nothing runs.
local sandbox = ...
local host = sandbox.host
local clean, read = host.late "clean", host.late "markdown_tree"
local concat, format = table.concat, string.format

local html = {}

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;",
  ["'"] = "&#39;" }

local function escaped(s) return (clean.text(s):gsub("[&<>\"']", ENTITIES)) end

--- A text for between tags and for attributes in quotes. Control characters are left out.
---@param s string
---@return string
function html.escape(s)
  return escaped(host.want(s, "string", "html.escape"))
end

local inlines, blocks

local function wrapped(tag, attributes, content)
  return "<" .. tag .. attributes .. ">" .. content .. "</" .. tag .. ">"
end

local function of_tag(tag)
  return function(node) return wrapped(tag, "", inlines(node.children)) end
end

-- A link that leads nowhere, or where something would run, is its text.
local function link(node)
  local address = clean.address(node.url)
  local content = inlines(node.children)
  if not address then return content end
  return wrapped("a", format(' href="%s"', escaped(address)), content)
end

local function image(node)
  local address = clean.address(node.url)
  if not address or address:find("^[mM][aA][iI][lL][tT][oO]:") then return escaped(node.text) end
  return format('<img src="%s" alt="%s" />', escaped(address), escaped(node.text))
end

local INLINE = {
  text = function(node) return escaped(node.text) end,
  emphasis = of_tag "em", strong = of_tag "strong", strike = of_tag "del",
  link = link, image = image,
  ["code-span"] = function(node) return wrapped("code", "", escaped(node.text)) end,
  ["soft-break"] = function() return "\n" end,
  ["hard-break"] = function() return "<br />\n" end,
  ["footnote-reference"] = function(node) return wrapped("sup", "", escaped(node.text)) end,
}

function inlines(list)
  local parts = {}
  for index, node in ipairs(list) do parts[index] = INLINE[node.kind](node) end
  return concat(parts)
end

-- A box, or the label of a footnote, stands in the first paragraph.
local function led(lead, children, is_tight)
  local parts = {}
  for index, node in ipairs(children) do
    local first = index == 1 and node.kind == "paragraph"
    if first and is_tight then
      parts[index] = lead .. inlines(node.children)
    elseif first then
      parts[index] = wrapped("p", "", lead .. inlines(node.children))
    else
      parts[index] = (index == 1 and lead or "") .. blocks { node }
    end
  end
  return #parts > 0 and concat(parts, "\n") or lead
end

local function item(node, is_tight)
  local box = ""
  if node.done ~= nil then
    box = format('<input type="checkbox" disabled=""%s /> ', node.done and ' checked=""' or "")
  end
  return wrapped("li", "", led(box, node.children, is_tight))
end

-- Entries of one paragraph each need no paragraph.
local function is_tight(list)
  for _, entry in ipairs(list.children) do
    local paragraphs = 0
    for _, node in ipairs(entry.children) do
      if node.kind == "paragraph" then paragraphs = paragraphs + 1 end
    end
    if paragraphs > 1 then return false end
  end
  return true
end

local function list(node)
  local entries, tight = {}, is_tight(node)
  for index, entry in ipairs(node.children) do entries[index] = item(entry, tight) end
  local content = "\n" .. concat(entries, "\n") .. "\n"
  if not node.start then return wrapped("ul", "", content) end
  local start = node.start ~= 1 and format(' start="%d"', node.start) or ""
  return wrapped("ol", start, content)
end

local function row(node, tag, align)
  local cells = {}
  for index, cell in ipairs(node.children) do
    local side = align[index]
    local style = side and side ~= "none" and format(' style="text-align: %s"', side) or ""
    cells[index] = wrapped(tag, style, inlines(cell.children))
  end
  return wrapped("tr", "", concat(cells)) .. "\n"
end

local function table_text(node)
  local head, body = "", {}
  for index, entry in ipairs(node.children) do
    if index == 1 then
      head = wrapped("thead", "", "\n" .. row(entry, "th", node.align))
    else
      body[index - 1] = row(entry, "td", node.align)
    end
  end
  body = #body > 0 and "\n" .. wrapped("tbody", "", "\n" .. concat(body)) or ""
  return wrapped("table", "", "\n" .. head .. body .. "\n")
end

local BLOCK = {
  paragraph = of_tag "p", list = list, table = table_text,
  heading = function(node) return wrapped("h" .. node.level, "", inlines(node.children)) end,
  quote = function(node)
    return wrapped("blockquote", "", "\n" .. blocks(node.children) .. "\n")
  end,
  code = function(node)
    local class = node.language and format(' class="language-%s"', escaped(node.language)) or ""
    local text = node.text ~= "" and escaped(node.text) .. "\n" or ""
    return wrapped("pre", "", wrapped("code", class, text))
  end,
  rule = function() return "<hr />" end,
  footnote = function(node)
    return wrapped("div", "", led("<sup>" .. escaped(node.text) .. "</sup> ", node.children, false))
  end,
}

function blocks(list)
  local parts = {}
  for _, node in ipairs(list) do
    local write = BLOCK[node.kind] -- none for raw HTML
    if write then parts[#parts + 1] = write(node) end
  end
  return concat(parts, "\n")
end

--- Markdown as HTML. Raw HTML is left out but for the text between inline tags, links but to
--- `http`, `https`, `mailto` and relative addresses are their text.
---@param source string
---@return string
function html.encode(source)
  local text = blocks(read.tree(source, "html.encode").children)
  return text ~= "" and text .. "\n" or ""
end

return html
