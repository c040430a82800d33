local quick = require "quick"

local HEADER = { "title", "description", "due_date", "milestone" }
local LONGEST_TITLE = 255

return {
  exports = {
    csv = {
      summary = "a file for GitLab's CSV importer, with labels as quick actions",
      extension = "csv",
      run = function(workspace, artifact, options)
        local rows = {}
        local tickets = workspace:tickets { labels = options.labels, skip_done = options.skip_done }
        for index, ticket in ipairs(tickets) do
          rows[index] = {
            title = text.cut(ticket.title, LONGEST_TITLE),
            description = quick.description(ticket), due_date = ticket.due,
            milestone = options.milestone,
          }
        end
        csv.write(artifact, rows, { header = HEADER, guard = false })
      end,
    },
  },
}
