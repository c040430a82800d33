local rows = require "rows"

return {
  exports = {
    csv = {
      summary = "work items for the CSV importer of Azure Boards, tasks below their phases",
      outputs = { "work-items-*.csv" },
      run = function(workspace, artifact, options)
        for number, items in ipairs(rows.files(workspace, options)) do
          local file = string.format("work-items-%02d.csv", number)
          artifact:write(file, csv.encode(items, { header = rows.header, guard = false }))
        end
      end,
    },
  },
}
