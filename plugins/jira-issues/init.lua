local bulk = require "bulk"
local columns = require "columns"
local import = require "import"
local issues = require "issues"
local plan = require "plan"

return {
  exports = {
    plan = {
      summary = "what is to be made and changed in Jira, with the bodies for its REST API, as JSON Lines",
      extension = "jsonl",
      run = plan.write,
    },
    bulk = {
      summary = "bodies for Jira's bulk creation: 50 issues each, parents first",
      outputs = { "level-*.json" },
      run = bulk.write,
    },
    import = {
      summary = "the configuration with which Jira's importer reads the CSV",
      extension = "json",
      run = function(_, artifact, options)
        artifact:write(json.encode(import.configuration(options), { indent = 2 }) .. "\n")
      end,
    },
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
