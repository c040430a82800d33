-- The `csv` library: rows as RFC 4180 text.
local sandbox = ...
local host = sandbox.host
local concat, tostring, type, math_type = table.concat, tostring, type, math.type

local csv = {}

-- A spreadsheet takes such a cell for a formula or eats its first byte. A cell that already looks
-- guarded is guarded once more, so that dropping one apostrophe always gives the text back.
local function guarded(cell)
  if cell:find("^[=+%-@\t\r\n]") or cell:find("^'+[=+%-@\t\r\n]") then return "'" .. cell end
  for _, wide in ipairs { "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}" } do
    if cell:find("^'*" .. wide) then return "'" .. cell end
  end
  return cell
end

local function number_text(value, row, column)
  if math_type(value) == "integer" then return tostring(value) end
  if value ~= value or value == math.huge or value == -math.huge then
    host.fail("csv.encode: row %d, column %d is not a finite number", row, column)
  end
  if value == value // 1 and value > -1e15 and value < 1e15 then
    return string.format("%d", value // 1)
  end
  return string.format("%.14g", value)
end

local function cell_text(value, row, column, settings)
  local kind = type(value)
  if kind == "nil" then return "" end
  if kind == "number" then return number_text(value, row, column) end
  if kind == "boolean" then return tostring(value) end
  if kind == "string" then return settings.guard and guarded(value) or value end
  host.fail("csv.encode: row %d, column %d is %s; expected a string, a number, a boolean or nil",
    row, column, host.found(value))
end

local function line(cells, count, number, settings)
  local parts = {}
  for column = 1, count do
    local cell = cell_text(cells[column], number, column, settings)
    local alone = count == 1 and cell == "" -- else the line is blank and readers skip it
    if settings.all or alone or cell:find('[,"\r\n]') then
      cell = '"' .. cell:gsub('"', '""') .. '"'
    end
    parts[column] = cell
  end
  return concat(parts, ",") .. settings.eol
end

-- The length of a list that may have holes.
local function width(row, who)
  local count = 0
  host.want(row, "table", who)
  for key in pairs(row) do
    if math_type(key) == "integer" and key > count then count = key end
  end
  return count
end

-- A row by column names as a list in the header's order.
local function ordered(row, header, number)
  local cells, known = {}, {}
  for column, name in ipairs(header) do
    cells[column] = row[name]
    known[name] = true
  end
  for key in pairs(row) do
    if not known[key] then
      local near = type(key) == "string" and host.text.nearest(key, header)
      host.fail('csv.encode: row %d has a column "%s" that the header has not%s', number,
        tostring(key), near and string.format('; did you mean "%s"?', near) or "")
    end
  end
  return cells
end

local KNOWN = { "header", "guard", "eol", "quote" }
local function settings_from(options)
  for key in pairs(options) do
    local name = tostring(key)
    if not concat(KNOWN, " "):find(name, 1, true) then
      local near = host.text.nearest(name, KNOWN)
      host.fail('csv.encode: unknown option "%s"%s', name,
        near and string.format('; did you mean "%s"?', near) or "")
    end
  end
  local eol, quote = options.eol or "\r\n", options.quote or "minimal"
  if eol ~= "\r\n" and eol ~= "\n" then host.fail('csv.encode: eol is "\\r\\n" or "\\n"') end
  if quote ~= "minimal" and quote ~= "all" then
    host.fail('csv.encode: quote is "minimal" or "all", found %s', host.found(quote))
  end
  return { guard = options.guard ~= false, eol = eol, all = quote == "all" }
end

-- The lines of a table, one string each.
local function lines_of(rows, options, who)
  host.want(rows, "table", who)
  options = options or {}
  local settings = settings_from(host.want(options, "table", who))
  local header = options.header
  local count = header and rawlen(host.want(header, "table", who)) or 0
  if not header then
    for _, row in ipairs(rows) do count = math.max(count, width(row, who)) end
  end
  local lines = {}
  if header then lines[1] = line(header, count, 0, settings) end
  for number, row in ipairs(rows) do
    local cells = width(row, who)
    if cells == 0 and header then row = ordered(row, header, number) end
    if cells > count then
      host.fail("csv.encode: row %d has %d cells, the header has %d", number, cells, count)
    end
    lines[#lines + 1] = line(row, count, number, settings)
  end
  return lines
end

--- Rows as CSV: lists of cells, or tables by the names in `header`. Every row gets the same number
--- of cells. `guard = false` is for machines: without it a cell that a spreadsheet would run as a
--- formula gets an apostrophe in front; numbers never do.
---@param rows any[][]|table<string, any>[]
---@param options? perilune.CSVOptions
---@return string
function csv.encode(rows, options)
  return concat(lines_of(rows, options, "csv.encode"))
end

--- The same, written to an artifact in pieces: a table may be larger than one string.
---@param artifact perilune.Artifact
---@param rows any[][]|table<string, any>[]
---@param options? perilune.CSVOptions
function csv.write(artifact, rows, options)
  local lines = lines_of(rows, options, "csv.write")
  for first = 1, #lines, 500 do
    artifact:write(concat(lines, "", first, math.min(first + 499, #lines)))
  end
end

--- The rows of a text, each a list of its cells, which all are texts. With `header = true` the first row
--- names the columns: rows are tables by these names, which are the second result. `separator` is `","`,
--- `";"`, `"|"` or `"\t"`. A byte order mark and blank lines are passed over; what is no CSV is an error
--- that says line and column.
---@param source string
---@param options? { header?: boolean, separator?: string }
---@return any[]
---@return string[]?
function csv.decode(source, options) return host.late("csv_decode")(source, options) end

return csv
