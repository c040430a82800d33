-- The register for people: in Markdown and as a workbook.
local register = require "register"

local tables = {}

local COLUMNS = {
  "Id", "Title", "Likelihood", "Impact", "Score", "Rating", "Response", "Mitigation", "Owner",
  "Status",
}

--- A page with one table.
function tables.markdown(rows)
  local cells = {}
  for number, row in ipairs(rows) do
    cells[number] = {}
    for place, column in ipairs(COLUMNS) do cells[number][place] = row[column] or "" end
    cells[number][#COLUMNS + 1] = row.Source
  end
  local header = { table.unpack(COLUMNS) }
  header[#header + 1] = "Source"
  return "# Risk register\n\n" .. markdown.table(cells, { header = header })
end

local LEVELS = { "Very low", "Low", "Medium", "High", "Very high", "Critical" }
local RESPONSES = { "Avoid", "Transfer", "Mitigate", "Accept", "Escalate" }
local STATES = { "Open", "In progress", "Mitigated", "Accepted", "Closed" }

--- A workbook with one sheet; ratings have the colours of the heat map.
function tables.workbook(rows, ratings)
  local fills = {}
  for name, colour in pairs(ratings) do fills[name] = colour:gsub("#", ""):upper() end
  return { sheets = { {
    name = "Risks", header = register.columns, rows = rows,
    widths = { Title = 40, Mitigation = 40, Description = 40, Source = 30, Spec = 30 },
    lists = {
      Likelihood = LEVELS, Impact = LEVELS, ["Residual Likelihood"] = LEVELS,
      ["Residual Impact"] = LEVELS, Response = RESPONSES, Status = STATES,
    },
    fills = { Rating = fills },
  } } }
end

return tables
