-- Requirements as rows, as data, and against what they are told by.
local trace = require "trace"

local export = {}

export.columns = {
  "Id", "Type", "Category", "Requirement", "Priority", "Level", "Acceptance Criteria", "Target",
  "Validation", "Spec", "Section", "Line",
}

export.matrix = {
  "Id", "Requirement", "Spec", "Line", "Tests", "Phases", "Risks", "Gaps",
}

-- Functional ones, then qualities, spec by spec.
local function all(workspace)
  local list = {}
  for _, spec in ipairs(workspace.specs) do
    for _, item in ipairs(spec:items "requirement") do list[#list + 1] = item end
    for _, item in ipairs(spec:items "quality") do list[#list + 1] = item end
  end
  return list
end

-- A field, or the column of that name where the kind has no such field.
local function said(item, field, column)
  if item.raw[field] then return item:says(field) end
  return item.extra[column] and item:says(column)
end

-- As the author broke the lines.
local function lines(item, field)
  return item:says(field) and text.trim(item.raw[field]) or nil
end

local function row(item)
  local is_quality = item.kind == "quality"
  return {
    Id = said(item, "id", "ID"), Type = is_quality and "Non-functional" or "Functional",
    Category = is_quality and item:says "category" or nil, Requirement = lines(item, "text"),
    Priority = said(item, "priority", "Priority"), Level = item.priority,
    ["Acceptance Criteria"] = lines(item, "acceptance"), Target = lines(item, "target"),
    Validation = lines(item, "validation"), Spec = item.spec.path,
    Section = item.section and item.section.title, Line = item.line,
  }
end

function export.rows(workspace)
  local rows = {}
  for index, item in ipairs(all(workspace)) do rows[index] = row(item) end
  return rows
end

-- One entry a line that says something.
local function entries(s)
  local list = {}
  for _, line in ipairs(text.lines(s or "")) do
    if not text.is_blank(line) then list[#list + 1] = text.trim(line) end
  end
  return #list > 0 and list or json.empty_list
end

local function listed(list) return #list > 0 and list or json.empty_list end

function export.data(workspace)
  local links, list = trace.all(workspace), {}
  for index, item in ipairs(all(workspace)) do
    local cells, found = row(item), links[item]
    list[index] = {
      uid = item.spec.path .. "#" .. item.key, id = cells.Id, type = text.lower(cells.Type),
      category = cells.Category, text = cells.Requirement, priority = cells.Priority,
      level = cells.Level, acceptance = entries(cells["Acceptance Criteria"]), target = cells.Target,
      validation = cells.Validation, extra = item.extra, spec = cells.Spec, section = cells.Section,
      line = cells.Line, tests = listed(found.tests), phases = listed(found.phases),
      risks = listed(found.risks),
    }
  end
  return { schema_version = 1, requirements = listed(list) }
end

local function gaps(found)
  local list = {}
  if #found.tests == 0 then list[1] = "no test" end
  if #found.phases == 0 then list[#list + 1] = "no phase" end
  return table.concat(list, ", ")
end

--- One row a requirement, with what it lacks.
function export.traced(workspace)
  local links, rows = trace.all(workspace), {}
  for index, item in ipairs(all(workspace)) do
    local found = links[item]
    rows[index] = {
      Id = said(item, "id", "ID"), Requirement = text.collapse(item:says "text" or item.title or ""),
      Spec = item.spec.path, Line = item.line, Tests = table.concat(found.tests, "; "),
      Phases = table.concat(found.phases, "; "), Risks = table.concat(found.risks, "; "),
      Gaps = gaps(found),
    }
  end
  return rows
end

local LEVELS = { "very-low", "low", "medium", "high", "very-high", "critical" }

--- Both as sheets of a workbook; where something is missing, it is seen.
function export.workbook(workspace)
  local gap = "FFC7CE"
  return { sheets = {
    {
      name = "Requirements", header = export.columns, rows = export.rows(workspace),
      widths = { Requirement = 50, ["Acceptance Criteria"] = 50, Spec = 30 },
      lists = { Level = LEVELS },
    },
    {
      name = "Traceability", header = export.matrix, rows = export.traced(workspace),
      widths = { Requirement = 50, Tests = 30, Phases = 30, Risks = 30, Spec = 30 },
      fills = { Gaps = { ["no test"] = gap, ["no phase"] = gap, ["no test, no phase"] = gap } },
    },
  } }
end

return export
