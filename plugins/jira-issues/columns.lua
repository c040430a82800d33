-- The columns of the file, and the cells of an issue in them.
local columns = {}

-- A column that Jira reads several times has a list behind it.
local PRESETS = {
  cloud = {
    { "Issue Type", "type" }, { "Issue ID", "id" }, { "Parent", "parent" },
    { "Summary", "summary" }, { "Description", "description" }, { "Priority", "priority" },
    { "Assignee", "assignee" }, { "Due Date", "due" }, { "Labels", "none", list = "labels" },
    { "Components", "none", list = "components" }, { "Fix Versions", "none", list = "versions" },
    { "Spec UID", "uid" },
  },
  -- Data Center ties a task to its epic by the epic's name; Parent ID is for sub-tasks.
  dc = {
    { "Issue Type", "type" }, { "Issue ID", "id" }, { "Parent ID", "none" },
    { "Epic Name", "epic_name" }, { "Epic Link", "epic_link" }, { "Summary", "summary" },
    { "Description", "description" }, { "Priority", "priority" }, { "Assignee", "assignee" },
    { "Due Date", "due" }, { "Labels", "none", list = "labels" },
    { "Components", "none", list = "components" },
    { "Fix Versions", "none", list = "versions" }, { "Spec UID", "uid" },
  },
}

local function prepared(issue, options)
  local parent = issue.parent
  local is_epic = issue.type == "Epic"
  return {
    type = issue.type, id = issue.id, parent = parent and parent.id, summary = issue.summary,
    description = issue.description, priority = issue.priority, assignee = issue.assignee,
    due = issue.due, epic_name = is_epic and issue.summary or nil, epic_link = parent and parent.summary,
    labels = issue.labels, components = options.components, versions = issue.versions,
    uid = issue.uid,
  }
end

-- How many cells each column has: as many as the longest list behind it, and at least one.
local function widths(preset, cells)
  local result = {}
  for index, column in ipairs(preset) do
    result[index] = 1
    for _, issue in ipairs(cells) do
      if column.list then result[index] = math.max(result[index], #issue[column.list]) end
    end
  end
  return result
end

local function row_of(issue, preset, width)
  local row = {}
  for index, column in ipairs(preset) do
    for n = 1, width[index] do
      local value = issue[column[2]]
      if column.list then value = issue[column.list][n] end
      row[#row + 1] = value == nil and "" or value
    end
  end
  return row
end

--- The header, and one row an issue.
function columns.table(issues, options)
  local preset, cells = PRESETS[options.preset], {}
  for index, issue in ipairs(issues) do cells[index] = prepared(issue, options) end
  local width = widths(preset, cells)
  local header, rows = {}, {}
  for index, column in ipairs(preset) do
    for _ = 1, width[index] do header[#header + 1] = column[1] end
  end
  for index, issue in ipairs(cells) do rows[index] = row_of(issue, preset, width) end
  return header, rows
end

--- The names of the columns, each once.
function columns.names(options)
  local names = {}
  for index, column in ipairs(PRESETS[options.preset]) do names[index] = column[1] end
  return names
end

return columns
