local columns = require "columns"
local issues = require "issues"

return {
  exports = {
    csv = {
      summary = "a file for Jira's CSV importer: epics, stories and tasks",
      extension = "csv",
      run = function(workspace, artifact, options)
        local header, rows = columns.table(issues.all(workspace, options), options)
        -- For a machine: no formula guard, and every cell quoted, as Jira's own examples have it.
        csv.write(artifact, rows, { header = header, guard = false, quote = "all" })
      end,
    },
  },
}
