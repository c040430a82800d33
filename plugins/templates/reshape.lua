-- Items in the form that the template has for them: rows of a table, entries of a list, headings.
local cells = require "cells"
local outline = require "outline"

local reshape = {}

local LISTS = { list = true, ordered = true, tasks = true }

-- The field that an entry or a heading says without a label.
local MAIN = { "name", "text", "scenario", "term", "condition" }

-- Kinds whose entries begin with their name in bold, and the field that stands behind it.
local LED = { term = { "term", "definition" }, test = { "type", "text" } }

-- Fields that are a box.
local BOXES = { "approved", "done" }

local function main_field(item)
  if LED[item.kind] then return LED[item.kind][1] end
  for _, name in ipairs(MAIN) do
    if not text.is_blank(item.raw[name]) then return name end
  end
end

-- What a column of texts is called, where that is not the kind.
local TEXTS = { quality = "Requirement", test = "Description" }

-- What a field is called where the template has no word for it: as in the table that it comes from, else
-- by its own name.
local function label_of(item, name)
  for _, label in ipairs(item.shape.labels) do
    if label.field == name and item.shape.form == "table" then return label.name end
  end
  if name == "id" then return "ID" end
  if name == "text" then name = TEXTS[item.kind] or item.kind end
  return name:sub(1, 1):upper() .. name:sub(2):gsub("-", " ")
end

-- What an item says, as Markdown: a list of `name`, `label`, `source`, the fields in the order in which
-- the document has them. Nil where something of it is more than text.
local function said(item)
  local list, seen = {}, {}
  local function add(name, label, source, is_extra)
    if seen[name] or text.is_blank(source) then return end
    seen[name] = true
    list[#list + 1] = {
      name = name, label = label, extra = is_extra,
      source = item.shape.form == "table" and cells.free(source) or text.trim(source),
    }
  end
  for _, label in ipairs(item.shape.form == "table" and item.shape.labels or {}) do
    if label.field and item.raw[label.field] then
      add(label.field, label.name, item:markdown(label.field))
    end
  end
  for name, value in pairs(item.raw) do
    if not text.is_blank(value) then add(name, label_of(item, name), item:markdown(name)) end
  end
  for name, value in pairs(item.extra) do
    if not text.is_blank(value) then add(name, name, item:markdown(name), true) end
  end
  for name, value in pairs(item) do
    if type(value) == "table" and name ~= "raw" and name ~= "dates" and name ~= "extra"
      and name ~= "shape" and next(value) ~= nil
    then
      return nil
    end
  end
  return list
end

-- Marks that part a name from what is said of it.
local MARKS = { "–", "—", "·", "→", "☐", "☑" }

-- Is all that a text says of an item said by its fields? What is left then is marks and labels.
local function is_all(source, fields, item)
  local labels = {}
  for _, label in ipairs(item.shape.labels) do labels[text.lower(label.name)] = true end
  local sorted = { table.unpack(fields) }
  table.sort(sorted, function(a, b) return #a.source > #b.source end)
  for _, field in ipairs(sorted) do
    local from, to = source:find(field.source, 1, true)
    if from then source = source:sub(1, from - 1) .. "\1" .. source:sub(to + 1) end
  end
  for line in source:gmatch "[^\r\n]+" do
    line = line:gsub("^%s*[-*+]%s+", ""):gsub("^%s*%d+[.)]%s+", ""):gsub("%[[ xX]%]", "")
    line = line:gsub("%*%*[^*:\1]+:%*%*", ""):gsub("%*%*[^*:\1]+%*%*%s*:", "")
    local label = line:match "^%s*([^:\1]+):%s*\1"
    if label and labels[text.lower(text.trim(label))] then line = line:gsub("^[^:]+:", "") end
    for _, mark in ipairs(MARKS) do line = line:gsub(mark, "") end
    if line:find "[%w\x80-\xFF]" then return false end
  end
  return true
end

-- MARK: forms

local function as_table(items, shape)
  local columns, header, known = {}, {}, {}
  for _, label in ipairs(shape.labels) do
    columns[#columns + 1] = { name = label.name, field = label.field }
    if label.field then known[label.field] = true end
  end
  local boxes = {}
  for _, one in ipairs(items) do
    for _, field in ipairs(one.said) do
      if not known[field.name] then
        known[field.name] = true
        columns[#columns + 1] = { name = field.label, field = field.name }
      end
    end
    for _, name in ipairs(BOXES) do
      if one.item[name] ~= nil then boxes[name] = label_of(one.item, name) end
    end
  end
  for _, name in ipairs(BOXES) do
    if boxes[name] and not known[name] then
      columns[#columns + 1] = { name = boxes[name], field = name }
    end
  end
  for index, column in ipairs(columns) do header[index] = cells.cell(column.name) end
  local lines = { cells.row(header), cells.rule(header) }
  for _, one in ipairs(items) do
    local row, by_name = {}, {}
    for _, field in ipairs(one.said) do by_name[field.name] = field.source end
    for _, name in ipairs(BOXES) do
      if boxes[name] then by_name[name] = one.item[name] and "[x]" or "[ ]" end
    end
    for index, column in ipairs(columns) do
      row[index] = cells.cell(column.field and by_name[column.field] or "")
      if not row[index] then return nil end
    end
    lines[#lines + 1] = cells.row(row)
  end
  return lines
end

local function as_list(items, shape)
  local lines = {}
  for number, one in ipairs(items) do
    local item = one.item
    local main, marker = main_field(item), shape.form == "ordered" and number .. ". " or "- "
    local by_name, shown = {}, { [main or ""] = true }
    for _, field in ipairs(one.said) do by_name[field.name] = field.source end
    local words = main and by_name[main]
    if not words then return nil end
    local led = LED[item.kind]
    if led and by_name[led[2]] then
      words, shown[led[2]] = "**" .. words .. "**: " .. by_name[led[2]], true
    elseif item.kind == "flag" and by_name.description then
      words, shown.description = words .. ": " .. by_name.description, true
    elseif by_name.id and by_name.id:find "%a" then
      words, shown.id = by_name.id .. ": " .. words, true
    end
    local box = shape.form == "tasks" and (item.done and "[x] " or "[ ] ") or ""
    if item.approved ~= nil or item.done ~= nil and box == "" then return nil end
    lines[#lines + 1] = marker .. box .. words
    for _, field in ipairs(one.said) do
      if not shown[field.name] then
        if field.extra then return nil end
        lines[#lines + 1] = string.rep(" ", #marker) .. "- **" .. field.label .. "**: " .. field.source
      end
    end
  end
  return lines
end

local function as_headings(items, shape, level, example)
  if level > 6 then return nil end
  local lines, is_list = {}, example:find "\n%- %*%*" ~= nil
  for number, one in ipairs(items) do
    local main, by_field = main_field(one.item), {}
    for _, label in ipairs(shape.labels) do
      if label.field then by_field[label.field] = label.name end
    end
    if number > 1 then lines[#lines + 1] = "" end
    for _, field in ipairs(one.said) do
      if field.name == main then
        table.insert(lines, number > 1 and #lines + 1 or 1,
          string.rep("#", level) .. " " .. field.source)
      end
    end
    for _, field in ipairs(one.said) do
      if field.name ~= main then
        if field.extra then return nil end
        local label = by_field[field.name] or field.label
        lines[#lines + 1] = (is_list and "- " or "") .. "**" .. label .. "**: " .. field.source
      end
    end
  end
  return lines
end

-- MARK: blocks

-- Are the columns of a table those of the template, by name and order?
local function has_columns(item, shape)
  local own = item.shape.labels
  if #own < #shape.labels then return false end
  for index, label in ipairs(shape.labels) do
    if own[index].name ~= label.name then return false end
  end
  return true
end

-- The items of a block, one for each of its rows or entries; nil where one of these is none, or there are
-- items of several kinds.
local function items_of(document, block)
  local inner, list, kind = block.blocks, {}, nil
  for number, one in ipairs(inner) do
    if not (block.kind == "table" and number == 1) then
      local items = document.items_at[one.line]
      if not items or #items ~= 1 then return nil end
      local item = items[1]
      kind = kind or item.kind
      local fields = said(item)
      if item.kind ~= kind or not fields then return nil end
      if block.kind == "list" then
        for line = one.line + 1, one.last_line do
          if document.items_at[line] then return nil end
        end
        if not is_all(one.text, fields, item) then return nil end
      end
      list[#list + 1] = { item = item, said = fields }
    end
  end
  if #list == 0 then return nil end
  return list, kind
end

local function wanted(part, kind)
  while part do
    if part.expected then
      for _, shape in ipairs(part.expected.shapes) do
        if shape.kind == kind then return shape, part end
      end
    end
    part = part.outer
  end
end

local function rewritten(document, part, block, is_last)
  if block.kind ~= "table" and block.kind ~= "list" then return nil end
  local items, kind = items_of(document, block)
  if not items then return nil end
  local shape, holder = wanted(part, kind)
  if not shape then return nil end
  local from = items[1].item.shape
  if shape.form == "table" then
    if from.form == "table" and has_columns(items[1].item, shape) then return nil end
    return as_table(items, shape), shape, #items
  elseif LISTS[shape.form] then
    local is_same = LISTS[from.form] and (from.form == "tasks") == (shape.form == "tasks")
    return not is_same and as_list(items, shape) or nil, shape, #items
  elseif shape.form == "headings" and from.form == "table" and is_last then
    return as_headings(items, shape, part.level + 1, holder.expected:markdown()), shape, #items
  end
end

-- Headings below a part that are items, as a table at the end of what is its own.
local function gathered(document, part)
  local items, kind = {}, nil
  for _, child in ipairs(part.children) do
    local found = child.node and not child.node.section.role
      and document.items_at[child.node.line]
    if not found or #found ~= 1 or child.expected or #child.children > 0 then return nil end
    local fields = said(found[1])
    local node = child.node
    local source = table.concat(document.lines, "", node.line, node.last)
    kind = kind or found[1].kind
    if not fields or found[1].kind ~= kind or source:find "\n%s*```" or source:find "\n%s*~~~" then
      return nil
    end
    for line = node.first, node.last do
      if document.items_at[line] then return nil end
    end
    local body = source:gsub("^%s*#+%s*[^\r\n]*", function(heading)
      return (heading:gsub("^.-:%s*", ""))
    end, 1)
    if not is_all(body, fields, found[1]) then return nil end
    items[#items + 1] = { item = found[1], said = fields }
  end
  if #items == 0 then return nil end
  local shape = wanted(part, kind)
  if not shape or shape.form ~= "table" then return nil end
  return as_table(items, shape), shape, items
end

--- Re-shapes the items of all parts, but those on lines that are kept; gives what was re-shaped, a list of
--- `first`, `last`, `kind`, `form`, and `key`, the line by which it is kept.
function reshape.all(document, result, kept)
  local done, eol = {}, document.eol
  local function each(part)
    local node = part.node
    local pieces, line = {}, node and node.first
    while node and line <= node.last do
      local block = document.block_from[line]
      local last = block and math.min(block.last_line, node.last) or line
      local lines, shape, count
      if block and not kept[line] and block.last_line <= node.last then
        lines, shape, count = rewritten(document, part, block, block.last_line == node.last)
      end
      if lines then
        local ending = document.lines[last]:match "[\r\n]*$"
        pieces[#pieces + 1] = table.concat(lines, eol) .. ending
        done[#done + 1] = {
          first = line, last = last, key = line, kind = shape.kind, form = shape.form,
          count = count,
        }
      else
        pieces[#pieces + 1] = table.concat(document.lines, "", line, last)
      end
      line = last + 1
    end
    if #done > 0 and not part.body then part.body = (table.concat(pieces):gsub("[\r\n]+$", "")) end
    if #part.children > 0 and not kept[part.children[1].node and part.children[1].node.line or 0] then
      local lines, shape, items = gathered(document, part)
      if lines then
        local body = part.body or node and outline.body(document, node) or ""
        part.body = (body ~= "" and body .. eol .. eol or eol) .. table.concat(lines, eol)
        for number, child in ipairs(part.children) do
          local inner = child.node
          result.gathered[inner] = true
          done[#done + 1] = {
            first = inner.line, last = inner.last, kind = shape.kind, form = shape.form,
            key = part.children[1].node.line, count = number == 1 and #items or nil,
          }
        end
        part.children = {}
      end
    end
    for _, child in ipairs(part.children) do each(child) end
  end
  for _, part in ipairs(result.roots) do each(part) end
  return done
end

return reshape
