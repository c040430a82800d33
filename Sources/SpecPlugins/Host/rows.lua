-- Rows that plugins give for tables: lists of cells, or tables by the names of columns.
local sandbox = ...
local host = sandbox.host
local format, math_type = string.format, math.type

local rows = {}

-- The length of a list that may have holes; nil of what is none.
local function width(row)
  local count, is_list = 0, true
  for key in pairs(row) do
    if math_type(key) ~= "integer" then
      is_list = false
    elseif key > count then
      count = key
    end
  end
  return is_list and count or nil
end

local function ordered(row, header, columns, number, who)
  local cells = {}
  for key, value in pairs(row) do
    local column = columns[key]
    if not column then
      local near = type(key) == "string" and host.text.nearest(key, header)
      host.fail('%s: row %d has a column "%s" that the header has not%s', who, number, tostring(key),
        near and format('; did you mean "%s"?', near) or "")
    end
    cells[column] = value
  end
  return cells
end

--- All rows as lists of cells in the header's order.
function rows.lists(given, header, who)
  host.want(given, "table", who .. ": rows")
  local columns, lists = {}, {}
  for column, name in ipairs(header) do columns[name] = column end
  for number = 1, rawlen(given) do
    local row = host.want(given[number], "table", who .. ": a row")
    local count = width(row)
    if not count then
      row = ordered(row, header, columns, number, who)
    elseif count > #header then
      host.fail("%s: row %d has %d cells, the header has %d", who, number, count, #header)
    end
    lists[number] = row
  end
  return lists
end

return rows
