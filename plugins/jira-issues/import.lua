-- The configuration that Jira's importer reads beside the CSV, so that nobody maps columns by hand.
local columns = require "columns"

local import = {}

-- Jira's own names of the fields.
local FIELDS = {
  ["Issue Type"] = "issuetype", ["Issue ID"] = "issue-id", Parent = "subtask-parent-id",
  ["Parent ID"] = "subtask-parent-id", ["Epic Name"] = "epic-name", ["Epic Link"] = "epic-link",
  Summary = "summary", Description = "description", Priority = "priority", Assignee = "assignee",
  ["Due Date"] = "duedate", Labels = "labels", Components = "components",
  ["Fix Versions"] = "fixVersions",
}

--- The configuration for a file with the columns of a preset.
function import.configuration(options)
  local mappings = {}
  for _, name in ipairs(columns.names(options)) do
    mappings[name] = FIELDS[name] and { ["jira.field"] = FIELDS[name] }
      or { ["existing.custom.field"] = name }
  end
  return {
    ["config.version"] = "2.0", ["config.project.from.csv"] = "false",
    ["config.project"] = options.project ~= "" and { ["project.key"] = options.project } or nil,
    ["config.encoding"] = "UTF-8", ["config.delimiter"] = ",",
    ["config.date.format"] = options.date_format, ["config.field.mappings"] = mappings,
    ["config.value.mappings"] = {},
  }
end

return import
