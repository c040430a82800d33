-- Tickets as rows of work items, each below its parent.
local rows = {}

rows.header = {
  "Work Item Type", "Title 1", "Title 2", "State", "Priority", "Description", "Tags",
}

--- How many rows the importer takes from a file.
rows.most = 1000

local LONGEST_TITLE = 255

local TYPES = {
  agile = { epic = "Epic", story = "User Story", task = "Task", question = "Issue" },
  scrum = {
    epic = "Epic", story = "Product Backlog Item", task = "Task", question = "Impediment",
  },
  cmmi = { epic = "Epic", story = "Requirement", task = "Task", question = "Issue" },
  basic = { epic = "Epic", story = "Issue", task = "Task", question = "Issue" },
}

local PRIORITIES = { critical = 1, ["very-high"] = 1, high = 2, medium = 3, low = 4,
  ["very-low"] = 4 }

local function tags(ticket)
  local list = {}
  for index, label in ipairs(ticket.labels) do list[index] = label:gsub("[;,]", "") end
  return table.concat(list, "; ")
end

-- A title in the second column is of a child of the last one in the first.
local function row(ticket, process)
  return {
    ["Work Item Type"] = TYPES[process][ticket.kind],
    [ticket.parent and "Title 2" or "Title 1"] = text.cut(ticket.title, LONGEST_TITLE),
    State = "New", Priority = PRIORITIES[ticket.priority or false],
    Description = html.encode(ticket.body .. "\n\nSpec UID: " .. markdown.escape(ticket.uid)),
    Tags = tags(ticket),
  }
end

--- All work items, children right behind their parents.
function rows.all(workspace, options)
  local tickets = workspace:tickets { labels = options.tags, skip_done = options.skip_done }
  local children, list = {}, {}
  for _, ticket in ipairs(tickets) do
    local siblings = children[ticket.parent or false] or {}
    children[ticket.parent or false], siblings[#siblings + 1] = siblings, ticket
  end
  local function add(parent)
    for _, ticket in ipairs(children[parent] or {}) do
      list[#list + 1] = row(ticket, options.process)
      add(ticket)
    end
  end
  add(false)
  return list
end

return rows
