-- Tickets as rows of work items, each below its parent.
local rows = {}

rows.header = {
  "Work Item Type", "Title 1", "Title 2", "State", "Priority", "Description", "Tags",
}

-- How many rows the importer takes from a file, and characters of a title.
local MOST, LONGEST_TITLE = 1000, 255

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

-- Top-level work items, each with its children behind it.
local function groups(workspace, options)
  local tickets = workspace:tickets { labels = options.tags, skip_done = options.skip_done }
  local list, by_ticket = {}, {}
  for _, ticket in ipairs(tickets) do
    local group = by_ticket[ticket.parent or false]
    if not group then
      group = {}
      by_ticket[ticket], list[#list + 1] = group, group
    end
    group[#group + 1] = row(ticket, options.process)
  end
  return list
end

-- A group is kept together unless it is longer than a file: then what does not fit has no parent.
local function cut(group)
  for index = MOST + 1, #group do
    group[index]["Title 1"], group[index]["Title 2"] = group[index]["Title 2"], nil
  end
end

--- All work items, children right behind their parents, in as few files as the importer takes, and
--- one where there is none.
function rows.files(workspace, options)
  local files = { {} }
  for _, group in ipairs(groups(workspace, options)) do
    cut(group)
    if #files[#files] + #group > MOST and #files[#files] > 0 then files[#files + 1] = {} end
    for _, item in ipairs(group) do
      if #files[#files] == MOST then files[#files + 1] = {} end
      table.insert(files[#files], item)
    end
  end
  return files
end

return rows
