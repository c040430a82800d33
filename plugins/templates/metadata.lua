-- Metadata in the template's form: lines with bold names, or a table.
local cells = require "cells"
local outline = require "outline"

local metadata = {}

-- How the template writes it, and in which of its sections; nil where it has none, or another form.
local function target(schema)
  local first = schema.metadata[1]
  local line = first and text.trim(first:markdown()) or ""
  local form
  if line:find "^|" then
    form = { kind = "table", is_bold = line:find "^|%s*%*%*" ~= nil }
  elseif line:find "^%*%*" then
    form = { kind = "paragraph", is_colon_inside = line:find "^%*%*[^*]*:%*%*" ~= nil }
  else
    return nil
  end
  for _, expected in ipairs(schema.sections) do
    if expected.role == "metadata" and expected:markdown():find(first:markdown(), 1, true) then
      form.expected = expected
    end
  end
  local source = form.expected and form.expected:markdown() or schema:markdown()
  for _, whole in ipairs(outline.lines(source)) do
    if form.kind == "table" and text.trim(whole):find "^|" then
      form.header = text.trim(whole)
      break
    end
  end
  return form
end

-- The blocks that say the metadata and nothing else: all of those in front of the first section or in
-- the section for them; nil where one says something else, too.
local function blocks(document)
  local list, by_block = {}, {}
  for _, field in ipairs(document.spec.metadata) do
    local block = document.block_at[field.line]
    local holder = block and document.node_of[block.section]
    local is_here = block and (block.line <= document.head.last
      or holder and holder.section.role == "metadata")
    if is_here then
      local number = block.line
      local found = by_block[number]
      if not found then
        found = { block = block, fields = {}, holder = block.line > document.head.last and holder }
        by_block[number] = found
        list[#list + 1] = found
      end
      table.insert(found.fields, field)
    end
  end
  for _, found in ipairs(list) do
    local block, lines = found.block, found.block.last_line - found.block.line + 1
    local fits = block.kind == "table" and #found.fields == lines - 2
      or (block.kind == "paragraph" or block.kind == "list") and #found.fields == lines
    local seen = {}
    for _, field in ipairs(found.fields) do
      if seen[field.line] or document.block_at[field.line] ~= block then fits = false end
      seen[field.line] = true
    end
    if not fits then return nil end
  end
  return list
end

local function name_of(field, schema)
  for _, expected in ipairs(schema.metadata) do
    if expected.role and expected.role == field.role then return expected.name end
  end
  return field.name
end

local function as_table(fields, form, schema, eol)
  local header = form.header or "| Field | Value |"
  local names = {}
  for name in header:gmatch "|([^|]+)" do names[#names + 1] = text.trim(name) end
  local lines = { header, cells.rule(names) }
  for _, field in ipairs(fields) do
    local name, value = cells.cell(name_of(field, schema)), cells.cell(field.markdown)
    if not value then return nil end
    lines[#lines + 1] = cells.row { form.is_bold and "**" .. name .. "**" or name, value }
  end
  return table.concat(lines, eol)
end

local function as_lines(fields, form, schema, eol)
  local lines = {}
  for _, field in ipairs(fields) do
    local name = name_of(field, schema)
    local label = form.is_colon_inside and "**" .. name .. ":**" or "**" .. name .. "**:"
    lines[#lines + 1] = text.trim(label .. " " .. cells.free(field.markdown))
  end
  return table.concat(lines, eol)
end

local function lines_between(document, first, last, gone)
  local list = {}
  for line = first, last do
    if not gone[line] then list[#list + 1] = document.lines[line] end
  end
  -- Where a block was, one blank line is enough.
  local whole = table.concat(list)
  return (whole:gsub("^[ \t]*[\r\n]+", ""):gsub("[ \t\r\n]+$", ""))
end

--- What stands where: `head`, the text in front of the first section, and `body`, that of the section for
--- metadata, with the template's section or nil; nil where the metadata stays as it is.
function metadata.reformed(document, schema)
  local form = target(schema)
  local found = form and blocks(document)
  if not found or #found == 0 then return nil end
  local eol, parts, gone, holder = document.eol, {}, {}, nil
  for _, one in ipairs(found) do
    local whole
    if one.block.kind == form.kind then
      whole = one.block.text
    elseif form.kind == "table" then
      whole = as_table(one.fields, form, schema, eol)
    elseif one.block.kind == "table" then
      whole = as_lines(one.fields, form, schema, eol)
    else
      whole = one.block.text
    end
    if not whole then return nil end
    parts[#parts + 1] = whole
    for line = one.block.line, one.block.last_line do gone[line] = true end
    holder = holder or one.holder
  end
  local is_home = form.expected and holder and #found == 1
    or not form.expected and not holder and #found == 1
  if is_home and parts[1] == found[1].block.text then return nil end
  local head, title = document.head, 0
  for line = head.first, head.last do
    local block = document.block_from[line]
    if block and block.kind == "heading" then title = block.last_line end
  end
  local new = table.concat(parts, eol .. eol)
  local pieces = { (table.concat(document.lines, "", 1, title):gsub("[\r\n]+$", "")) }
  local rest = lines_between(document, title + 1, head.last, gone)
  local body = holder and lines_between(document, holder.first, holder.last, gone) or ""
  local result = { holder = holder, expected = form.expected, form = form.kind }
  if form.expected then
    result.body = new .. (body ~= "" and eol .. eol .. body or "")
  else
    pieces[#pieces + 1] = new
    if body ~= "" then pieces[#pieces + 1] = body end
  end
  if rest ~= "" then pieces[#pieces + 1] = rest end
  if pieces[1] == "" then table.remove(pieces, 1) end
  result.head = table.concat(pieces, eol .. eol)
  return result
end

return metadata
