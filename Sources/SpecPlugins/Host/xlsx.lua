-- The `xlsx` library: workbooks that look the same in every spreadsheet, the same bytes for the same
-- content. No cell is a formula.
local sandbox = ...
local host = sandbox.host
local clean, zip = host.late "clean", host.late "zip"
local sheet, book, rows_of = host.late "xlsx_sheet", host.late "xlsx_book", host.late "rows"
local concat, format = table.concat, string.format

local xlsx = {}

local KNOWN = { "name", "header", "rows", "widths", "lists", "fills" }
local LONGEST_NAME = 31

-- Names of sheets have no `[]:*?/\`, no quote at an end, and differ in more than their case.
local function name_of(given, index, used)
  local name = clean.text(host.want(given or "Sheet" .. index, "string", "xlsx.encode: name"))
  name = host.text.collapse(name:gsub("[%[%]:*?/\\\127]", " "))
  name = host.text.trim((name:gsub("^'+", ""):gsub("'+$", "")))
  if name == "" or name:lower() == "history" then name = "Sheet" .. index end
  local function short(most)
    local units = 0
    for place, code in utf8.codes(name) do
      units = units + (code > 0xFFFF and 2 or 1)
      if units > most then return host.text.trim(name:sub(1, place - 1)) end
    end
    return name
  end
  local result, number = short(LONGEST_NAME), 2
  while used[result:lower()] do
    local suffix = format(" (%d)", number)
    result, number = short(LONGEST_NAME - #suffix) .. suffix, number + 1
  end
  used[result:lower()] = true
  return result
end

local function column_of(header, name, what)
  for column, one in ipairs(header) do
    if one == name then return column end
  end
  local near = type(name) == "string" and host.text.nearest(name, header)
  host.fail('xlsx.encode: %s of a column "%s" that the header has not%s', what, tostring(name),
    near and format('; did you mean "%s"?', near) or "")
end

local function widths_of(given, header)
  local widths = {}
  for name, width in pairs(host.want(given or {}, "table", "xlsx.encode: widths")) do
    host.want(width, "number", "xlsx.encode: widths")
    if not (width > 0 and width <= 255) then
      host.fail("xlsx.encode: a width is up to 255 characters, found %s", host.found(width))
    end
    widths[column_of(header, name, "a width")] = width
  end
  return widths
end

-- Formats are shared by all sheets of a workbook.
local function fills_of(given, header, colours)
  local fills = {}
  for name, values in pairs(host.want(given or {}, "table", "xlsx.encode: fills")) do
    local fill = { letters = sheet.letters(column_of(header, name, "fills")), colours = {} }
    for value, colour in pairs(host.want(values, "table", "xlsx.encode: fills")) do
      if type(value) ~= "string" or type(colour) ~= "string" or not colour:find("^%x%x%x%x%x%x$") then
        host.fail("xlsx.encode: fills are colours like FFC7CE by texts, found %s", host.found(colour))
      end
      colours[#colours + 1] = colour:upper()
      fill.colours[#fill.colours + 1] = { value = clean.text(value), format = #colours - 1 }
    end
    fills[#fills + 1] = fill
  end
  return fills
end

-- A list in the formula itself has no commas and 255 characters at most; a longer one stands on a
-- sheet of its own.
local function list_formula(values, longer)
  local joined = concat(values, ",")
  local parts = #values
  local _, commas = joined:gsub(",", "")
  if commas == parts - 1 and #joined <= 255 and not joined:find('"', 1, true) then
    return '"' .. joined .. '"'
  end
  longer[#longer + 1] = values
  local letters = sheet.letters(#longer)
  return format("Lists!$%s$2:$%s$%d", letters, letters, #values + 1)
end

local function lists_of(given, header, longer)
  local lists = {}
  for name, values in pairs(host.want(given or {}, "table", "xlsx.encode: lists")) do
    local texts = {}
    for index, value in ipairs(host.want(values, "table", "xlsx.encode: lists")) do
      texts[index] = clean.text(host.want(value, "string", "xlsx.encode: lists"))
    end
    if #texts > 0 then
      lists[#lists + 1] = { letters = sheet.letters(column_of(header, name, "a list")),
        formula = list_formula(texts, longer) }
    end
  end
  return lists
end

-- The lists that do not fit in a formula, one a column.
local function list_sheet(longer)
  local header, cells, most = {}, {}, 0
  for column, values in ipairs(longer) do
    header[column] = "List " .. column
    most = math.max(most, #values)
  end
  for row = 1, most do
    cells[row] = {}
    for column, values in ipairs(longer) do cells[row][column] = values[row] end
  end
  return { header = header, cells = cells, widths = {}, fills = {}, lists = {} }
end

local function header_of(given)
  local header = host.want(given, "table", "xlsx.encode: header")
  if rawlen(header) == 0 then host.fail("xlsx.encode: the header of a sheet is empty") end
  for index = 1, rawlen(header) do host.want(header[index], "string", "xlsx.encode: header") end
  return header
end

local function pieces_of(workbook, who)
  host.want(workbook, "table", who)
  host.known(workbook, { "sheets" }, who)
  local given = host.want(workbook.sheets, "table", who .. ": sheets")
  if rawlen(given) == 0 then host.fail("%s: there is no sheet", who) end
  local used, names, sheets, colours, longer = { lists = true }, {}, {}, {}, {}
  for index = 1, rawlen(given) do
    local one = host.want(given[index], "table", who .. ": a sheet")
    host.known(one, KNOWN, who)
    local header = header_of(one.header)
    names[index] = name_of(one.name, index, used)
    sheets[index] = sheet.pieces {
      header = header, is_first = index == 1,
      cells = rows_of.lists(one.rows or {}, header, "xlsx.encode"),
      widths = widths_of(one.widths, header), fills = fills_of(one.fills, header, colours),
      lists = lists_of(one.lists, header, longer),
    }
  end
  local hidden
  if #longer > 0 then
    hidden = #names + 1
    names[hidden], sheets[hidden] = "Lists", sheet.pieces(list_sheet(longer))
  end
  return zip.pieces(book.entries(names, sheets, colours, hidden))
end

--- A workbook as bytes. Numbers are numbers, all else is text: without the characters that XML
--- forbids, line ends as line feeds, cut with "…" at 32,767 characters. Headers are bold, stay in
--- sight and filter.
---@param workbook { sheets: perilune.Sheet[] }
---@return string
function xlsx.encode(workbook)
  return concat(pieces_of(workbook, "xlsx.encode"))
end

--- The same, written to an artifact in pieces: a workbook may be larger than one string.
---@param artifact perilune.Artifact
---@param workbook { sheets: perilune.Sheet[] }
---@param output? string the name of the output, where the export has several
function xlsx.write(artifact, workbook, output)
  local pieces = pieces_of(workbook, "xlsx.write")
  local first, size = 1, 0
  for index, piece in ipairs(pieces) do
    size = size + #piece
    if size > 1 << 20 or index == #pieces then
      local text = concat(pieces, "", first, index)
      if output then artifact:write(output, text) else artifact:write(text) end
      first, size = index + 1, 0
    end
  end
end

return xlsx
