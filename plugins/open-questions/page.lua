-- A page with a table for each spec.
local page = {}

local COLUMNS = { "Question", "Owner", "Status", "Since", "Due", "Line" }

-- Without the columns that no question of the spec fills.
local function filled(rows)
  local header = {}
  for _, column in ipairs(COLUMNS) do
    for _, row in ipairs(rows) do
      if row[column] then
        header[#header + 1] = column
        break
      end
    end
  end
  return header
end

local function table_of(rows)
  local header, cells = filled(rows), {}
  for number, row in ipairs(rows) do
    cells[number] = {}
    for place, column in ipairs(header) do cells[number][place] = row[column] or "" end
  end
  return markdown.table(cells, { header = header })
end

--- The page of some rows, which stand spec by spec.
function page.of(rows)
  local parts, groups = {}, {}
  for _, row in ipairs(rows) do
    local group = groups[#groups]
    if not group or group[1].Spec ~= row.Spec then
      group = {}
      groups[#groups + 1] = group
    end
    group[#group + 1] = row
  end
  parts[1] = string.format("# Open questions\n\n%d in %d %s.\n", #rows, #groups,
    #groups == 1 and "spec" or "specs")
  for _, group in ipairs(groups) do
    local spec = markdown.escape(group[1].Spec)
    local title = group[1].Title and markdown.escape(group[1].Title)
    parts[#parts + 1] = string.format("## %s\n\n%s%s", title or spec,
      title and spec .. "\n\n" or "", table_of(group))
  end
  return table.concat(parts, "\n")
end

return page
