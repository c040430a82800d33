local tables = require "tables"
local views = require "views"

return {
  exports = {
    db = {
      summary = "all specs, sections, items, fields, metadata, placeholders and links as a SQLite database",
      extension = "db",
      bytes = true,
      run = function(workspace, artifact)
        local list = tables.all(workspace)
        for _, view in ipairs(views.all()) do list[#list + 1] = view end
        sqlite.write(artifact, list)
      end,
    },
  },
}
