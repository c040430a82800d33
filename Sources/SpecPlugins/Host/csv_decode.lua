-- The `csv` library, reading half: RFC 4180, with line ends and separators as they are met.
local sandbox = ...
local host = sandbox.host
local byte, concat, find, sub = string.byte, table.concat, string.find, string.sub

local QUOTE, RETURN, LINE = 34, 13, 10
local SEPARATORS = { [","] = true, [";"] = true, ["\t"] = true, ["|"] = true }

local function wrong(source, at, message, ...)
  local line, start = 1, 1
  local before = sub(source, 1, at - 1)
  for ending in before:gmatch(find(before, "\n", 1, true) and "()\n" or "()\r") do
    line, start = line + 1, ending + 1
  end
  host.fail("csv.decode: line %d, column %d: " .. message, line, at - start + 1, ...)
end

-- A cell between quotes, which begins at `at`, and the place behind it.
local function quoted(source, at)
  local parts, from = {}, at + 1
  while true do
    local stop = find(source, '"', from, true)
    if not stop then wrong(source, at, "a quote that is never closed") end
    if byte(source, stop + 1) ~= QUOTE then
      parts[#parts + 1] = sub(source, from, stop - 1)
      return concat(parts), stop + 1
    end
    parts[#parts + 1] = sub(source, from, stop)
    from = stop + 2
  end
end

local function plain(source, at, ends)
  local stop = find(source, ends, at) or #source + 1
  if byte(source, stop) == QUOTE then
    wrong(source, stop, "a quote inside of a cell that does not begin with one")
  end
  return sub(source, at, stop - 1), stop
end

-- The cells of all lines that are not blank, and where each begins.
local function lines_of(source, separator)
  local rows, starts = {}, {}
  local ends, separates = "[\r\n\"" .. separator .. "]", byte(separator)
  local at, last = 1, #source
  if sub(source, 1, 3) == "\u{FEFF}" then at = 4 end
  while at <= last do
    local row, start, next = {}, at, nil
    repeat
      local cell
      if byte(source, at) == QUOTE then cell, at = quoted(source, at)
      else cell, at = plain(source, at, ends) end
      row[#row + 1] = cell
      next = byte(source, at)
      at = at + 1
    until next ~= separates
    if next == RETURN and byte(source, at) == LINE then at = at + 1
    elseif next and next ~= RETURN and next ~= LINE then
      wrong(source, at - 1, "a cell goes on behind its closing quote")
    end
    local is_blank = #row == 1 and row[1] == "" and byte(source, start) ~= QUOTE
    if not is_blank then rows[#rows + 1], starts[#starts + 1] = row, start end
  end
  return rows, starts
end

-- The names of the columns; those without a name are left out.
local function columns_of(source, header, start)
  local seen = {}
  for column, name in ipairs(header) do
    if seen[name] and name ~= "" then
      wrong(source, start, 'columns %d and %d are both called "%s"', seen[name], column, name)
    end
    seen[name] = column
  end
  return header
end

local function by_names(source, rows, starts)
  local header = rows[1] and columns_of(source, rows[1], starts[1]) or {}
  local records = {}
  for number = 2, #rows do
    local record = {}
    for column, cell in ipairs(rows[number]) do
      local name = header[column]
      if name and name ~= "" then record[name] = cell
      elseif cell ~= "" then
        wrong(source, starts[number], "the row has a cell %d, for which the header has no name",
          column)
      end
    end
    records[#records + 1] = record
  end
  return records, header
end

return function(source, options)
  host.want(source, "string", "csv.decode")
  options = host.want(options or {}, "table", "csv.decode")
  host.known(options, { "header", "separator" }, "csv.decode")
  local separator = options.separator == nil and "," or options.separator
  if not SEPARATORS[separator] then
    host.fail('csv.decode: separator is ",", ";", "|" or "\\t", found %s', host.found(separator))
  end
  if options.header ~= nil and type(options.header) ~= "boolean" then
    host.fail("csv.decode: header is true or false, found %s", host.found(options.header))
  end
  local mark = sub(source, 1, 2)
  if mark == "\xFF\xFE" or mark == "\xFE\xFF" then
    host.fail("csv.decode: the text is UTF-16; save the file as UTF-8")
  end
  local rows, starts = lines_of(source, separator)
  if options.header then return by_names(source, rows, starts) end
  return rows
end
