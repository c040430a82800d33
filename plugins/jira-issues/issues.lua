-- Tickets as issues of Jira: its types, its names for levels, its limits.
local dates = require "dates"

local issues = {}

local LONGEST_SUMMARY = 255

local TYPES = { epic = "Epic", story = "Story", task = "Task", question = "Task" }

local PRIORITIES = { critical = "Highest", ["very-high"] = "Highest", high = "High",
  medium = "Medium", low = "Low", ["very-low"] = "Lowest" }

-- A priority that is no level may be one of the site's own.
function issues.priority(ticket)
  local level = PRIORITIES[ticket.priority]
  if level or ticket.kind ~= "story" then return level or "" end
  return text.collapse(ticket.item.raw.priority or "")
end

-- Jira's importer knows people by their e-mail addresses.
local function assignee(ticket)
  return (ticket.owner or ""):match("[%w.+_-]+@[%w-]+%.[%w.-]*%w") or ""
end

-- "FR-1" in a project FR would link to that project's issue.
function issues.summary(ticket, project)
  local prefix = (ticket.id or ""):match("^(%a[%w_]*)%-%d+$")
  local collides = prefix and project ~= "" and prefix:upper() == project:upper()
  return text.cut((collides and "SPEC_" or "") .. ticket.title, LONGEST_SUMMARY)
end

--- All issues, epics first.
function issues.all(workspace, options)
  local list, by_ticket = {}, {}
  for number, ticket in ipairs(workspace:tickets {
    labels = options.labels, skip_done = options.skip_done,
  }) do
    local issue = {
      id = number, uid = ticket.uid, type = TYPES[ticket.kind], parent = by_ticket[ticket.parent or false],
      summary = issues.summary(ticket, options.project), description = jira.encode(ticket.body),
      priority = issues.priority(ticket), assignee = assignee(ticket),
      due = ticket.due and dates.written(ticket.due, options.date_format) or "",
      labels = ticket.labels, versions = ticket.versions,
    }
    list[number], by_ticket[ticket] = issue, issue
  end
  return list
end

return issues
