-- The `markdown` library: trees of Markdown, and Markdown of texts.
local sandbox = ...
local host = sandbox.host
local clean, read = host.late "clean", host.late "markdown_tree"
local concat, math_type, rep = table.concat, math.type, string.rep

local markdown = {}

--- A text as a tree of blocks and inlines, as GitHub reads it. An error says why a text is not read:
--- blocks or inlines more than 100 deep, more than 200,000 of them, words of more than 8 KiB.
---@param source string
---@return perilune.Markdown
function markdown.parse(source)
  local tree, why = read.exact(source, "markdown.parse")
  return tree or host.fail("markdown.parse: cannot read Markdown %s", why)
end

-- What begins a block at the start of a line, where it is no markup elsewhere.
local function line_start(line)
  local marked = line:gsub("^[#+=:-]", "\\%0")
  return (marked:gsub("^(%d+)([.)])", "%1\\%2"))
end

--- A text so that Markdown shows it as it is; its line breaks stay.
---@param s string
---@return string
function markdown.escape(s)
  local lines = host.text.lines(clean.text(host.want(s, "string", "markdown.escape")))
  for index, line in ipairs(lines) do
    lines[index] = line_start((host.text.trim(line):gsub("[\\`*_%[%]<>|~&!$]", "\\%0")))
  end
  return concat(lines, "\n")
end

local RULES = { left = ":---", right = "---:", center = ":---:", none = "---" }

local function cell_text(value, as_text, row, column)
  local kind = type(value)
  if kind == "nil" then return "" end
  if kind == "number" or kind == "boolean" then return tostring(value) end
  if kind ~= "string" then
    host.fail("markdown.table: row %d, column %d is %s; expected a string, a number, a boolean or nil",
      row, column, host.found(value))
  end
  local s = as_text and markdown.escape(value) or clean.text(value):gsub("\r\n?", "\n")
  -- GFM 4.10: a bar ends a cell unless a backslash stands right in front of it.
  s = s:gsub("()|", function(at) return s:sub(at - 1, at - 1) ~= "\\" and "\\|" or nil end)
  return (host.text.trim(s):gsub("%s*\n%s*", "<br>"))
end

local KNOWN = { "header", "align", "escape" }

--- Rows as a table. Cells are texts, and are escaped; with `escape = false` they are Markdown.
---@param rows any[][]
---@param options? perilune.MarkdownTableOptions
---@return string
function markdown.table(rows, options)
  host.want(rows, "table", "markdown.table")
  options = host.want(options or {}, "table", "markdown.table")
  host.known(options, KNOWN, "markdown.table")
  local header, align = options.header or {}, options.align or {}
  host.want(header, "table", "markdown.table")
  host.want(align, "table", "markdown.table")
  local as_text, count = options.escape ~= false, rawlen(header)
  if not options.header then
    for _, row in ipairs(rows) do
      count = math.max(count, rawlen(host.want(row, "table", "markdown.table")))
    end
  end
  if count == 0 then host.fail("markdown.table: there is neither a header nor a cell") end
  local lines = {}
  local function add(cells, number)
    local parts = {}
    for column = 1, count do parts[column] = cell_text(cells[column], as_text, number, column) end
    lines[#lines + 1] = "| " .. concat(parts, " | ") .. " |"
  end
  add(header, 0)
  local rules = {}
  for column = 1, count do
    local rule = align[column] or "none"
    rules[column] = RULES[rule] or host.fail(
      'markdown.table: align is "left", "center", "right" or "none", found %s', host.found(rule))
  end
  lines[2] = "| " .. concat(rules, " | ") .. " |"
  for number, row in ipairs(rows) do
    host.want(row, "table", "markdown.table")
    if rawlen(row) > count then
      host.fail("markdown.table: row %d has %d cells, the header has %d", number, rawlen(row), count)
    end
    add(row, number)
  end
  return concat(lines, "\n") .. "\n"
end

return markdown
