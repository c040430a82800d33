-- What an item says, as Markdown that can stand in another document: the description of a ticket.
local sandbox = ...
local host = sandbox.host
local text, escape = host.text, host.late("markdown").escape
local concat = table.concat

local bodies = {}

-- A line of a text that would open a list, a heading, a quotation, a rule or a block of code in a
-- document of its own.
local function opens_block(line)
  return line:find "^[-+*]%s" or line:find "^[-+*]$" or line:find "^#+%s" or line:find "^#+$"
    or line:find "^>" or line:find "^%d+[.)]%s" or line:find "^%d+[.)]$"
    or line:find "^[-*_=][-*_= ]*$" or line:find "^```" or line:find "^~~~"
end

local function closed(line)
  local plain, rest = line:match "^(%d+)([.)].*)$"
  if plain then return plain .. "\\" .. rest end
  return "\\" .. line
end

-- Without the white space that the lines behind the first have in common, which is of the list that
-- they stood in.
local function dedented(lines)
  local least
  for index = 2, #lines do
    if lines[index]:find "%S" then
      local indent = #lines[index]:match "^ *"
      least = math.min(least or indent, indent)
    end
  end
  for index = 2, #lines do lines[index] = lines[index]:sub((least or 0) + 1) end
  return lines
end

-- The lines of a field as Markdown, nil where nobody wrote anything; with `true` where they are
-- parted by breaks and not by the author's lines. What raw HTML stands in is told by its words.
local function lines_of(item, field)
  if not item:says(field) then return nil end
  local raw = item.raw[field] or item.extra[field]
  local source = item:markdown(field)
  if text.is_blank(source) then source = escape(raw) end -- a model that was handed in has no text
  local broken, breaks = source:gsub("<[bB][rR]%s*/?>", "\n")
  if broken:gsub("<%a[%w+.-]*:[^<>%s]*>", ""):find "<[%a/!?]" then
    broken, breaks = escape(raw), select(2, raw:gsub("\n", ""))
  elseif not raw:find("\\|", 1, true) then
    broken = broken:gsub("\\|", "|")
  end
  local lines, plain = dedented(text.lines(broken)), text.lines(raw)
  for index, line in ipairs(plain) do
    if #lines ~= #plain then break end
    lines[index] = text.trim(lines[index])
    if opens_block(text.trim(line)) and opens_block(lines[index]) then
      lines[index] = closed(lines[index])
    end
  end
  return lines, breaks > 0
end

local function paragraph(item, field)
  local lines, breaks = lines_of(item, field)
  return lines and text.trim(concat(lines, breaks and "\\\n" or "\n"))
end

-- An entry for each line; a list that the author wrote stays one.
local function list(item, field)
  local lines = lines_of(item, field)
  if not lines then return nil end
  if lines[1]:find "^[-+*]%s" or lines[1]:find "^%d+[.)]%s" then return concat(lines, "\n") end
  local entries = {}
  for _, line in ipairs(lines) do
    if line:find "%S" then entries[#entries + 1] = "- " .. text.trim(line) end
  end
  return concat(entries, "\n")
end

-- A code span, whatever ticks stand in it.
local function code_span(s)
  local longest = 0
  for ticks in s:gmatch "`+" do longest = math.max(longest, #ticks) end
  local fence, space = ("`"):rep(longest + 1), s:find "^`" or s:find "`$"
  return fence .. (space and " " or "") .. s .. (space and " " or "") .. fence
end

-- By kind, fields in order: as a paragraph, behind a label, or as a list below a heading.
local SHOWN = {
  requirement = { { "text" }, { "acceptance", list = "Acceptance criteria" } },
  phase = {
    { "scope" }, { "duration", label = "Duration" }, { "dependencies", label = "Depends on" },
    { "trigger", label = "Rollback trigger" },
  },
  task = { { "text" } },
  question = { { "text" }, { "owner", label = "Owner" }, { "status", label = "Status" } },
}

local function shown(item, field)
  if field.list then
    local entries = list(item, field[1])
    return entries and "### " .. field.list .. "\n\n" .. entries
  end
  local said = paragraph(item, field[1])
  if not said then return nil end
  return field.label and "**" .. escape(field.label) .. ":** " .. said or said
end

--- What an item says, then which phase it belongs to, the columns that nobody knows, and where it
--- stands: no line number, which changes whenever the spec does.
--- @param own a text that stands for what the item says, or nil
function bodies.of(item, own, phase)
  local parts = { own and escape(own) }
  for _, field in ipairs(own and {} or SHOWN[item.kind]) do parts[#parts + 1] = shown(item, field) end
  local name = phase and phase:says "name"
  if name then parts[#parts + 1] = "**Phase:** " .. escape(name) end
  for column in pairs(own and {} or item.extra) do
    parts[#parts + 1] = shown(item, { column, label = column })
  end
  local source = "Source: " .. code_span(item.spec.path)
  if item.section then source = source .. ", " .. escape(text.collapse(item.section.title)) end
  parts[#parts + 1] = source
  return concat(parts, "\n\n")
end

return bodies
