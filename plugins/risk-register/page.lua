-- The register as a page that needs nothing but itself.
local map = require "map"
local style = require "style"

local page = {}

local function escaped(s) return (html.escape(tostring(s)):gsub("\n", "<br />")) end

local function has(row, column) return row[column] ~= nil and row[column] ~= "" end

-- The title, and below it what says more of the risk.
local function risk(row)
  local parts = { "<strong>" .. escaped(row.Title) .. "</strong>" }
  if has(row, "Description") then parts[2] = escaped(row.Description) end
  parts[#parts + 1] = '<span class="quiet">' .. escaped(row.Source) .. "</span>"
  return table.concat(parts, "<br />")
end

-- Several columns as one, each behind its name.
local function joined(...)
  local columns = { ... }
  return function(row)
    local parts = {}
    for _, column in ipairs(columns) do
      local name = column:gsub("^Residual ", ""):gsub("^Last ", "")
      if has(row, column) then parts[#parts + 1] = escaped(name .. ": " .. row[column]) end
    end
    return table.concat(parts, "<br />")
  end
end

local COLUMNS = {
  { "Id" }, { "Risk", risk }, { "Category" }, { "Likelihood" }, { "Impact" }, { "Score" },
  { "Rating" }, { "Response" }, { "Mitigation" }, { "Owner" }, { "Status" },
  { "Dates", joined("Identified", "Due", "Last Reviewed") },
  { "Residual", joined("Residual Likelihood", "Residual Impact") },
}

local function content(row, column)
  if column[2] then return column[2](row) end
  return has(row, column[1]) and escaped(row[column[1]]) or ""
end

-- Without the columns that no risk fills.
local function filled(rows)
  local list = {}
  for _, column in ipairs(COLUMNS) do
    for _, row in ipairs(rows) do
      if content(row, column) ~= "" then
        list[#list + 1] = column
        break
      end
    end
  end
  return list
end

local function cell(row, column, colours)
  local colour = column[1] == "Rating" and colours[row.Rating or false]
  local mark = colour and string.format(' style="background: %s; color: #222"', colour) or ""
  return string.format('<td data-label="%s"%s>%s</td>', column[1], mark, content(row, column))
end

local function table_of(rows, matrices)
  local columns, head, lines, colours = filled(rows), {}, {}, {}
  for index, column in ipairs(columns) do head[index] = "<th>" .. column[1] .. "</th>" end
  for number, row in ipairs(rows) do
    local matrix, cells = matrices[row], {}
    colours[matrix] = colours[matrix] or map.colours(matrix)
    for index, column in ipairs(columns) do cells[index] = cell(row, column, colours[matrix]) end
    lines[number] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
  return "<table>\n<thead><tr>" .. table.concat(head) .. "</tr></thead>\n<tbody>\n"
    .. table.concat(lines, "\n") .. "\n</tbody>\n</table>"
end

--- The page of some rows, with heat maps.
function page.of(rows, matrices, maps)
  local rated = 0
  for _, row in ipairs(rows) do
    if row.Score then rated = rated + 1 end
  end
  local count = string.format("%d %s, %d rated", #rows, #rows == 1 and "risk" or "risks", rated)
  return '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8" />\n'
    .. '<meta name="viewport" content="width=device-width, initial-scale=1" />\n'
    .. "<title>Risk register</title>\n<style>\n" .. style .. "</style>\n</head>\n<body>\n"
    .. "<h1>Risk register</h1>\n<p>" .. count .. '</p>\n<div class="maps">\n'
    .. table.concat(maps, "\n") .. "\n</div>\n"
    .. (#rows > 0 and table_of(rows, matrices) or "<p>There is none.</p>") .. "\n</body>\n</html>\n"
end

return page
