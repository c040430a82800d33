-- The `jira` library: Jira's wiki markup, in which no text of an author becomes markup.
local sandbox = ...
local host = sandbox.host
local clean, read, wiki = host.late "clean", host.late "markdown_tree", host.late "jira_text"
local concat = table.concat

local jira = {}

--- A text that reads the same in Jira; its line breaks stay.
---@param s string
---@return string
function jira.escape(s)
  return wiki.lines(host.want(s, "string", "jira.escape"))
end

local inlines, add_blocks

local MARKS = { emphasis = "_", strong = "*", strike = "-" }
-- A line break that needs no line of its own.
local BREAK = " \\\\ "

-- Marks stand at the edge of a word only, unless they are in braces.
local function marked(node, before, after)
  local content = inlines(node.children)
  local mark = MARKS[node.kind]
  if content == "" then return "" end
  if content:find("^%s") or content:find("%s$") then return content end
  if before:find("[%w\128-\255]$") or after:find("^[%w\128-\255]") then
    mark = "{" .. mark .. "}"
  end
  return mark .. content .. mark
end

-- What leads out of the repository is a link; of what does not, the place is told.
local function linked(content, url)
  local address, is_relative = clean.address(url)
  if not address or address == "" or address:find("^#") then return content end
  if is_relative then return content .. " ({{" .. wiki.words(address) .. "}})" end
  local target = wiki.address(address)
  if content == "" or content == wiki.words(address) then return "[" .. target .. "]" end
  return "[" .. content:gsub("\\([|%[%]])", { ["|"] = "&#124;", ["["] = "&#91;", ["]"] = "&#93;" })
    .. "|" .. target .. "]"
end

local INLINE = {
  text = function(node) return wiki.words(clean.text(node.text)) end,
  emphasis = marked, strong = marked, strike = marked,
  link = function(node) return linked(inlines(node.children), node.url) end,
  image = function(node) return linked(wiki.words(clean.text(node.text)), node.url) end,
  ["code-span"] = function(node)
    local code = host.text.trim(clean.text(node.text))
    return code ~= "" and "{{" .. wiki.words(code) .. "}}" or ""
  end,
  ["soft-break"] = function() return " " end,
  ["hard-break"] = function() return BREAK end,
  ["footnote-reference"] = function(node)
    return "\\[" .. wiki.words(clean.text(node.text)) .. "\\]"
  end,
}

function inlines(list)
  local parts = {}
  for index, node in ipairs(list) do
    local before, after = list[index - 1], list[index + 1]
    parts[index] = INLINE[node.kind](
      node, before and before.text or "", after and after.text or "")
  end
  return concat(parts)
end

local function line(list) return wiki.start(inlines(list)) end

-- Jira says so where it does not know a language.
local LANGUAGES = {}
for name in ("actionscript ada applescript bash c c# c++ cpp css erlang go groovy haskell html java "
  .. "javascript js json lua none objc perl php python r ruby scala sh sql swift visualbasic xml "
  .. "yaml"):gmatch("%S+") do
  LANGUAGES[name] = name
end
LANGUAGES.shell, LANGUAGES.console, LANGUAGES.zsh, LANGUAGES.yml, LANGUAGES.py =
  "bash", "bash", "bash", "yaml", "python"

-- Nothing can be escaped inside of code: what would end it gets a character that nobody sees.
local function code(node)
  local language = LANGUAGES[(node.language or ""):lower()]
  local content = clean.text(node.text):gsub("{([cC][oO][dD][eE])", "{\u{200B}%1")
  return (language and "{code:" .. language .. "}" or "{code}") .. "\n" .. content .. "\n{code}"
end

local function cell_text(cell)
  local content = line(cell.children)
  return content ~= "" and content or " "
end

local function table_text(node)
  local rows = {}
  for index, row in ipairs(node.children) do
    local cells, bar = {}, index == 1 and "||" or "|"
    for column, cell in ipairs(row.children) do cells[column] = cell_text(cell) end
    rows[index] = bar .. concat(cells, bar) .. bar
  end
  return concat(rows, "\n")
end

local BOXES = { [true] = "\u{2611} ", [false] = "\u{2610} " }

-- The paragraphs of an entry are one line; lists in it follow with longer marks, what can only stand
-- by itself ends the list.
local function add_list(lines, list, marks)
  marks = marks .. (list.start and "#" or "*")
  for _, entry in ipairs(list.children) do
    local words, place = {}, #lines + 1
    local function add(nodes)
      for _, node in ipairs(nodes) do
        if node.kind == "paragraph" or node.kind == "heading" then
          words[#words + 1] = inlines(node.children)
        elseif node.kind == "quote" or node.kind == "footnote" then
          add(node.children)
        elseif node.kind == "list" then
          add_list(lines, node, marks)
        elseif node.kind == "code" then
          lines[#lines + 1] = code(node)
        elseif node.kind == "table" then
          lines[#lines + 1] = table_text(node)
        end
      end
    end
    add(entry.children)
    local box = entry.done ~= nil and BOXES[entry.done] or ""
    if #words > 0 or box ~= "" or #lines < place then
      table.insert(lines, place, marks .. " " .. box .. concat(words, BREAK))
    end
  end
end

local BLOCK = {
  paragraph = function(node) return line(node.children) end,
  heading = function(node) return "h" .. node.level .. ". " .. inlines(node.children) end,
  rule = function() return "----" end,
  code = code, table = table_text,
  list = function(node)
    local lines = {}
    add_list(lines, node, "")
    return concat(lines, "\n")
  end,
}

-- A quote in a quote would end it.
function add_blocks(parts, list, is_quoted)
  for _, node in ipairs(list) do
    if node.kind == "quote" and not is_quoted then
      local inside = {}
      add_blocks(inside, node.children, true)
      parts[#parts + 1] = "{quote}\n" .. concat(inside, "\n\n") .. "\n{quote}"
    elseif node.kind == "quote" then
      add_blocks(parts, node.children, true)
    elseif node.kind == "footnote" then
      local inside = {}
      add_blocks(inside, node.children, is_quoted)
      local label = "\\[" .. wiki.words(clean.text(node.text)) .. "\\] "
      inside[1] = label .. (inside[1] or "")
      parts[#parts + 1] = concat(inside, "\n\n")
    elseif BLOCK[node.kind] then
      local block = BLOCK[node.kind](node)
      if block ~= "" then parts[#parts + 1] = block end
    end
  end
end

--- Markdown as wiki markup. Raw HTML is left out but for the text between inline tags; links inside
--- of the repository are their text and the path; numbered lists begin with 1.
---@param source string
---@return string
function jira.encode(source)
  local parts = {}
  add_blocks(parts, read.tree(source, "jira.encode").children, false)
  return concat(parts, "\n\n")
end

return jira
