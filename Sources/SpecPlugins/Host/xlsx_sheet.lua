-- One worksheet (ECMA-376 part 1 §18.3), its elements in the order that the schema has.
local sandbox = ...
local host = sandbox.host
local clean = host.late "clean"
local concat, format, math_type = table.concat, string.format, math.type

local sheet = {}

-- What Excel takes.
local MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 1048576, 16384, 32767
-- Indices of the cell formats in styles.xml.
local HEADER, BODY, GUARDED = 1, 2, 3

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

--- Text of an element or of an attribute in double quotes.
function sheet.escaped(s) return (s:gsub('[&<>"]', ENTITIES)) end

--- "A" of 1, "AB" of 28.
function sheet.letters(column)
  local letters = ""
  while column > 0 do
    letters = string.char(65 + (column - 1) % 26) .. letters
    column = (column - 1) // 26
  end
  return letters
end

-- Excel counts UTF-16: characters of four bytes are two.
local function cut(s)
  if #s <= MOST_CHARACTERS then return s end
  local _, wide = s:gsub("[\240-\247]", "")
  if utf8.len(s) + wide <= MOST_CHARACTERS then return s end
  local units = 0
  for place, code in utf8.codes(s) do
    local width = code > 0xFFFF and 2 or 1
    if units + width > MOST_CHARACTERS - 1 then return s:sub(1, place - 1) .. "\u{2026}" end
    units = units + width
  end
end

-- `_x0041_` would be read as "A" (§22.9.2.19).
local function text_of(s)
  s = cut(clean.text(s):gsub("\r\n?", "\n"))
  return (s:gsub("_(x%x%x%x%x)%f[_]", "_x005F_%1"))
end

local function text_cell(reference, s, style)
  local text = text_of(s)
  if text == "" then return format('<c r="%s" s="%d"/>', reference, style) end
  -- Who opens such a cell and leaves it would make a formula of it.
  if style == BODY and text:find("^[=+@-]") then style = GUARDED end
  return format('<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">', reference, style)
    .. sheet.escaped(text) .. "</t></is></c>"
end

local function number_text(value, row, column)
  if value ~= value or value == math.huge or value == -math.huge then
    host.fail("xlsx.encode: row %d, column %d is not a finite number", row, column)
  end
  if math_type(value) == "integer" then return format("%d", value) end
  for digits = 15, 17 do
    local text = format("%." .. digits .. "g", value)
    if tonumber(text) == value then return text end
  end
end

local function cell(value, row, column, style)
  local kind, reference = type(value), sheet.letters(column) .. row
  if kind == "nil" then return format('<c r="%s" s="%d"/>', reference, style) end
  if kind == "string" then return text_cell(reference, value, style) end
  if kind == "boolean" then
    return format('<c r="%s" s="%d" t="b"><v>%d</v></c>', reference, style, value and 1 or 0)
  end
  if kind ~= "number" then
    host.fail("xlsx.encode: row %d, column %d is %s; expected a string, a number, a boolean or nil",
      row, column, host.found(value))
  end
  -- A spreadsheet has no more digits than that.
  if math_type(value) == "integer" and (value > 1 << 53 or value < -(1 << 53)) then
    return text_cell(reference, format("%d", value), style)
  end
  return format('<c r="%s" s="%d"><v>%s</v></c>', reference, style,
    number_text(value, row, column))
end

local function row_text(cells, count, number, style)
  local parts = {}
  for column = 1, count do parts[column] = cell(cells[column], number, column, style) end
  return format('<row r="%d">', number) .. concat(parts) .. "</row>"
end

-- As wide as the longest line of the cells, within reason.
local function width_of(given, cells, count)
  local widths = {}
  for column = 1, count do
    local width = 8
    for _, row in ipairs(cells) do
      local value = row[column]
      if width < 60 and value ~= nil then
        local s = tostring(value)
        if #s > width then
          for _, line in ipairs(host.text.lines(s)) do
            width = math.max(width, host.text.length(line) + 2)
          end
        end
      end
    end
    widths[column] = given[column] or math.min(width, 60)
  end
  return widths
end

local function columns_text(widths)
  local parts = {}
  for column, width in ipairs(widths) do
    parts[column] = format('<col min="%d" max="%d" width="%s" customWidth="1"/>', column, column,
      number_text(width, 0, column))
  end
  return "<cols>" .. concat(parts) .. "</cols>"
end

-- What a formula has for a text.
local function literal(s) return '"' .. s:gsub('"', '""') .. '"' end

local function below(column) return format("%s2:%s%d", column, column, MOST_ROWS) end

local function colours_text(fills)
  local parts, priority = {}, 0
  for _, fill in ipairs(fills) do
    local rules = {}
    for index, colour in ipairs(fill.colours) do
      priority = priority + 1
      rules[index] = format('<cfRule type="cellIs" dxfId="%d" priority="%d" operator="equal">',
        colour.format, priority) .. "<formula>" .. sheet.escaped(literal(colour.value))
        .. "</formula></cfRule>"
    end
    parts[#parts + 1] = format('<conditionalFormatting sqref="%s">', below(fill.letters))
      .. concat(rules) .. "</conditionalFormatting>"
  end
  return concat(parts)
end

local function choices_text(lists)
  if #lists == 0 then return "" end
  local parts = {}
  for index, list in ipairs(lists) do
    parts[index] = '<dataValidation type="list" allowBlank="1" showErrorMessage="1" '
      .. 'errorStyle="warning" sqref="' .. below(list.letters) .. '"><formula1>'
      .. sheet.escaped(list.formula) .. "</formula1></dataValidation>"
  end
  return format('<dataValidations count="%d">', #lists) .. concat(parts) .. "</dataValidations>"
end

--- The pieces of a sheet's part.
--- `{ header, cells, widths, fills, lists, is_first }`: cells by place, fills and lists by column.
function sheet.pieces(content)
  local header, cells = content.header, content.cells
  local count, last = #header, #cells + 1
  if count > MOST_COLUMNS or last > MOST_ROWS then
    host.fail("xlsx.encode: a sheet of %d columns and %d rows; there may be %d and %d", count, last,
      MOST_COLUMNS, MOST_ROWS)
  end
  local whole = format("A1:%s%d", sheet.letters(count), last)
  local all = { header }
  for index, row in ipairs(cells) do all[index + 1] = row end
  local pieces = {
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns='
      .. '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
      .. format('<dimension ref="%s"/>', whole)
      .. format('<sheetViews><sheetView%s workbookViewId="0">', content.is_first
        and ' tabSelected="1"' or "")
      .. '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
      .. '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
      .. '<sheetFormatPr defaultRowHeight="15"/>'
      .. columns_text(width_of(content.widths, all, count)) .. "<sheetData>"
      .. row_text(header, count, 1, HEADER),
  }
  for index, row in ipairs(cells) do
    pieces[#pieces + 1] = row_text(row, count, index + 1, BODY)
  end
  pieces[#pieces + 1] = "</sheetData>" .. format('<autoFilter ref="%s"/>', whole)
    .. colours_text(content.fills) .. choices_text(content.lists) .. "</worksheet>\n"
  return pieces
end

return sheet
