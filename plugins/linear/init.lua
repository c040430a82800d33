-- Tickets as Linear's importer reads them.
local HEADER = { "Title", "Description", "Priority", "Status", "Assignee", "Labels", "Estimate" }

local PRIORITIES = { critical = "Urgent", ["very-high"] = "Urgent", high = "High",
  medium = "Medium", low = "Low", ["very-low"] = "Low" }

local LONGEST_TITLE = 255

-- The importer parts labels at commas.
local function row(ticket, options)
  local labels = {}
  for index, label in ipairs(ticket.labels) do labels[index] = label:gsub(",", "") end
  return {
    Title = text.cut(ticket.title, LONGEST_TITLE),
    Description = ticket.body .. "\n\nSpec UID: " .. markdown.escape(ticket.uid),
    Priority = PRIORITIES[ticket.priority or false] or "No priority",
    Status = ticket.done and options.done or options.status,
    Assignee = ticket.owner, Labels = table.concat(labels, ", "),
  }
end

return {
  exports = {
    csv = {
      summary = "a file for Linear's CSV importer",
      extension = "csv",
      run = function(workspace, artifact, options)
        local rows = {}
        local tickets = workspace:tickets { labels = options.labels, skip_done = options.skip_done }
        for index, ticket in ipairs(tickets) do rows[index] = row(ticket, options) end
        csv.write(artifact, rows, { header = HEADER, guard = false })
      end,
    },
  },
}
